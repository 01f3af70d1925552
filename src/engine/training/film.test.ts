import { describe, expect, it } from 'vitest';
import { filmSeconds, firstPace, paceAt, updatesAfter } from './film';

describe('the pace of the film', () => {
  it('doubles every second', () => {
    for (let second = 0; second < 16; second++) {
      expect(paceAt(updatesAfter(second + 1)) / paceAt(updatesAfter(second))).toBeCloseTo(2, 9);
    }
  });

  it('begins with updates that the eye can count', () => {
    expect(paceAt(0)).toBe(firstPace);
    expect(updatesAfter(1)).toBeGreaterThan(15);
    expect(updatesAfter(1)).toBeLessThan(25);
  });

  it('is the slope of the updates over time', () => {
    for (const seconds of [0.2, 1, 3, 7]) {
      const slope = (updatesAfter(seconds + 1e-4) - updatesAfter(seconds - 1e-4)) / 2e-4;
      expect(slope / paceAt(updatesAfter(seconds))).toBeCloseTo(1, 6);
    }
  });

  it('has seconds and updates as inverses', () => {
    for (const updates of [0, 1, 10, 1000, 1e7])
      expect(updatesAfter(filmSeconds(updates))).toBeCloseTo(updates, 3);
  });
});
