/** The place that both pictures of a surface point at: what one is told the other shows. */
import { type WritableStore, writable } from '../../engine/readableStore';
import type { PlanePosition } from './costPicture';

export type Pointing = WritableStore<PlanePosition | null>;

export function createPointing(): Pointing {
  const place = writable<PlanePosition | null>(null);
  return {
    ...place,
    set: (next) => {
      if (next !== place.get()) place.set(next);
    },
  };
}
