/**
 * The learner's changes of the weights of this run: the values it set, over the seed's initial weights or, where training had begun, over
 * those of that time. A link carries them, because the document does not hold them.
 */
import type { Snapshot, WeightChange } from '../engine/training/snapshot';

export interface ManualWeights {
  /** Where the run stood when the latest of them was set, with parts of an epoch. */
  readonly epoch: number;
  /** All weights of that time; null for the initial ones. */
  readonly base: Float32Array | null;
  /** By place among the parameters. */
  readonly set: ReadonlyMap<number, number>;
}

/** After more changes, while the run shows `snapshot` (null before its first picture). */
export function withSet(
  before: ManualWeights | null,
  snapshot: Pick<Snapshot, 'progress' | 'parameters'> | null,
  changes: readonly WeightChange[],
): ManualWeights {
  const epoch = snapshot?.progress ?? 0;
  const goesOn = before !== null && before.epoch === epoch;
  const base = epoch === 0 ? null : (snapshot?.parameters ?? null);
  const set = new Map(goesOn ? before.set : []);
  for (const { index, value } of changes) set.set(index, value);
  return { epoch, base: goesOn ? before.base : base, set };
}

/** What makes the same weights of the initial ones. */
export function changesFor({ base, set }: ManualWeights): WeightChange[] {
  if (base === null) return [...set].map(([index, value]) => ({ index, value }));
  return Array.from(base, (value, index) => ({ index, value: set.get(index) ?? value }));
}
