import { describe, expect, test } from 'vitest';
import { softUpdates, updatesAfter } from '../../engine/training/film';
import type { HistoryRow } from '../../engine/training/snapshot';
import { isAtEnd } from '../epochChart/epochScale';
import { lossScales } from './lossScales';

const area = { left: 40, right: 340, top: 10, bottom: 110, textPx: 12 };
const rowsOf = (losses: readonly number[], testLosses: readonly (number | null)[] = []): HistoryRow[] =>
  losses.map((trainLoss, epoch) => ({
    epoch,
    trainLoss,
    testLoss: testLosses[epoch] ?? null,
    trainAccuracy: null,
    testAccuracy: null,
  }));

describe('linear', () => {
  test('starts at zero and shows the largest loss of both parts', () => {
    const scales = lossScales(rowsOf([1, 0.4], [1.9, 0.6]), 'linear', area);
    expect(scales.y(0)).toBe(110);
    expect(scales.y(1.9)).toBeGreaterThanOrEqual(10);
    expect(scales.ticks[0]).toBe(0);
  });

  test('epochs run over the whole width, and back', () => {
    const scales = lossScales(rowsOf([1, 1, 1, 1]), 'linear', area);
    expect([scales.x(0), scales.x(3)]).toEqual([40, 340]);
    expect(scales.epochAt(140)).toBeCloseTo(1);
  });

  test('losses that are all zero still have a scale', () => {
    expect(lossScales(rowsOf([0, 0]), 'linear', area).y(0)).toBe(110);
  });
});

describe('logarithmic', () => {
  test('equal ratios are equal distances; powers of ten are ticks', () => {
    const { y, ticks } = lossScales(rowsOf([1, 0.1, 0.01]), 'log', area);
    expect(y(0.1) - y(1)).toBeCloseTo(y(0.01) - y(0.1));
    expect(ticks).toEqual([1, 0.1, 0.01]);
  });

  test('zero is drawn at the foot', () => {
    const { y } = lossScales(rowsOf([1, 0.1, 0]), 'log', area);
    expect(y(0)).toBeCloseTo(110);
    expect(y(0.1)).toBeLessThan(110);
  });

  test('a loss that is as good as nothing does not squeeze the rest', () => {
    const { y } = lossScales(rowsOf([1, 1e-40]), 'log', area);
    expect(y(0.01) - y(1)).toBeGreaterThan(15);
  });

  test('many decades get few ticks, less than one still some', () => {
    expect(lossScales(rowsOf([1e3, 1e-7]), 'log', area).ticks.length).toBeLessThanOrEqual(6);
    expect(lossScales(rowsOf([0.69, 0.52]), 'log', area).ticks.length).toBeGreaterThan(1);
  });
});

describe.each(['linear', 'log'] as const)('%s', (kind) => {
  test.each([[[]], [[0]], [[3]], [[Number.NaN]], [[Number.POSITIVE_INFINITY, 0.5]]])(
    'has finite places and ticks for losses %j',
    (losses) => {
      const scales = lossScales(rowsOf(losses), kind, area);
      expect(scales.ticks.length).toBeGreaterThan(0);
      for (const value of [0, 0.5, 3, ...scales.ticks]) {
        expect(scales.y(value)).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(scales.y(value)).toBeLessThanOrEqual(110 + 1e-9);
      }
      expect(scales.x(0)).toBe(40);
    },
  );

  test('a loss that is not finite has no place', () => {
    expect(lossScales(rowsOf([1, 2]), kind, area).y(Number.POSITIVE_INFINITY)).toBeNaN();
  });
});

describe('the axis of the film', () => {
  const film = { kind: 'log', softEpochs: softUpdates / 10, leastEpochs: 60 } as const;
  const long = (last: number) => lossScales(rowsOf([1, 0.5]).with(1, row(last)), 'linear', area, [], film);
  const row = (epoch: number) => ({ ...rowsOf([0.5])[0]!, epoch });

  test('is crossed at an even speed', () => {
    const { x } = long(1000);
    const places = [1, 2, 3, 4, 5].map((second) => x(updatesAfter(second) / 10));
    const steps = places.slice(1).map((place, i) => place - places[i]!);
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6);
  });

  test('gives the first updates room, and reads back what it shows', () => {
    const { x, epochAt } = long(10_000);
    expect(x(0)).toBe(area.left);
    expect(x(10_000)).toBeCloseTo(area.right, 6);
    expect(x(10) - x(0)).toBeGreaterThan(20);
    for (const epoch of [0, 0.1, 3, 777]) expect(epochAt(x(epoch))).toBeCloseTo(epoch, 6);
  });

  test('has room for a young run to cross', () => {
    expect(long(2).x(2)).toBeLessThan(area.right - 100);
  });

  test('names whole epochs that do not lie on each other, the latest power of ten among them', () => {
    for (const last of [0, 0.2, 1, 3, 12, 99, 100, 5000, 1e7]) {
      const { x, epochTicks } = long(last);
      expect(epochTicks[0]).toBe(0);
      expect(epochTicks.every(Number.isInteger)).toBe(true);
      for (let i = 1; i < epochTicks.length; i++) {
        expect(x(epochTicks[i]!) - x(epochTicks[i - 1]!)).toBeGreaterThanOrEqual(44);
      }
    }
    expect(long(5000).epochTicks).toContain(1000);
  });

  test('a number that ends at the right end keeps clear of the one before it', () => {
    for (let last = 1; last < 1e5; last = Math.ceil(1.07 * last)) {
      const { x, epochTicks } = long(last);
      const [before = 0, end = 0] = epochTicks.slice(-2);
      // The last number lies before its place there, as wide as it may be; the one before it around its own.
      if (isAtEnd(x(end), area)) expect(x(end) - x(before)).toBeGreaterThanOrEqual(1.5 * 44);
    }
  });
});

describe('with further curves', () => {
  const overlay = (losses: readonly number[], from = 0) => ({
    line: 0,
    label: 'A',
    points: losses.map((loss, i) => ({ epoch: from + i, loss })),
  });

  test('epochs and losses of all of them have room', () => {
    const scales = lossScales(rowsOf([1, 0.5]), 'linear', area, [overlay([1, 2, 0.1]), overlay([1], 9)]);
    expect([scales.x(0), scales.x(9)]).toEqual([40, 340]);
    expect(scales.y(2)).toBeGreaterThanOrEqual(10);
    expect(scales.y(2)).toBeLessThan(scales.y(1));
  });

  test('one that diverged leaves at the top and does not squeeze the rest', () => {
    const scales = lossScales([], 'linear', area, [overlay([1, 0.5, 0.2]), overlay([1, 1e9, Infinity])]);
    expect(scales.y(0.2) - scales.y(1)).toBeGreaterThan(10);
    expect(scales.y(1e9)).toBe(10);
  });

  test('alone they make the scale', () => {
    const scales = lossScales([], 'log', area, [overlay([1, 0.1], 5)]);
    expect([scales.x(5), scales.x(6)]).toEqual([40, 340]);
  });
});
