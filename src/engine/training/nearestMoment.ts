/** Index of the checkpoint nearest to `epoch`, the earlier of two; null where there is none. */
export function nearestMoment(epochs: readonly number[], epoch: number): number | null {
  let nearest: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  epochs.forEach((moment, i) => {
    const away = Math.abs(moment - epoch);
    if (away < least) [nearest, least] = [i, away];
  });
  return nearest;
}
