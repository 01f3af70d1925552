import { describe, expect, it } from 'vitest';
import { costHeights } from './costHeights';

describe('heights of costs', () => {
  it('are the costs themselves, or their logarithms', () => {
    const costs = Float32Array.of(0.01, 0.1, 1, 10);
    const linear = costHeights(costs, false);
    expect([linear.low, linear.high]).toEqual([0, 10]);
    expect(linear.of(0.1)).toBe(0.1);
    const log = costHeights(costs, true);
    expect(log.of(0.1)).toBeCloseTo(-1);
    expect(log.low).toBeCloseTo(-2);
    expect(log.high).toBeCloseTo(1);
    expect(log.ticks.text).toContain('0.1');
  });

  it('keep their scale while the surface trembles', () => {
    const [before, after] = [Float32Array.of(0.3, 1, 7.1), Float32Array.of(0.1, 2, 7.6)];
    for (const isLog of [false, true]) {
      const { low, high, ticks } = costHeights(before, isLog);
      expect(costHeights(after, isLog)).toMatchObject({ low, high, ticks });
    }
  });

  it('have lines from low to high, denser in the valley', () => {
    const { levels, low, high } = costHeights(Float32Array.of(0, 1, 2, 8), false);
    expect(levels[0]).toBeGreaterThan(low);
    expect(levels.at(-1)).toBeLessThan(high);
    const gaps = levels.slice(1).map((level, i) => level - levels[i]!);
    expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  });

  it('leave out what is no number and cut off what towers over the rest, unless logarithmic', () => {
    const costs = Float32Array.from([
      ...Array<number>(97)
        .fill(0)
        .map((_, i) => 1 + i / 97),
      1e30,
      NaN,
      Infinity,
    ]);
    const linear = costHeights(costs, false);
    expect(linear).toMatchObject({ gaps: 2, cut: 1 });
    expect(linear.of(NaN)).toBeNaN();
    expect(linear.of(Infinity)).toBeNaN();
    expect(linear.of(1e30)).toBe(linear.high);
    expect(linear.high).toBeLessThan(100);
    const log = costHeights(costs, true);
    expect(log.cut).toBe(0);
    expect(log.of(1e30)).toBeCloseTo(30);
  });

  it('exist for costs that are all the same, all 0 or all missing', () => {
    for (const costs of [Float32Array.of(2, 2), Float32Array.of(0, 0), Float32Array.of(NaN, NaN)]) {
      for (const isLog of [false, true]) {
        const { low, high, ticks } = costHeights(costs, isLog);
        expect(high).toBeGreaterThan(low);
        expect([low, high, ...ticks.at].every(Number.isFinite)).toBe(true);
      }
    }
  });
});
