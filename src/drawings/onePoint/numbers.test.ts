import { expect, test } from 'vitest';
import { factorText, numberText, powerText, preciseText } from './numbers';

test('keeps its decimals and has a real minus sign', () => {
  expect([0, 4.8, -1.285, 999.4, 1234.5].map((value) => numberText(value, 2))).toEqual([
    '0.00',
    '4.80',
    '−1.28',
    '999.40',
    '1,235',
  ]);
});

test('what runs too wide is a power of ten', () => {
  expect([99_990_000, -4e22].map((value) => numberText(value, 3))).toEqual(['1.0·10⁸', '−4.0·10²²']);
});

test('a weight close to 0 is 0, without a sign; a probability tells how close it is', () => {
  expect([0.0004, -3.21e-9].map((value) => numberText(value, 3))).toEqual(['0.000', '0.000']);
  expect([0.0004, -3.21e-9, 0, 0.0006].map((value) => preciseText(value, 3))).toEqual([
    '4.0·10⁻⁴',
    '−3.2·10⁻⁹',
    '0.000',
    '0.001',
  ]);
});

test('what is no number is named', () => {
  expect([Number.NaN, Infinity, -Infinity].map((value) => numberText(value, 2))).toEqual(['NaN', '∞', '−∞']);
  expect([Number.NaN, Infinity, -Infinity].map(powerText)).toEqual(['NaN', '∞', '0']);
});

test('powers of e have digits that tell something, also where no machine holds them', () => {
  expect([-1.29, 4.8, 0, -4.79, 8, -20, 1000].map(powerText)).toEqual([
    '0.28',
    '122',
    '1.00',
    '0.008',
    '3.0·10³',
    '2.1·10⁻⁹',
    '2.0·10⁴³⁴',
  ]);
});

test('a negative factor stands in brackets', () => {
  expect([factorText(-0.58, 2), factorText(0.58, 2)]).toEqual(['(−0.58)', '0.58']);
});
