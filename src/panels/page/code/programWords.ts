/** Numbers of lines and sizes as words. */

/** 3, 5–7, 9: neighbours together. Ascending numbers. */
export function lineRanges(numbers: readonly number[]): string[] {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}

/** About so many bytes, in kB or MB. Programs are nearly all ASCII. */
export function sizeWords(characters: number): string {
  const [value, unit] = characters < 1e6 ? [characters / 1e3, 'kB'] : [characters / 1e6, 'MB'];
  return `${value.toLocaleString('en', { maximumSignificantDigits: 2 })} ${unit}`;
}
