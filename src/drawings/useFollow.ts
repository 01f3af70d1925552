/**
 * The latest value of a source for a React drawing: renders in the animation frame that shows the rest of it, at most every
 * `minIntervalMs`, and is never behind at rest. 0 for figures of the run, which must be those of the picture beside them.
 */
import { useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { inNextFrame, notInFrame } from './frames';
import type { Source } from './source';

export function useFollow<T>(source: Source<T>, minIntervalMs = 0): T {
  const subscribe = useCallback(
    (render: () => void) => {
      let renderedAt = Number.NEGATIVE_INFINITY;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const frame = (nowMs: number) => {
        renderedAt = nowMs;
        flushSync(render);
      };
      const ask = () => {
        clearTimeout(timer);
        const leftMs = renderedAt + minIntervalMs - performance.now();
        // Half a screen frame of tolerance, so that 33 ms means every second frame of a 60 Hz screen.
        if (leftMs <= 8) inNextFrame(frame);
        else timer = setTimeout(ask, leftMs);
      };
      const stop = source.subscribe(ask);
      return () => {
        stop();
        clearTimeout(timer);
        notInFrame(frame);
      };
    },
    [source, minIntervalMs],
  );
  const read = () => source.get();
  return useSyncExternalStore(subscribe, read, read);
}
