import { describe, expect, it } from 'vitest';
import { createScale, stepFrom } from './sliderScale';

const values = (scale: ReturnType<typeof createScale>) =>
  Array.from({ length: scale.last + 1 }, (_, position) => scale.valueAt(position));

describe('a logarithmic scale', () => {
  const learningRates = createScale({ range: [1e-5, 10], scale: 'log' });

  it('reaches both ends and the round values between them, without binary dust', () => {
    const all = values(learningRates);
    expect([all[0], all.at(-1)]).toEqual([1e-5, 10]);
    expect(all).toEqual(
      expect.arrayContaining([1e-4, 0.001, 0.003, 0.01, 0.015, 0.02, 0.05, 0.1, 0.3, 1, 2.5]),
    );
    expect(all.every((value) => Number(value.toPrecision(2)) === value)).toBe(true);
  });

  it('gives every decade the same length', () => {
    expect([1e-5, 1e-4, 0.01, 1, 10].map((value) => learningRates.positionOf(value))).toEqual([
      0, 10, 30, 50, 60,
    ]);
    expect(learningRates.page).toBe(10);
  });

  it('places a value that no position has between its neighbours', () => {
    const position = learningRates.positionOf(0.0123);
    expect(position).toBeGreaterThan(learningRates.positionOf(0.012));
    expect(position).toBeLessThan(learningRates.positionOf(0.015));
  });

  it('starts with zero where zero is allowed', () => {
    const penalties = createScale({ range: [1e-5, 10], scale: 'log', zeroAllowed: true });
    expect([0, 1].map(penalties.valueAt)).toEqual([0, 1e-5]);
    expect([0, 1e-5].map(penalties.positionOf)).toEqual([0, 1]);
  });

  it('has whole numbers only, once each, when asked', () => {
    const points = values(createScale({ range: [1, 10_000], scale: 'log', integer: true }));
    expect(points.every(Number.isInteger)).toBe(true);
    expect(points).toEqual([...new Set(points)].sort((a, b) => a - b));
    expect(points).toContain(400);
  });

  it('keeps ends that are not round', () => {
    expect(values(createScale({ range: [3, 7], scale: 'log' }))).toEqual([3, 4, 5, 6, 7]);
    expect(values(createScale({ range: [0.0034, 0.0077], scale: 'log' }))).toEqual([
      0.0034, 0.004, 0.005, 0.006, 0.0077,
    ]);
  });

  it('refuses to begin at zero by itself', () => {
    expect(() => createScale({ range: [0, 1], scale: 'log' })).toThrow(RangeError);
  });
});

describe('a linear scale', () => {
  it('counts in its step, without binary dust', () => {
    const noise = createScale({ range: [0, 2], scale: 'linear', step: 0.01 });
    expect(noise.last).toBe(200);
    expect([1, 29, 57, 200].map(noise.valueAt)).toEqual([0.01, 0.29, 0.57, 2]);
  });

  it('ends at the range even when the step does not', () => {
    expect(values(createScale({ range: [0, 1], scale: 'linear', step: 0.3 }))).toEqual([0, 0.3, 0.6, 0.9, 1]);
  });
});

describe('given stops', () => {
  it('are the positions, in their order', () => {
    const batches = createScale({ range: [1, 300], scale: 'log', stops: [1, 2, 4, 8, 300] });
    expect(values(batches)).toEqual([1, 2, 4, 8, 300]);
    expect(batches.positionOf(4)).toBe(2);
  });
});

describe('stepFrom', () => {
  const scale = createScale({ range: [1e-5, 10], scale: 'log' });

  it('goes to the next round value from anywhere', () => {
    expect(stepFrom(scale, 0.01, 1)).toBe(0.012);
    expect(stepFrom(scale, 0.0123, 1)).toBe(0.015);
    expect(stepFrom(scale, 0.0123, -1)).toBe(0.012);
  });

  it('stays within the range', () => {
    expect(stepFrom(scale, 9, 10)).toBe(10);
    expect(stepFrom(scale, 1e-5, -1)).toBe(1e-5);
    expect(stepFrom(scale, 0.01, Number.NEGATIVE_INFINITY)).toBe(1e-5);
  });
});
