import { expect, test } from 'vitest';
import { figure } from './figure';

test.each([
  [0, '0'],
  [-2, '−2'],
  [0.5, '0.5'],
  [0.041234, '0.0412'],
  [12.345, '12.3'],
  [1204, '1,204'],
  [-54321, '−54,321'],
  [0.00012, '1.2e−4'],
  [2_500_000, '2.5e6'],
  [500_000, '5e5'],
  [Number.NaN, 'NaN'],
  [Number.NEGATIVE_INFINITY, '−∞'],
])('writes %s as %s', (value, text) => {
  expect(figure(value)).toBe(text);
});
