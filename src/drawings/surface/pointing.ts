/** The place that both pictures of a surface point at: what one is told the other shows. */
import { type ChangingSource, changingSource } from '../source';
import type { Place } from './costPicture';

export type Pointing = ChangingSource<Place | null>;

export function createPointing(): Pointing {
  const place = changingSource<Place | null>(null);
  return {
    ...place,
    set: (next) => {
      if (next !== place.get()) place.set(next);
    },
  };
}
