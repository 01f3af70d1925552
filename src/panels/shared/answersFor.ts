import type { Snapshot } from '../../engine/training/snapshot';

/** What the model says about the points; null where the snapshot is of other points. */
export function answersFor(snapshot: Snapshot | null, count: number): Snapshot | null {
  return snapshot?.predictions.length === count ? snapshot : null;
}
