import { describe, expect, test } from 'vitest';
import { alignAxes } from './alignAxes';
import type { Axes } from './projection';

const axesOf = (first: number[], second: number[]): Axes => [
  Float64Array.from(first),
  Float64Array.from(second),
];
const rounded = (axes: Axes) => axes.map((axis) => Array.from(axis, (a) => Math.round(a * 1e6) / 1e6 + 0));

const before = axesOf([1, 0, 0], [0, 1, 0]);

describe('new axes are laid on the old ones', () => {
  test.each([
    ['flipped', axesOf([-1, 0, 0], [0, 1, 0])],
    ['both flipped', axesOf([-1, 0, 0], [0, -1, 0])],
    ['exchanged', axesOf([0, 1, 0], [1, 0, 0])],
    ['turned by 30°', axesOf([Math.cos(0.52), Math.sin(0.52), 0], [-Math.sin(0.52), Math.cos(0.52), 0])],
    ['turned and mirrored', axesOf([Math.cos(2), Math.sin(2), 0], [Math.sin(2), -Math.cos(2), 0])],
  ])('when they were %s', (_, fresh) => {
    expect(rounded(alignAxes(fresh, before))).toEqual(rounded(before));
  });
});

test('a plane that tilts is followed: the result spans the new plane and is orthonormal', () => {
  const tilt = 0.2;
  // The first axis leans out of the old plane, and both come flipped.
  const fresh = axesOf([-Math.cos(tilt), 0, -Math.sin(tilt)], [0, -1, 0]);
  const [first, second] = alignAxes(fresh, before);
  expect(rounded([first, second])).toEqual(rounded(axesOf([Math.cos(tilt), 0, Math.sin(tilt)], [0, 1, 0])));
});

test('of all turns, none brings the axes nearer', () => {
  const fresh = axesOf([0.6, 0.64, 0.48], [-0.8, 0.48, 0.36]);
  const distance = ([a, b]: Axes) =>
    Math.hypot(...a.map((v, i) => v - before[0][i]!), ...b.map((v, i) => v - before[1][i]!));
  const best = distance(alignAxes(fresh, before));
  for (let step = 0; step < 360; step++) {
    const [c, s] = [Math.cos((step * Math.PI) / 180), Math.sin((step * Math.PI) / 180)];
    for (const sign of [1, -1]) {
      const turned: Axes = [
        fresh[0].map((v, i) => c * v + s * fresh[1][i]!),
        fresh[0].map((v, i) => sign * (-s * v + c * fresh[1][i]!)),
      ];
      expect(distance(turned)).toBeGreaterThanOrEqual(best - 1e-9);
    }
  }
});

test('nothing in common, or another number of units: the new axes as they are', () => {
  const other = axesOf([0, 0, 1, 0], [0, 0, 0, 1]);
  expect(alignAxes(other, axesOf([1, 0, 0, 0], [0, 1, 0, 0]))).toBe(other);
  expect(alignAxes(other, before)).toBe(other);
});
