/** A long line reduced to what can be seen: in every pixel column its lowest and its highest point, besides the ends. */

/**
 * Indices to keep, ascending. `xPx` ascends; a point whose y is not finite is skipped, the line then runs past it. The result has
 * at most two points a column and the two ends.
 */
export function decimate(xPx: ArrayLike<number>, y: ArrayLike<number>): number[] {
  const kept: number[] = [];
  const keep = (index: number) => {
    if (index >= 0 && kept.at(-1) !== index) kept.push(index);
  };
  let [lowest, highest, latest, column] = [-1, -1, -1, Number.NaN];
  const closeColumn = () => {
    keep(Math.min(lowest, highest));
    keep(Math.max(lowest, highest));
  };
  for (let i = 0; i < y.length; i++) {
    if (!Number.isFinite(y[i])) continue;
    if (latest === -1) keep(i);
    if (Math.floor(xPx[i]!) !== column) {
      closeColumn();
      column = Math.floor(xPx[i]!);
      lowest = i;
      highest = i;
    } else if (y[i]! < y[lowest]!) lowest = i;
    else if (y[i]! > y[highest]!) highest = i;
    latest = i;
  }
  closeColumn();
  keep(latest);
  return kept;
}
