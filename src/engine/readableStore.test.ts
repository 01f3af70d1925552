import { expect, test, vi } from 'vitest';
import { combine, constant, map, silent, writable } from './readableStore';

test('a mapped store has what is made of the value, and makes it once for each value', () => {
  const store = writable(2);
  const change = vi.fn((value: number) => ({ double: 2 * value }));
  const doubled = map(store, change);
  expect(doubled.get()).toEqual({ double: 4 });
  expect(doubled.get()).toBe(doubled.get());
  expect(change).toHaveBeenCalledTimes(1);
  store.set(3);
  expect(doubled.get()).toEqual({ double: 6 });
  store.set(Number.NaN);
  expect(doubled.get()).toBe(doubled.get());
});

test('what was made before can be kept', () => {
  const store = writable<string | null>('a');
  const kept = map(store, (value, before: string | null | undefined) => value ?? before ?? null);
  expect(kept.get()).toBe('a');
  store.set(null);
  expect(kept.get()).toBe('a');
  store.set('b');
  expect(kept.get()).toBe('b');
});

test('combined stores are one array until one of them changes, and announce the changes of all', () => {
  const [a, b] = [writable(1), writable('x')];
  const both = combine(a, b, constant(true));
  const heard = vi.fn();
  const stop = both.subscribe(heard);
  const first = both.get();
  expect(first).toEqual([1, 'x', true]);
  expect(both.get()).toBe(first);
  a.set(2);
  b.set('y');
  expect(heard).toHaveBeenCalledTimes(2);
  expect(both.get()).toEqual([2, 'y', true]);
  stop();
  a.set(3);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('mapped stores announce, silent ones do not', () => {
  const store = writable(1);
  const [mapped, quiet] = [vi.fn(), vi.fn()];
  map(store, (value) => -value).subscribe(mapped);
  silent(store).subscribe(quiet);
  store.set(4);
  expect(mapped).toHaveBeenCalledTimes(1);
  expect(quiet).not.toHaveBeenCalled();
  expect(silent(store).get()).toBe(4);
});
