import { expect, test } from 'vitest';
import { type DotLayer, discOf, dotRadius, stampDisc } from './dots';

function picture(columns: number, rows: number, stamp: (layer: DotLayer) => void): string[] {
  const layer = { pixels: new Uint32Array(columns * rows), columns, rows };
  stamp(layer);
  return Array.from({ length: rows }, (_, row) =>
    [...layer.pixels.subarray(row * columns, (row + 1) * columns)]
      .map((pixel) => (pixel ? '#' : '.'))
      .join(''),
  );
}

test('a disc is round', () => {
  expect(picture(7, 7, (layer) => stampDisc(layer, 3, 3, discOf(2.3, 7), 1))).toEqual([
    '.......',
    '..###..',
    '.#####.',
    '.#####.',
    '.#####.',
    '..###..',
    '.......',
  ]);
});

test('a disc at the corner is cut off and does not wrap to the other side', () => {
  expect(picture(4, 3, (layer) => stampDisc(layer, 3, 0, discOf(1.5, 4), 1))).toEqual([
    '..##',
    '..##',
    '....',
  ]);
});

test('points far outside or without a place are left out', () => {
  const empty = ['...', '...'];
  for (const [x, y] of [
    [-50, 1],
    [1, 900],
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, 0],
  ] as const) {
    expect(picture(3, 2, (layer) => stampDisc(layer, x, y, discOf(2, 3), 1))).toEqual(empty);
  }
});

test('dots are smaller the more there are, between 1 and 2 px', () => {
  expect(dotRadius(3000)).toBe(2);
  expect(dotRadius(20_000)).toBeLessThan(2);
  expect(dotRadius(1e6)).toBe(1);
});
