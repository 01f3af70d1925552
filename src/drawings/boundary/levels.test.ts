import { expect, test } from 'vitest';
import { levelsOf } from './levels';

test('targets of both signs get a scale that is symmetric round zero and covers them', () => {
  const { low, high, isDiverging, thresholds, labels } = levelsOf([-0.4, 2.7]);
  expect(isDiverging).toBe(true);
  expect(low).toBe(-high);
  expect(high).toBeGreaterThanOrEqual(2.7);
  expect(thresholds).toContain(0);
  expect(labels).toEqual([low, 0, high]);
});

test('targets of one sign run from one end to the other', () => {
  const { low, high, isDiverging } = levelsOf([103, 198]);
  expect(isDiverging).toBe(false);
  expect(low).toBeLessThanOrEqual(103);
  expect(low).toBeGreaterThan(50);
  expect(high).toBeGreaterThanOrEqual(198);
});

test.each([[[]], [[Number.NaN]]])('without finite targets the scale is −1 to 1', (targets) => {
  expect(levelsOf(targets)).toMatchObject({ low: -1, high: 1 });
});

test('equal targets still get a scale with room', () => {
  const { low, high, thresholds } = levelsOf([5, 5]);
  expect(low).toBeLessThan(5);
  expect(high).toBeGreaterThan(5);
  expect(thresholds.length).toBeGreaterThan(0);
  for (const threshold of thresholds) expect(threshold > low && threshold < high).toBe(true);
});
