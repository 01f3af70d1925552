import { beforeEach, expect, it, vi } from 'vitest';
import type { WeightChange } from '../../../engine/training/snapshot';
import { createWeightSender } from './weightSender';

let sent: (readonly WeightChange[])[] = [];
/** Commands are numbered from 1. */
const sender = () => createWeightSender((changes) => sent.push(changes));

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
});

it('sends a single change at once', () => {
  sender()(3, 0.5);
  expect(sent).toEqual([[{ index: 3, value: 0.5 }]]);
});

it('sends the first and the last of many, and never more than ten times a second', () => {
  const send = sender();
  for (let i = 0; i <= 50; i++) {
    send(3, i / 100);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(sent.length).toBeLessThanOrEqual(7);
  expect(sent.at(0)).toEqual([{ index: 3, value: 0 }]);
  expect(sent.at(-1)).toEqual([{ index: 3, value: 0.5 }]);
});

it('keeps what was said of several weights in between', () => {
  const send = sender();
  send(1, 1);
  send(2, 2);
  send(3, 3);
  vi.advanceTimersByTime(500);
  expect(sent).toEqual([
    [{ index: 1, value: 1 }],
    [
      { index: 2, value: 2 },
      { index: 3, value: 3 },
    ],
  ]);
});

it('tells the number of the command that carries a value, and nothing of a value that another took the place of', () => {
  const send = sender();
  const told: [number, number][] = [];
  const tell = (value: number) => (command: number) => told.push([value, command]);
  for (const value of [1, 2, 3]) send(1, value, tell(value));
  expect(told).toEqual([[1, 1]]);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([
    [1, 1],
    [3, 2],
  ]);
});
