/** The latest value of a source for a React drawing: renders at most every `minIntervalMs`, in an animation frame, never behind at rest. */
import { useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { inFrame, notInFrame } from './frames';
import type { Source } from './source';

export function useFollow<T>(source: Source<T>, minIntervalMs: number): T {
  const subscribe = useCallback(
    (render: () => void) => {
      let renderedAt = Number.NEGATIVE_INFINITY;
      const frame = (nowMs: number) => {
        if (nowMs - renderedAt < minIntervalMs) {
          inFrame(frame);
          return;
        }
        renderedAt = nowMs;
        flushSync(render);
      };
      const stop = source.subscribe(() => inFrame(frame));
      return () => {
        stop();
        notInFrame(frame);
      };
    },
    [source, minIntervalMs],
  );
  const read = () => source.get();
  return useSyncExternalStore(subscribe, read, read);
}
