/**
 * How strongly a unit's activation is coloured. All units of a layer share a scale, symmetric round 0, so that 0 is always paper and
 * a dead ReLU unit stays blank; a few extreme cells do not wash out the rest.
 */

/** Standard scales: this many root mean squares, if the largest value is further out. */
const REACH = 2.4;

/** Numbers that determine the scale of a layer; of more numbers, an even sample is taken. */
const ENOUGH = 8192;

/** Value at which the colour is full, for `count` numbers from `from` on; 1 when there is nothing but zeros. */
export function layerScale(values: ArrayLike<number>, from: number, count: number): number {
  let squares = 0;
  let most = 0;
  let finite = 0;
  // Odd, so that all columns of a grid are visited.
  const step = 2 * Math.floor(count / (2 * ENOUGH)) + 1;
  for (let i = from; i < from + count; i += step) {
    const size = Math.abs(values[i]!);
    if (!Number.isFinite(size)) continue;
    squares += size * size;
    finite++;
    if (size > most) most = size;
  }
  return Math.min(most, REACH * Math.sqrt(squares / Math.max(1, finite))) || 1;
}
