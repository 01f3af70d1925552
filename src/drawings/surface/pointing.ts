/** The place that both pictures of a surface point at: what one is told the other shows. */
import { type WritableStore, writable } from '../../engine/readableStore';
import type { Place } from './costPicture';

export type Pointing = WritableStore<Place | null>;

export function createPointing(): Pointing {
  const place = writable<Place | null>(null);
  return {
    ...place,
    set: (next) => {
      if (next !== place.get()) place.set(next);
    },
  };
}
