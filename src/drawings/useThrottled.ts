/**
 * The latest value of a store for a React drawing: renders in the animation frame that shows the rest of it, at most every
 * `minIntervalMs`, and is never behind at rest. 0 for figures of the run, which must be those of the picture beside them: whatever
 * else makes the drawing render in between, it keeps the value of the last frame. All that follow in a frame render in one pass.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { ReadableStore } from '../engine/readableStore';
import { inNextFrame } from './frames';
import { throttled } from './throttled';

export function useThrottled<T>(store: ReadableStore<T>, minIntervalMs = 0): T {
  const { subscribe, read } = useMemo(
    () => shownInFrames(throttled(store, minIntervalMs)),
    [store, minIntervalMs],
  );
  return useSyncExternalStore(subscribe, read, read);
}

/** What renders in the next frame. */
const following = new Set<() => void>();

function renderAll(): void {
  const now = [...following];
  following.clear();
  flushSync(() => {
    for (const follow of now) follow();
  });
}

/** Its value changes only in frames. */
function shownInFrames<T>(store: ReadableStore<T>) {
  let shown = store.get();
  const subscribe = (render: () => void) => {
    const follow = () => {
      shown = store.get();
      render();
    };
    // What has come since the first rendering.
    shown = store.get();
    const stop = store.subscribe(() => {
      following.add(follow);
      inNextFrame(renderAll);
    });
    return () => {
      stop();
      following.delete(follow);
    };
  };
  return { subscribe, read: () => shown };
}
