import { expect, it, vi } from 'vitest';
import { surfaceOfFunction } from '../../../../drawings/surface/sampleSurface';
import { changesTo, createPlaceSender } from './placeSender';

it('sends the first place at once and then the last one of each interval', () => {
  vi.useFakeTimers();
  const send = vi.fn();
  const { send: place } = createPlaceSender<number>(send, 100);
  for (const n of [1, 2, 3]) place(n);
  expect(send.mock.calls).toEqual([[1]]);
  vi.advanceTimersByTime(100);
  expect(send.mock.calls).toEqual([[1], [3]]);
  vi.advanceTimersByTime(300);
  expect(send).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it('sends what waits when it ends, or drops it with the run that it was meant for', () => {
  vi.useFakeTimers();
  for (const [isWanted, places] of [
    [true, [[1], [2]]],
    [false, [[1]]],
  ] as const) {
    const send = vi.fn();
    const sender = createPlaceSender<number>(send, 100);
    sender.send(1);
    sender.send(2);
    sender.end(isWanted);
    vi.advanceTimersByTime(300);
    expect(send.mock.calls).toEqual(places);
  }
  vi.useRealTimers();
});

it('sets two parameters of a pair, and all of them along directions', () => {
  const surface = surfaceOfFunction(() => 0, { left: 0, right: 1, bottom: 0, top: 1 });
  expect(changesTo(surface, { x: 0.5, y: 2 })).toEqual([
    { index: 0, value: 0.5 },
    { index: 1, value: 2 },
  ]);
  const along = {
    ...surface,
    question: { ...surface.question, directions: { kind: 'random', seed: 1 } as const },
    plane: {
      origin: Float32Array.of(1, 1, 1),
      first: Float32Array.of(1, 0, 0),
      second: Float32Array.of(0, 2, 0),
    },
  };
  expect(changesTo(along, { x: 0.5, y: -1 }).map(({ value }) => value)).toEqual([1.5, -1, 1]);
});
