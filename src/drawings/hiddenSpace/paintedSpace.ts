/** What a canvas shows at this moment, for those who lay something over it or point at it. Set by whoever paints. */
import { type WritableStore, writable } from '../../engine/readableStore';
import type { PlacedSpace } from './placeSpace';

export type PaintedSpace = WritableStore<PlacedSpace | null>;

export function createPaintedSpace(): PaintedSpace {
  return writable<PlacedSpace | null>(null);
}
