import { expect, test } from 'vitest';
import type { HistoryRow } from '../../engine/training/snapshot';
import { appendHistory, emptyHistory, historyUntil, type LossHistory } from './history';

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

test('when full, keeps every second row, then every fourth, and always the first and the latest', () => {
  expect(epochs(appendHistory(emptyHistory, rows(11), 10))).toEqual([0, 2, 4, 6, 8, 10]);
  expect(epochs(appendHistory(emptyHistory, rows(12), 10))).toEqual([0, 2, 4, 6, 8, 10, 11]);
  expect(epochs(appendHistory(emptyHistory, rows(24), 10))).toEqual([0, 4, 8, 12, 16, 20, 23]);
});

test('one by one or all at once makes no difference', () => {
  let history: LossHistory = emptyHistory;
  for (let epoch = 0; epoch < 777; epoch++) history = appendHistory(history, [row(epoch)], 16);
  expect(history).toEqual(appendHistory(emptyHistory, rows(777), 16));
});

test('however long the run, rows stay bounded, evenly spaced and up to date', () => {
  for (const count of [1, 2, 99, 1000, 4097, 50_000]) {
    const history = appendHistory(emptyHistory, rows(count), 64);
    const kept = epochs(history);
    expect(kept.length).toBeLessThanOrEqual(64);
    expect(kept.length).toBeGreaterThanOrEqual(Math.min(count, 32));
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(count - 1);
    for (let i = 1; i < kept.length - 1; i++) expect(kept[i]! - kept[i - 1]!).toBe(history.stride);
  }
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

test('what comes after an epoch can be taken back, and the thinning goes on as if it had never been', () => {
  const cut = historyUntil(appendHistory(emptyHistory, rows(24), 10), 9);
  expect(epochs(cut)).toEqual([0, 4, 8]);
  const goneOn = appendHistory(cut, [row(10), row(11), row(12)], 10);
  expect(epochs(goneOn)).toEqual([0, 4, 8, 12]);
  expect(historyUntil(cut, -1).rows).toEqual([]);
});

test('the same moment measured again takes the place of what was measured there', () => {
  const row = (epoch: number, trainLoss: number) => ({ epoch, trainLoss });
  const history = appendHistory(appendHistory(emptyHistory, [row(0, 3), row(1, 2)]), [row(1, 5), row(2, 1)]);
  expect(history.rows).toEqual([row(0, 3), row(1, 5), row(2, 1)]);
  expect(history.arrived).toBe(3);
});
