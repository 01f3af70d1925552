import { expect, test } from 'vitest';
import { niceCeiling } from './niceCeiling';

test('goes up in steps of 1, 2 and 5', () => {
  const values = [0.9, 1, 1.01, 3, 5, 5.1, 99, 1e-4];
  expect(values.map(niceCeiling)).toEqual([1, 1, 2, 5, 5, 10, 100, 1e-4]);
});

test('is 1 where there is nothing to show', () => {
  expect([0, -3, Number.NaN, Infinity].map(niceCeiling)).toEqual([1, 1, 1, 1]);
});
