/** Which points a small picture shows: all, or evenly picked ones when there are too many. */

/** Ascending indices, at most `most`. */
export function sampleEvenly(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: most }, (_, i) => Math.floor((i * count) / most));
}
