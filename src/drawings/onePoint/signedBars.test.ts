import { expect, test } from 'vitest';
import { barSpan, barsPath } from './signedBars';

const signed = { full: 2, isSigned: true };

test('bars go left and right from the middle, as long as their share of the whole', () => {
  expect(barSpan(1, signed)).toEqual({ start: 0.5, length: 0.25 });
  expect(barSpan(-2, signed)).toEqual({ start: 0, length: 0.5 });
  expect(barSpan(9, signed)).toEqual({ start: 0.5, length: 0.5 });
});

test('where nothing is negative they begin at the left', () => {
  expect(barSpan(1, { full: 2, isSigned: false })).toEqual({ start: 0, length: 0.5 });
});

test('what is not finite has no bar', () => {
  for (const value of [Number.NaN, Infinity, -Infinity]) expect(barSpan(value, signed).length).toBe(0);
});

test('a path holds the bars of one sign, each in its row', () => {
  const scale = { ...signed, values: [2, -1, Number.NaN, 0] };
  expect(barsPath(scale, 100, 40, 1)).toBe('M50.0 0.0h50.0v8.0h-50.0z');
  expect(barsPath(scale, 100, 40, -1)).toBe('M25.0 10.0h25.0v8.0h-25.0z');
});
