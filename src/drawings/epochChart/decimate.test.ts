import { describe, expect, test } from 'vitest';
import { decimate } from './decimate';

describe('decimate', () => {
  test('keeps few points as they are', () => {
    expect(decimate([0, 10, 20], [3, 1, 2])).toEqual([0, 1, 2]);
  });

  test('keeps the lowest and the highest of a column, in order, and both ends', () => {
    const x = [0, 1.0, 1.2, 1.4, 1.6, 1.8, 3];
    const y = [5, 4, 9, 4, 0, 5, 5];
    expect(decimate(x, y)).toEqual([0, 2, 4, 6]);
  });

  test('a spike among ten thousand points survives', () => {
    const y = Array.from({ length: 10_000 }, (_, i) => (i === 7777 ? 50 : Math.exp(-i / 2000)));
    const kept = decimate(
      y.map((_, i) => i / 25),
      y,
    );
    expect(kept).toContain(7777);
    expect(kept.length).toBeLessThanOrEqual(2 * 400 + 2);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(9999);
  });

  test('indices ascend without repeats', () => {
    const y = Array.from({ length: 500 }, (_, i) => Math.sin(i));
    const kept = decimate(
      y.map((_, i) => i / 7),
      y,
    );
    for (let i = 1; i < kept.length; i++) expect(kept[i]!).toBeGreaterThan(kept[i - 1]!);
  });

  test('skips what is not finite, at the ends too', () => {
    const y = [Number.NaN, 2, Number.POSITIVE_INFINITY, 3, Number.NaN];
    expect(decimate([0, 1, 2, 3, 4], y)).toEqual([1, 3]);
  });

  test('nothing, and one point', () => {
    expect(decimate([], [])).toEqual([]);
    expect(decimate([0], [Number.NaN])).toEqual([]);
    expect(decimate([4], [1])).toEqual([0]);
  });
});
