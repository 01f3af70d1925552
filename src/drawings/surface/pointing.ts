/** The place that both pictures of a surface point at: what one is told the other shows. */
import type { Source } from '../source';
import type { Place } from './costPicture';

export interface Pointing extends Source<Place | null> {
  set(place: Place | null): void;
}

export function createPointing(): Pointing {
  let place: Place | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => place,
    set: (next) => {
      if (next === place) return;
      place = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
