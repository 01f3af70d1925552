/** What a canvas shows at this moment, for those who lay something over it or point at it. Set by whoever paints. */
import { type ChangingSource, changingSource } from '../source';
import type { PlacedSpace } from './placeSpace';

export type PaintedSpace = ChangingSource<PlacedSpace | null>;

export function createPaintedSpace(): PaintedSpace {
  return changingSource<PlacedSpace | null>(null);
}
