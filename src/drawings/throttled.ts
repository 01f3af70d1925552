/** A store with a least time between announcements; its last change is always announced. For pictures and words that cost more than a frame. */
import type { ReadableStore } from '../engine/readableStore';

/** Half a frame of a 60 Hz screen, so that 33 ms means every second frame. */
const toleranceMs = 8;

/** With 0 the store itself. Each subscriber has a pace of its own; the first change is announced at once. */
export function throttled<T>(store: ReadableStore<T>, minIntervalMs: number): ReadableStore<T> {
  if (minIntervalMs === 0) return store;
  return {
    get: () => store.get(),
    subscribe: (listener) => {
      let toldAt = Number.NEGATIVE_INFINITY;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tell = () => {
        clearTimeout(timer);
        const leftMs = toldAt + minIntervalMs - performance.now();
        if (leftMs > toleranceMs) {
          timer = setTimeout(tell, leftMs);
          return;
        }
        toldAt = performance.now();
        listener();
      };
      const stop = store.subscribe(tell);
      return () => {
        stop();
        clearTimeout(timer);
      };
    },
  };
}
