import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPoints } from './split';

const counts = fc.integer({ min: 0, max: 400 });
const shares = fc.integer({ min: 0, max: 90 }).map((percent) => percent / 100);
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 32 });

describe('splitPoints', () => {
  it('puts every point in exactly one part, ascending, in the share asked for', () => {
    fc.assert(
      fc.property(counts, shares, seeds, (count, share, seed) => {
        const { train, test, isTest } = splitPoints(count, share, seed);
        expect(test.length).toBe(Math.max(0, Math.min(Math.round(share * count), count - 1)));
        expect([...train]).toEqual([...train].sort((a, b) => a - b));
        expect([...test]).toEqual([...test].sort((a, b) => a - b));
        expect([...train, ...test].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
        expect(isTest).toHaveLength(count);
        expect([...test].every((i) => isTest[i] === 1)).toBe(true);
        expect([...train].every((i) => isTest[i] === 0)).toBe(true);
      }),
    );
  });

  it('moves at most one old point when a point is added', () => {
    fc.assert(
      fc.property(counts, shares, seeds, (count, share, seed) => {
        const before = splitPoints(count, share, seed).isTest;
        const after = splitPoints(count + 1, share, seed).isTest;
        expect(before.filter((part, i) => part !== after[i]).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps every test point when the share grows', () => {
    fc.assert(
      fc.property(counts, shares, shares, seeds, (count, a, b, seed) => {
        const smaller = splitPoints(count, Math.min(a, b), seed);
        const larger = splitPoints(count, Math.max(a, b), seed);
        expect([...smaller.test].every((i) => larger.isTest[i] === 1)).toBe(true);
      }),
    );
  });

  it('repeats itself for a seed and differs for another', () => {
    const first = splitPoints(100, 0.2, 7);
    // Keys that are kept serve for fewer points of the same seed only.
    for (const [count, seed] of [
      [300, 7],
      [100, 8],
      [50, 8],
    ] as const) {
      splitPoints(count, 0.2, seed);
      expect(splitPoints(100, 0.2, 7)).toEqual(first);
    }
    expect(splitPoints(100, 0.2, 7).test).not.toEqual(splitPoints(100, 0.2, 8).test);
  });

  it('is the same in every version: a document says only share and seed', () => {
    expect([...splitPoints(20, 0.3, 7).test]).toEqual([1, 4, 5, 10, 12, 14]);
    expect([...splitPoints(12, 0.25, -1).test]).toEqual([0, 7, 10]);
  });

  it('takes test points evenly along the indices and across classes dealt in turn', () => {
    const { test } = splitPoints(10_000, 0.5, 3);
    expect(Math.abs(test.filter((i) => i < 5_000).length - 2_500)).toBeLessThan(150);
    expect(Math.abs(test.filter((i) => i % 4 === 0).length - 1_250)).toBeLessThan(120);
  });

  it('leaves one point to train on', () => {
    expect([...splitPoints(1, 0.9, 0).train]).toEqual([0]);
    expect(splitPoints(2, 0.9, 0).train).toHaveLength(1);
    expect(splitPoints(0, 0.9, 0)).toEqual({
      train: new Uint32Array(0),
      test: new Uint32Array(0),
      isTest: new Uint8Array(0),
    });
  });

  it.each([-0.1, 0.91, Number.NaN, Number.POSITIVE_INFINITY])('refuses the share %d by name', (share) => {
    expect(() => splitPoints(10, share, 0)).toThrow(RangeError);
    expect(() => splitPoints(10, share, 0)).toThrow(String(share));
  });

  it.each([-1, 1.5, Number.NaN])('refuses the count %d by name', (count) => {
    expect(() => splitPoints(count, 0.2, 0)).toThrow(RangeError);
    expect(() => splitPoints(count, 0.2, 0)).toThrow(String(count));
  });

  it('splits 100,000 points at once', () => {
    const { test, train } = splitPoints(100_000, 0.3, 1);
    expect([test.length, train.length]).toEqual([30_000, 70_000]);
  });
});
