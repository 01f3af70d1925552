/**
 * Bytes of a file as text. UTF-8 and UTF-16 as their marks or their bytes say; what is neither is read as GB 18030, in which Chinese
 * spreadsheets save, or else as Windows-1252.
 */
import { createPauses, type SliceOptions } from './csvSlices';

/** Decoded at once, in bytes: about a millisecond. */
const pieceBytes = 1 << 18;
/** As many bytes tell text from anything else. */
const examinedBytes = 4096;

/** The text, without its byte order mark; null when this is no text. */
export async function decodeBytes(bytes: Uint8Array, options: SliceOptions = {}): Promise<string | null> {
  const marked = markedEncoding(bytes);
  if (!marked && isBinary(bytes)) return null;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030', 'windows-1252']) {
    const text = await decodeAs(encoding, bytes, options);
    if (text !== null) return text;
  }
  return null;
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** Text has no control characters but tabs and ends of lines (and of pages). */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, examinedBytes).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

async function decodeAs(encoding: string, bytes: Uint8Array, options: SliceOptions): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
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
