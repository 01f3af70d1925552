/** The latest value of a source for a React drawing: renders at most every `minIntervalMs`, in an animation frame, never behind at rest. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Source } from './source';

export function useFollow<T>(source: Source<T>, minIntervalMs: number): T {
  const subscribe = useCallback(
    (render: () => void) => {
      let request = 0;
      let renderedAt = Number.NEGATIVE_INFINITY;
      const frame = (nowMs: number) => {
        if (nowMs - renderedAt < minIntervalMs) {
          request = requestAnimationFrame(frame);
          return;
        }
        request = 0;
        renderedAt = nowMs;
        render();
      };
      const stop = source.subscribe(() => {
        if (request === 0) request = requestAnimationFrame(frame);
      });
      return () => {
        stop();
        cancelAnimationFrame(request);
      };
    },
    [source, minIntervalMs],
  );
  const read = () => source.get();
  return useSyncExternalStore(subscribe, read, read);
}
