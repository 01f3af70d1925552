import { expect, test } from 'vitest';
import { overlayLoss, shownLosses } from './overlay';

const overlay = (losses: readonly number[]) => ({
  line: 0,
  label: 'A',
  points: losses.map((loss, i) => ({ epoch: 10 * i, loss })),
});

test('a curve is read at its nearest point, and not where it has none', () => {
  const curve = overlay([3, 2, 1]);
  expect([0, 4, 6, 20].map((epoch) => overlayLoss(curve, epoch))).toEqual([3, 3, 2, 1]);
  expect(overlayLoss(curve, 21)).toBeNull();
  expect(overlayLoss(overlay([]), 0)).toBeNull();
});

test('losses far above every beginning make no room for themselves', () => {
  expect(shownLosses([overlay([1, 3]), overlay([2, 7, 1e6, Number.NaN])])).toEqual([1, 3, 2, 7]);
});
