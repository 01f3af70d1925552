import { beforeEach, expect, it, vi } from 'vitest';
import type { UnitRef } from '../../../engine/model/network';
import { createShowing } from './showing';

const first = { layer: 0, unit: 0 };
const second = { layer: 0, unit: 1 };
let shown: (UnitRef | null)[] = [];
const showing = () => createShowing((unit) => shown.push(unit));

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
});

it('a unit is shown at once, and the boundary comes back when it is left', () => {
  const { enter, leave } = showing();
  enter(first);
  expect(shown).toEqual([first]);
  leave();
  vi.advanceTimersByTime(200);
  expect(shown).toEqual([first, null]);
});

it('from one unit to the next the boundary does not flash', () => {
  const { enter, leave } = showing();
  enter(first);
  leave();
  vi.advanceTimersByTime(30);
  enter(second);
  vi.advanceTimersByTime(200);
  expect(shown).toEqual([first, second]);
});

it('a pinned unit comes back instead of the boundary until it is let go', () => {
  const { enter, leave, pin, unpin } = showing();
  pin(first);
  enter(second);
  leave();
  vi.advanceTimersByTime(200);
  expect(shown).toEqual([first, second, first]);
  unpin();
  leave();
  vi.advanceTimersByTime(200);
  expect(shown.at(-1)).toBeNull();
});
