import { expect, test } from 'vitest';
import { axisTicks, planeScale } from './planeScale';

const plane = { x: [-6, 6], y: [-2, 4] } as const;

test('the corners of the plane are the corners of the picture, y upwards', () => {
  const scale = planeScale(plane, 300, 120);
  expect([scale.toX(-6), scale.toX(6), scale.toY(4), scale.toY(-2)]).toEqual([0, 300, 0, 120]);
});

test('goes there and back', () => {
  const scale = planeScale(plane, 333, 77);
  expect(scale.fromX(scale.toX(1.25))).toBeCloseTo(1.25);
  expect(scale.fromY(scale.toY(-0.5))).toBeCloseTo(-0.5);
});

test('ticks are few round values; those near the ends have no room for a number', () => {
  const scale = planeScale(plane, 300, 120);
  const ticks = axisTicks(plane.x, scale.toX, 300, 30);
  expect(ticks.map((tick) => tick.value)).toEqual([-6, -4, -2, 0, 2, 4, 6]);
  expect(ticks.map((tick) => tick.hasRoom)).toEqual([false, true, true, true, true, true, false]);
});
