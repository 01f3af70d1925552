import { describe, expect, test } from 'vitest';
import { nearestPlaced, nextPlaced, placeSpace } from './placeSpace';
import type { SpacePicture } from './spacePicture';

function pictureOf(
  points: readonly (readonly [number, number])[],
  more: Partial<SpacePicture> = {},
): SpacePicture {
  return {
    indices: Uint32Array.from(points.keys()),
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
    lines: [],
    across: [0, 10],
    up: [0, 1],
    kind: 'units',
    regions: [],
    ties: [],
    isCurve: false,
    ...more,
  };
}

const all = () => true;

describe('on the screen', () => {
  test('activations grow to the right and upwards and stay inside', () => {
    const { x, y } = placeSpace(
      pictureOf([
        [0, 0],
        [10, 1],
      ]),
      300,
      160,
      4,
    );
    expect(x[1]!).toBeGreaterThan(x[0]!);
    expect(y[1]!).toBeLessThan(y[0]!);
    expect([x[0]! > 8, x[1]! < 292, y[1]! > 4, y[0]! < 156]).toEqual([true, true, true, true]);
  });

  test('along principal axes a distance is the same in every direction', () => {
    const points = [
      [0, 0],
      [3, 0],
      [0, 3],
    ] as const;
    const { x, y } = placeSpace(pictureOf(points, { kind: 'principal', up: [-5, 5] }), 500, 160, 4);
    expect(x[1]! - x[0]!).toBeCloseTo(y[0]! - y[2]!, 9);
  });

  test('what is not finite has no place and is never found', () => {
    const placed = placeSpace(
      pictureOf([
        [Number.NaN, 0],
        [5, 0.5],
      ]),
      300,
      160,
      4,
    );
    expect(placed.x[0]).toBeNaN();
    expect(nearestPlaced(placed, placed.x[1]!, placed.y[1]!, 9, all)).toBe(1);
    expect(nearestPlaced(placed, 0, 0, 9, all)).toBe(-1);
  });
});

describe('the strip of one unit', () => {
  const lanes = { kind: 'strip', up: [-0.5, 1.5] } as const;

  test('has the first class on top, and equal values piled up instead of covered', () => {
    const { x, y } = placeSpace(
      pictureOf(
        [
          [5, 0],
          [5, 0],
          [5, 1],
          [9, 1],
        ],
        lanes,
      ),
      300,
      160,
      4,
    );
    expect(x[0]).toBe(x[1]);
    expect(y[0]! - y[1]!).toBe(8);
    expect(y[0]!).toBeLessThan(y[2]!);
    expect(y[2]).toBe(y[3]);
  });

  test('even a pile of hundreds stays in its lane', () => {
    const { y } = placeSpace(
      pictureOf(
        Array.from({ length: 300 }, () => [5, 0] as const),
        lanes,
      ),
      300,
      160,
      4,
    );
    const below = placeSpace(pictureOf([[5, 1]], lanes), 300, 160, 4);
    expect(Math.max(...y)).toBeLessThan(below.y[0]! - 8);
    expect(Math.min(...y)).toBeGreaterThan(0);
  });
});

describe('arrow keys', () => {
  const placed = placeSpace(
    pictureOf([
      [5, 0.5],
      [6, 0.5],
      [9, 0.5],
      [5, 0.9],
      [1, 0.1],
    ]),
    300,
    160,
    4,
  );

  test('go to the next point in their direction', () => {
    expect(nextPlaced(placed, 0, [1, 0], all)).toBe(1);
    expect(nextPlaced(placed, 1, [1, 0], all)).toBe(2);
    expect(nextPlaced(placed, 0, [0, -1], all)).toBe(3);
    expect(nextPlaced(placed, 2, [1, 0], all)).toBe(-1);
  });

  test('pass over what is not shown', () => {
    expect(nextPlaced(placed, 0, [1, 0], (i) => i !== 1)).toBe(2);
  });
});
