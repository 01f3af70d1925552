/** Which rows or columns of a large matrix are written while it is folded: the first ones and the last, as in a book. */

/** Indices, with null where some are left out. `most` places at least 3. */
export function foldIndices(count: number, most: number): (number | null)[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  return [...Array.from({ length: most - 2 }, (_, i) => i), null, count - 1];
}
