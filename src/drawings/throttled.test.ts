import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writable } from '../engine/readableStore';
import { throttled } from './throttled';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('announces the first change at once, later ones at most every interval, and the last one always', () => {
  const store = writable(0);
  const slow = throttled(store, 100);
  const heard: number[] = [];
  slow.subscribe(() => heard.push(slow.get()));
  for (let value = 1; value <= 25; value++) {
    store.set(value);
    vi.advanceTimersByTime(10);
  }
  expect(heard).toHaveLength(3);
  expect(heard[0]).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveLength(4);
  expect(heard.at(-1)).toBe(25);
});

test('a subscriber that has left hears nothing more', () => {
  const store = writable(0);
  const listener = vi.fn();
  const stop = throttled(store, 100).subscribe(listener);
  store.set(1);
  store.set(2);
  stop();
  vi.advanceTimersByTime(1000);
  expect(listener).toHaveBeenCalledTimes(1);
});

test('without an interval it is the store itself', () => {
  const store = writable(0);
  expect(throttled(store, 0)).toBe(store);
});
