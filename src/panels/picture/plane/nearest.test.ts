import { expect, it } from 'vitest';
import { planeScale } from '../../../drawings/boundary/planeScale';
import { nearestPoint, pointsInBox, pointsWithin } from './nearest';

// One unit of the plane is 10 px; (0, 0) is in the middle.
const scale = planeScale({ x: [-5, 5], y: [-5, 5] }, 100, 100);
const points = {
  x1: Float64Array.of(0, 1, -4),
  x2: Float64Array.of(0, 1, -4),
  y: Float64Array.of(2, 2, 2),
};

it('the nearest point is the one within reach, or none', () => {
  expect(nearestPoint(points, 2, scale, { xPx: 52, yPx: 50 }, 9)).toBe(0);
  expect(nearestPoint(points, 2, scale, { xPx: 58, yPx: 42 }, 9)).toBe(1);
  expect(nearestPoint(points, 2, scale, { xPx: 80, yPx: 80 }, 9)).toBeNull();
});

it('with one input a point lies at its target', () => {
  expect(nearestPoint(points, 1, scale, { xPx: 50, yPx: 30 }, 5)).toBe(0);
  expect(nearestPoint(points, 1, scale, { xPx: 50, yPx: 50 }, 5)).toBeNull();
});

it('an eraser touches all points under it, a box all points in it, whichever corner it began at', () => {
  expect(pointsWithin(points, 2, scale, { xPx: 55, yPx: 45 }, 10)).toEqual(new Set([0, 1]));
  const box = { from: { xPx: 70, yPx: 70 }, to: { xPx: 45, yPx: 30 } };
  expect(pointsInBox(points, 2, scale, box)).toEqual(new Set([0, 1]));
});
