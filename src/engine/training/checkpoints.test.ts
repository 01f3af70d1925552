import { expect, it } from 'vitest';
import { Checkpoints } from './checkpoints';
import { filmSeconds } from './film';

const at = (updates: number, size = 1) => ({
  position: { epoch: updates, batch: 0, updates },
  state: { parameters: new Float32Array(size), slots: [], optimizerUpdates: updates },
});
const cheap = { moment: 1, update: 1 };
const updatesOf = (kept: Checkpoints) => kept.all.map(({ position }) => position.updates);

it('keeps the beginning densely, then a long run evenly in the film, in bounded number', () => {
  const kept = new Checkpoints(10, 2, cheap);
  for (let updates = 0; updates < 200_000; updates++) {
    if (kept.isDue(at(updates).position)) kept.add(at(updates));
  }
  const updates = updatesOf(kept);
  expect(updates.length).toBeLessThanOrEqual(160);
  expect(updates.slice(0, 6)).toEqual([0, 2, 4, 6, 8, 10]);
  const seconds = updates.map(filmSeconds);
  const gaps = seconds.slice(1).map((second, i) => second - seconds[i]!);
  expect(Math.max(...gaps)).toBeLessThan(0.3);
});

it('keeps few moments of a large network, the first and the last among them', () => {
  const kept = new Checkpoints(2_000_000, 2, cheap);
  for (let updates = 0; updates < 50; updates++) kept.add(at(updates));
  expect(updatesOf(kept).length).toBe(8);
  expect(updatesOf(kept)).toEqual(expect.arrayContaining([0, 49]));
});

it('says how long until the next is due, and forgets a way that was not taken', () => {
  const kept = new Checkpoints(1, 0, cheap);
  expect(kept.untilDue(at(0).position)).toBe(1);
  for (const updates of [0, 100, 200]) kept.add(at(updates));
  expect(kept.untilDue(at(200).position)).toBe(14);
  expect(kept.nearest(120, 1)).toBe(1);
  kept.cutFrom(101);
  expect(updatesOf(kept)).toEqual([0, 100]);
  expect(new Checkpoints(1, 0, cheap).nearest(3, 1)).toBeNull();
});

it('rests between moments that cost more than the training, unless another way is taken', () => {
  const kept = new Checkpoints(1, 0, { moment: 5e8, update: 1e7 });
  const due: number[] = [];
  for (let updates = 0; updates < 20_000; updates++) {
    if (!kept.isDue(at(updates).position)) continue;
    kept.addMeasured(at(updates));
    due.push(updates);
  }
  expect(due.slice(0, 5)).toEqual([0, 2, 4, 1004, 2004]);
  expect(kept.untilDue(at(due.at(-1)!).position)).toBeGreaterThan(1000);
  kept.cutFrom(1701);
  expect(updatesOf(kept)).toEqual([0, 2, 4, 1004]);
  expect(kept.untilDue(at(1700).position)).toBe(1);
});
