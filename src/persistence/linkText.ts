/**
 * The characters of a link in a part of an address that mail, chat and word processors have bent: escaped, broken over lines, with the
 * punctuation of the sentence at its end. The checksum tells which reading is right.
 */

/** Whether a part of an address begins as a link does. */
export function isLink(hash: string): boolean {
  return /^#\s*e\s*=/.test(unescaped(hash.slice(0, longestStart)));
}

/** Characters within which a link has begun, escaped three times and with spaces. */
const longestStart = 64;

/** The readings, likeliest first; null where there is no link. */
export function linkTexts(hash: string): readonly string[] | null {
  const text = unescaped(hash);
  const [start = ''] = /^#\s*e\s*=/.exec(text) ?? [];
  if (start === '') return null;
  // Without what takes no place on the screen, then without spaces.
  const body = text.slice(start.length).replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]+/g, '');
  const joined = body.replace(/\s+/g, '');
  const wordOf = (text: string) => /^[\w-]*/.exec(text)?.[0] ?? '';
  const readings = [wordOf(joined), joined.replace(/[^\w-]/g, ''), wordOf(body)];
  // Marks of emphasis are among the characters of a link.
  for (const reading of [...readings]) readings.push(reading.replace(/[_-]+$/, ''));
  return [...new Set(readings)].filter((reading) => reading !== '');
}

/** Without percent signs, of a text that was escaped three times at most. Bytes beyond ASCII stand for themselves: no link has any. */
function unescaped(text: string): string {
  let plain = text;
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(plain); times++) {
    plain = plain.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return plain;
}
