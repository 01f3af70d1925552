import { expect, test } from 'vitest';
import { digits, subscript } from './digits';

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
