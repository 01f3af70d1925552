import { expect, test } from 'vitest';
import { filmSeconds } from './film';
import { appendHistory, emptyHistory, historyUntil, type LossHistory } from './history';
import type { HistoryRow } from './snapshot';

const row = (epoch: number): HistoryRow => ({
  epoch,
  trainLoss: 1 / (epoch + 1),
  testLoss: null,
  trainAccuracy: null,
  testAccuracy: null,
});
const rows = (count: number) => Array.from({ length: count }, (_, epoch) => row(epoch));
const epochs = (history: { rows: readonly HistoryRow[] }) => history.rows.map(({ epoch }) => epoch);

test('keeps everything while there is room', () => {
  expect(epochs(appendHistory(emptyHistory, rows(10), 10))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('one by one or all at once makes no difference', () => {
  let history: LossHistory = emptyHistory;
  for (let epoch = 0; epoch < 777; epoch++) history = appendHistory(history, [row(epoch)], 16);
  expect(history).toEqual(appendHistory(emptyHistory, rows(777), 16));
});

test.each([1, 2, 99, 1000, 4097, 20_000])('a run of %i rows stays bounded, with both ends', (count) => {
  const kept = epochs(appendHistory(emptyHistory, rows(count), 64));
  expect(kept.length).toBe(Math.min(count, 64));
  expect(kept[0]).toBe(0);
  expect(kept.at(-1)).toBe(count - 1);
});

test('what is kept of a long run lies evenly in the film: its beginning is as dense as its end', () => {
  const kept = epochs(appendHistory(emptyHistory, rows(20_000), 64));
  const seconds = kept.map(filmSeconds);
  const gaps = seconds.slice(2).map((second, i) => second - seconds[i]!);
  const even = seconds.at(-1)! / 63;
  expect(Math.max(...gaps)).toBeLessThan(8 * even);
  expect(kept.filter((epoch) => epoch < 200).length).toBeGreaterThan(10);
});

test('never changes what it was given', () => {
  const before = appendHistory(emptyHistory, rows(5), 4);
  const copy = structuredClone(before);
  appendHistory(before, [row(5), row(6)], 4);
  expect(before).toEqual(copy);
  expect(appendHistory(before, [], 4)).toBe(before);
});

test('keeps the rows of any curve', () => {
  const kept = appendHistory(emptyHistory, [
    { epoch: 0, norms: [1, 2] },
    { epoch: 3, norms: [3, 4] },
  ]);
  expect(kept.rows.map(({ norms }) => norms[1])).toEqual([2, 4]);
});

test('what comes after an epoch can be taken back', () => {
  const cut = historyUntil(appendHistory(emptyHistory, rows(24)), 9);
  expect(epochs(cut)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(epochs(appendHistory(cut, [row(10)]))).toHaveLength(11);
  expect(historyUntil(cut, -1).rows).toEqual([]);
});

test('the same moment measured again takes the place of what was measured there', () => {
  const row = (epoch: number, trainLoss: number) => ({ epoch, trainLoss });
  const history = appendHistory(appendHistory(emptyHistory, [row(0, 3), row(1, 2)]), [row(1, 5), row(2, 1)]);
  expect(history.rows).toEqual([row(0, 3), row(1, 5), row(2, 1)]);
});
