import { expect, test } from 'vitest';
import { BARS_HEIGHT, barsPath, endsOf, peakOf, zeroPlace } from './bars';

const of = (counts: number[], low = -1, high = 1) => ({ low, high, counts: Uint32Array.from(counts) });

/** Height of every bar, by the bin it stands in. */
function heights(path: string): Record<number, number> {
  return Object.fromEntries(
    [...path.matchAll(/M([\d.]+) 100V([\d.]+)/g)].map(([, x, top]) => [
      Math.floor(Number(x)),
      BARS_HEIGHT - Number(top),
    ]),
  );
}

test('bars are as high as their counts, the fullest fills the box, empty bins have none', () => {
  expect(heights(barsPath(of([5, 0, 10])))).toEqual({ 0: 50, 2: 100 });
});

test('one value among very many is seen', () => {
  expect(heights(barsPath(of([100_000, 1])))[1]).toBeGreaterThan(2);
});

test('nothing counted, nothing drawn, no peak', () => {
  expect(barsPath(of([0, 0]))).toBe('');
  expect(peakOf(of([0, 0]))).toBeNull();
});

test('zero is marked where it lies, and only there', () => {
  expect(zeroPlace(of([1], -1, 3))).toBe(0.25);
  expect(zeroPlace(of([1], 0, 3))).toBe(0);
  expect(zeroPlace(of([1], 1, 3))).toBeNull();
  expect(zeroPlace(of([1], 3e-200, 1))).toBe(0);
  expect(endsOf(of([1], 3e-200, 1))).toEqual([0, 1]);
});

test('the peak is the middle of the fullest bin', () => {
  expect(peakOf(of([1, 7, 2, 0], 0, 4))).toBe(1.5);
});
