/** Which lines of a text are new since an earlier one: what is not part of their longest common subsequence. */

/** Indices into `now`. Lines that vanished leave no mark. Empty lines are never marked. */
export function changedLines(before: readonly string[], now: readonly string[]): number[] {
  let start = 0;
  while (start < now.length && start < before.length && now[start] === before[start]) start += 1;
  let [endBefore, endNow] = [before.length, now.length];
  while (endBefore > start && endNow > start && before[endBefore - 1] === now[endNow - 1]) {
    endBefore -= 1;
    endNow -= 1;
  }
  const kept = common(before.slice(start, endBefore), now.slice(start, endNow));
  return now
    .map((_, i) => i)
    .slice(start, endNow)
    .filter((i) => !kept.has(i - start) && now[i] !== '');
}

/** Indices into `now` of a longest common subsequence. */
function common(before: readonly string[], now: readonly string[]): Set<number> {
  const width = now.length + 1;
  /** Length of the longest common subsequence of before[i …] and now[j …]. */
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] as number;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < before.length && j < now.length; ) {
    if (before[i] === now[j]) {
      kept.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return kept;
}
