/** What a canvas shows now, for overlays and for pointer readings. The painting function sets it. */
import { type WritableStore, writable } from '../../engine/readableStore';
import type { PlacedSpace } from './placeSpace';

export type PaintedSpace = WritableStore<PlacedSpace | null>;

export function createPaintedSpace(): PaintedSpace {
  return writable<PlacedSpace | null>(null);
}
