import { describe, expect, test } from 'vitest';
import { axisDomain, settleDomain } from './spaceDomain';

const of = (...values: number[]) => Float64Array.from(values);
const none = of();

describe('the range of an axis', () => {
  test('is that of the activation where it has two ends', () => {
    expect(axisDomain(of(0.2, 0.3), none, [-1, 1])).toEqual([-1, 1]);
  });
  test('begins where the activation begins, and ends round above the points', () => {
    expect(axisDomain(of(0.7, 3.9), of(0, 3.5), [0, Infinity])).toEqual([0, 4]);
  });
  test('is round about the points otherwise', () => {
    expect(axisDomain(of(-1.9, 3.9), of(-1, 1), null)).toEqual([-2, 4]);
    expect(axisDomain(of(-1.9, 3.9), of(-1, 1), [-Infinity, Infinity])).toEqual([-2, 4]);
  });
  test('gives the grid room, but does not let it squeeze the points', () => {
    expect(axisDomain(of(0, 10), of(-1, 12), null)).toEqual([-1, 12]);
    expect(axisDomain(of(0, 10), of(-1000, 1000), null)).toEqual([-3, 13]);
  });
  test('is that of the grid without points', () => {
    expect(axisDomain(none, of(-2, 6), null)).toEqual([-2, 6]);
  });
  test('has room even for a single value, for none, and for what is not finite', () => {
    expect(axisDomain(of(0, 0), of(0, 0), [0, Infinity])).toEqual([0, 1]);
    expect(axisDomain(of(5), of(5), null)).toEqual([4, 6]);
    expect(axisDomain(of(Number.NaN, Infinity), none, null)).toEqual([-1, 1]);
    expect(axisDomain(none, none, [0, Infinity])).toEqual([0, 1]);
  });
});

test('what is in sight stays while it fits, and follows when it does not', () => {
  expect(settleDomain([0, 4], [0, 3])).toEqual([0, 4]);
  expect(settleDomain([0, 4], [0, 5])).toEqual([0, 5]);
  expect(settleDomain([0, 40], [0, 5])).toEqual([0, 5]);
  expect(settleDomain(undefined, [0, 5])).toEqual([0, 5]);
});
