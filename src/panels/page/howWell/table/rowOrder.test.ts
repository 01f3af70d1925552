import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOrder, documentOrder, rowsOf, sortOrder } from './rowOrder';

const key = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, 2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

/** What a stable sort by comparison makes of it. */
function compared(keys: readonly number[], descending: boolean): number[] {
  const known = keys.map((_, i) => i).filter((i) => !Number.isNaN(keys[i]));
  const missing = keys.map((_, i) => i).filter((i) => Number.isNaN(keys[i]));
  const difference = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
  known.sort((i, j) => (descending ? -1 : 1) * difference(keys[i]!, keys[j]!));
  return [...known, ...missing];
}

function pointsOf(values: readonly number[]) {
  const column = Float64Array.from(values);
  return { x1: column, x2: column.map((value) => value / 2), y: column.map(() => 1) };
}

describe('sortOrder', () => {
  it('sorts numbers as numbers, stably, those that are none at the end', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), fc.boolean(), (keys, descending) => {
        expect([...sortOrder(Float64Array.from(keys), descending)]).toEqual(compared(keys, descending));
      }),
      { numRuns: 500 },
    );
  });

  it('has every point in one row', () => {
    const keys = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i) * 10);
    const order = sortOrder(keys, false);
    expect(order.every((index, row) => row === 0 || keys[order[row - 1]!]! <= keys[index]!)).toBe(true);
    expect(new Set(order).size).toBe(100_000);
    expect(rowsOf(order)[order[77]!]).toBe(77);
  });
});

describe('carryOrder', () => {
  const before = pointsOf([10, 11, 12, 13]);
  const order = Uint32Array.of(3, 1, 0, 2);

  it('leaves rows where they are when points are changed', () => {
    expect(carryOrder(before, order, pointsOf([10, 99, 12, 13]))).toBe(order);
  });

  it('puts added points last, wherever they are in the document', () => {
    expect([...carryOrder(before, order, pointsOf([10, 11, 12, 13, 14]))!]).toEqual([3, 1, 0, 2, 4]);
    expect([...carryOrder(before, order, pointsOf([10, 7, 11, 12, 13]))!]).toEqual([4, 2, 0, 3, 1]);
  });

  it('closes the gaps of removed points', () => {
    expect([...carryOrder(before, order, pointsOf([10, 12, 13]))!]).toEqual([2, 0, 1]);
    expect([...carryOrder(before, order, pointsOf([]))!]).toEqual([]);
  });

  it('ends with other points', () => {
    expect(carryOrder(before, order, pointsOf([1, 2, 3, 4]))).toBeNull();
    expect(carryOrder(before, order, pointsOf([1, 2, 3]))).toBeNull();
    expect(carryOrder(pointsOf([]), documentOrder(0), before)).toEqual(documentOrder(4));
  });
});
