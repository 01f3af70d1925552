/** How well a class is recognised, from counts [true class][predicted class]; null where there is nothing to divide by. */

/** Of the points predicted to be of a class, the share that is. */
export function precision(confusion: Uint32Array, predicted: number): number | null {
  const classes = Math.sqrt(confusion.length);
  const column = confusion.filter((_, cell) => cell % classes === predicted);
  return shareOf(column, predicted);
}

/** Of the points of a class, the share that was predicted to be. */
export function recall(confusion: Uint32Array, truth: number): number | null {
  const classes = Math.sqrt(confusion.length);
  return shareOf(confusion.subarray(truth * classes, (truth + 1) * classes), truth);
}

function shareOf(counts: Uint32Array, own: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : (counts[own] ?? 0) / total;
}
