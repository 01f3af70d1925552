/**
 * Bytes of a file as text. A byte order mark, the zeros of UTF-16 and valid UTF-8 say what they are; what is none of these is guessed
 * by chardet from how often byte pairs occur, which a visitor may correct. Decoding is TextDecoder's.
 */
import { createPauses, type SliceOptions } from '../slices';

/** What a visitor may choose, by the labels of TextDecoder. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'koi8-r',
] as const;
export type Encoding = (typeof encodings)[number];

export interface DecodedText {
  /** Without its byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Decoded at once, in bytes: about a millisecond. */
const pieceBytes = 1 << 18;
/** As many bytes tell text from anything else, and one encoding from another. */
const examinedBytes = 1 << 16;
/** Share of zeros in every second byte from which a text is UTF-16: digits, separators and ends of lines have one each. */
const leastZeros = 0.3;

/** The text; null when this is no text, or none in the encoding that was asked for. */
export async function decodeBytes(
  bytes: Uint8Array,
  asked: Encoding | undefined,
  options: SliceOptions = {},
): Promise<DecodedText | null> {
  const candidates = asked ? [asked] : await likelyEncodings(bytes, options);
  for (const encoding of candidates) {
    const text = await decodeAs(encoding, bytes, asked === undefined, options);
    if (text !== null) return { text, encoding };
  }
  return null;
}

async function likelyEncodings(bytes: Uint8Array, options: SliceOptions): Promise<readonly Encoding[]> {
  const sample = bytes.subarray(0, examinedBytes);
  const wide = wideEncoding(sample);
  if (wide) return [wide];
  if (isBinary(sample)) return [];
  // Where nothing but ASCII was seen, what is further down may still be anything.
  const others = await guessedEncodings(await telling(bytes, options));
  return ['utf-8', ...others];
}

/** UTF-16 by its mark, or by the zeros that the half of every Latin letter is. */
function wideEncoding(sample: Uint8Array): Encoding | null {
  const [first, second] = sample;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0] as [number, number];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[(i % 2) as 0 | 1]++;
  const pairs = sample.length / 2;
  if (zeros[1] >= leastZeros * pairs && zeros[0] < zeros[1] / 8) return 'utf-16le';
  return zeros[0] >= leastZeros * pairs && zeros[1] < zeros[0] / 8 ? 'utf-16be' : null;
}

/** Text has no control characters but tabs, ends of lines and of pages, and the end of file of old systems. */
function isBinary(sample: Uint8Array): boolean {
  return sample.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26));
}

/** What is about the first byte beyond ASCII, where text tells encodings apart; empty without one. */
async function telling(bytes: Uint8Array, { signal }: SliceOptions): Promise<Uint8Array> {
  const pause = createPauses({ signal });
  let first = 0;
  while (first < bytes.length && (bytes[first] as number) < 0x80) {
    first++;
    if (first % pieceBytes === 0) await pause(0);
  }
  return first === bytes.length
    ? bytes.subarray(0, 0)
    : bytes.subarray(Math.max(0, first - 64), first + examinedBytes);
}

/** Encodings by what chardet calls them; where it knows ISO 8859, Windows writes the larger code page of the same letters. */
const names: Readonly<Record<string, Encoding>> = {
  GB18030: 'gb18030',
  Big5: 'big5',
  Shift_JIS: 'shift_jis',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'ISO-8859-7': 'windows-1253',
  'windows-1253': 'windows-1253',
  'ISO-8859-9': 'windows-1254',
  'windows-1254': 'windows-1254',
  'KOI8-R': 'koi8-r',
};
const doubleByte: readonly Encoding[] = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
/** What chardet answers for any valid double-byte text with too few characters to judge. */
const noEvidence = 10;
/** Western European is the most frequent single-byte encoding by far, and tables have too few words to prove it. */
const westernBonus = 20;

async function guessedEncodings(sample: Uint8Array): Promise<Encoding[]> {
  if (sample.length === 0) return ['windows-1252'];
  const { analyse } = await import('chardet');
  const ranked = analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = names[name];
    return encoding ? [{ encoding, confidence }] : [];
  });
  const isPaired = lettersComeInPairs(sample);
  const score = ({ encoding, confidence }: (typeof ranked)[number]) => {
    if (encoding === 'windows-1252') return confidence + westernBonus;
    if (!doubleByte.includes(encoding) || confidence > noEvidence) return confidence;
    if (!isPaired) return 0;
    return encoding === 'gb18030' ? 99 : confidence;
  };
  const likely = ranked.toSorted((a, b) => score(b) - score(a)).map(({ encoding }) => encoding);
  return [...new Set<Encoding>([...likely, 'gb18030', 'windows-1252'])];
}

/** Whether bytes beyond ASCII stand in pairs and away from Latin letters, as Chinese does and an accented letter of a word does not. */
function lettersComeInPairs(sample: Uint8Array): boolean {
  const isLetter = (byte = 0) => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
  let [runs, odd, withinWords] = [0, 0, 0];
  for (let start = 0; start < sample.length; start++) {
    if ((sample[start] as number) < 0x80) continue;
    let end = start;
    while ((sample[end] ?? 0) >= 0x80) end++;
    runs++;
    if ((end - start) % 2 === 1) odd++;
    if (isLetter(sample[start - 1]) || isLetter(sample[end])) withinWords++;
    start = end;
  }
  return odd === 0 && withinWords <= runs / 2;
}

async function decodeAs(
  encoding: Encoding,
  bytes: Uint8Array,
  fatal: boolean,
  options: SliceOptions,
): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal });
  const pause = createPauses(options);
  const pieces: string[] = [];
  try {
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      pieces.push(decoder.decode(bytes.subarray(start, start + pieceBytes), { stream: true }));
      await pause(start / bytes.length);
    }
    return pieces.join('') + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
