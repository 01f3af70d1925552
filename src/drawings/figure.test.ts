import { expect, test } from 'vitest';
import { digits, figure, subscript } from './figure';

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

test('keeps its decimals, so that columns stand in line', () => {
  expect([0, 1.5, -0.25, 12.34567, 999.4].map((value) => digits(value, 3))).toEqual([
    '0.000',
    '1.500',
    '−0.250',
    '12.346',
    '999.400',
  ]);
});

test('what its decimals would round to nothing, or run out of the column, is a power of ten', () => {
  expect([0.0001, -3.21e-9, 12_345.6, -4e22].map((value) => digits(value, 3))).toEqual([
    '1e−4',
    '−3.2e−9',
    '12,346',
    '−4e22',
  ]);
});

test('what is no number is named', () => {
  expect([Number.NaN, Infinity, -Infinity].map((value) => digits(value, 2))).toEqual(['NaN', '∞', '−∞']);
});

test('classes count from 1', () => {
  expect([0, 3, 9].map(subscript)).toEqual(['₁', '₄', '₁₀']);
});
