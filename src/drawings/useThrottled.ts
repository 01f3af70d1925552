/**
 * The latest value of a source for a React drawing: renders in the animation frame that shows the rest of it, at most every
 * `minIntervalMs`, and is never behind at rest. 0 for figures of the run, which must be those of the picture beside them: whatever
 * else makes the drawing render in between, it keeps the value of the last frame. All that follow in a frame render in one pass.
 */
import { useMemo, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { ReadableStore } from '../engine/readableStore';
import { inNextFrame } from './frames';

export function useThrottled<T>(source: ReadableStore<T>, minIntervalMs = 0): T {
  const follower = useMemo(() => createFollower(source, minIntervalMs), [source, minIntervalMs]);
  return useSyncExternalStore(follower.subscribe, follower.read, follower.read);
}

type Following = (nowMs: number) => void;

/** What renders in the next frame. */
const following = new Set<Following>();

function renderAll(nowMs: number): void {
  const now = [...following];
  following.clear();
  flushSync(() => {
    for (const follow of now) follow(nowMs);
  });
}

function createFollower<T>(source: ReadableStore<T>, minIntervalMs: number) {
  let shown = source.get();
  const subscribe = (render: () => void) => {
    let renderedAt = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow: Following = (nowMs) => {
      renderedAt = nowMs;
      shown = source.get();
      render();
    };
    const ask = () => {
      clearTimeout(timer);
      const leftMs = renderedAt + minIntervalMs - performance.now();
      // Half a screen frame of tolerance, so that 33 ms means every second frame of a 60 Hz screen.
      if (leftMs > 8) {
        timer = setTimeout(ask, leftMs);
        return;
      }
      following.add(follow);
      inNextFrame(renderAll);
    };
    // What has come since the first rendering.
    shown = source.get();
    const stop = source.subscribe(ask);
    return () => {
      stop();
      clearTimeout(timer);
      following.delete(follow);
    };
  };
  return { subscribe, read: () => shown };
}
