/** What a canvas shows at this moment, for those who lay something over it or point at it. */
import type { Source } from '../source';
import type { PlacedSpace } from './placeSpace';

export interface PaintedSpace extends Source<PlacedSpace | null> {
  /** Called by whoever paints. */
  set(placed: PlacedSpace | null): void;
}

export function createPaintedSpace(): PaintedSpace {
  let latest: PlacedSpace | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => latest,
    set: (placed) => {
      latest = placed;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
