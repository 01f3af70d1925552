/** What long work answers piece by piece, put together. */

/** Copies `piece` [unit][count] into `all` [unit][points], from column `from` on. */
export function placeColumns(
  piece: Float32Array,
  count: number,
  all: Float32Array,
  points: number,
  from: number,
): void {
  for (let unit = 0; unit * points < all.length; unit++) {
    all.set(piece.subarray(unit * count, (unit + 1) * count), unit * points + from);
  }
}
