import { describe, expect, it } from 'vitest';
import { flopsPerEpoch, logSlope, median } from './figures';

describe('median', () => {
  it('is the middle of an odd number of values, whatever their order', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('is the mean of the middle two of an even number', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });
});

describe('logSlope', () => {
  it('is the power that y grows with', () => {
    const x = [1, 3, 10, 100];
    expect(
      logSlope(
        x,
        x.map((value) => 5 * value),
      ),
    ).toBeCloseTo(1, 12);
    expect(
      logSlope(
        x,
        x.map((value) => value ** 2 / 7),
      ),
    ).toBeCloseTo(2, 12);
  });
});

describe('flopsPerEpoch', () => {
  it('counts three products a layer, two for the first', () => {
    // 2-4-4: 8 weights twice forward and twice backward, 16 weights six times; 10 points.
    expect(flopsPerEpoch({ hidden: [4], points: 10 })).toBe(10 * (8 * 4 + 16 * 6));
  });
});
