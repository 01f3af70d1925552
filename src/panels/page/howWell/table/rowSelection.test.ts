import { expect, it } from 'vitest';
import { selectRow } from './rowSelection';

const order = Uint32Array.of(4, 2, 0, 1, 3);
const none: ReadonlySet<number> = new Set();

it('selects the point that a row shows, and a second press lets go of it', () => {
  const one = selectRow({ selection: none, order, anchor: 0 }, 1, 'only');
  expect(one).toEqual(new Set([2]));
  expect(selectRow({ selection: one, order, anchor: 1 }, 1, 'only')).toEqual(none);
  expect(selectRow({ selection: new Set([2, 3]), order, anchor: 1 }, 1, 'only')).toEqual(one);
});

it('adds and takes away single points', () => {
  const two = selectRow({ selection: new Set([2]), order, anchor: 1 }, 3, 'toggle');
  expect(two).toEqual(new Set([2, 1]));
  expect(selectRow({ selection: two, order, anchor: 3 }, 1, 'toggle')).toEqual(new Set([1]));
});

it('selects ranges of rows as they stand, in both directions', () => {
  expect(selectRow({ selection: none, order, anchor: 3 }, 1, 'range')).toEqual(new Set([2, 0, 1]));
  expect(selectRow({ selection: none, order, anchor: 1 }, 3, 'range')).toEqual(new Set([2, 0, 1]));
  expect(selectRow({ selection: none, order, anchor: 0 }, 9, 'range')).toBe(none);
});
