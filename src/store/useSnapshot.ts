/** A snapshot for a drawing that lays it beside the document. */
import { useThrottled } from '../drawings/useThrottled';
import type { ReadableStore } from '../engine/readableStore';
import type { Snapshot } from '../engine/training/snapshot';

/**
 * The snapshot of the last frame, like every figure of the run, as long as it is of the run that the source speaks of now. An edit, or another
 * experiment that is opened, is rendered before the next frame, and what was shown until then may have other layers.
 */
export function useSnapshot(source: ReadableStore<Snapshot | null>): Snapshot | null {
  const shown = useThrottled(source);
  const now = source.get();
  return shown?.runId === now?.runId ? shown : now;
}
