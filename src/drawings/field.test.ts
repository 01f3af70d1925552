import { expect, test } from 'vitest';
import { createPalette, PALETTE_SIZE } from './colours';
import { colourField, TRANSPARENT } from './field';

const palette = createPalette([
  [0, 0, 0],
  [255, 255, 255],
]);
const last = PALETTE_SIZE - 1;

function colour(values: readonly number[], range = { low: -1, high: 1 }): number[] {
  const pixels = new Uint32Array(values.length).fill(1);
  colourField(values, range, palette, pixels);
  return [...pixels];
}

test('runs from the first colour at low to the last at high, through the middle', () => {
  expect(colour([-1, 0, 1])).toEqual([palette[0], palette[last / 2], palette[last]]);
});

test('values outside the range take the nearest colour', () => {
  expect(colour([-1e30, -1.01, 1.01, 1e30])).toEqual([palette[0], palette[0], palette[last], palette[last]]);
});

test('what is not finite is transparent', () => {
  expect(colour([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toEqual(
    Array(3).fill(TRANSPARENT),
  );
});

test('an empty range paints one colour and no gaps', () => {
  expect(colour([2, 3], { low: 2, high: 2 })).toEqual([palette[0], palette[0]]);
});

test('writes only the stretch asked for', () => {
  const pixels = new Uint32Array(4).fill(7);
  colourField([9, 9, -1, 1, 9], { low: -1, high: 1 }, palette, pixels, { from: 2, to: 1, count: 2 });
  expect([...pixels]).toEqual([7, palette[0], palette[last], 7]);
});
