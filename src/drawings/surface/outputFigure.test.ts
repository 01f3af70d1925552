import { expect, it } from 'vitest';
import { testTheme as theme } from '../../../tests/support/testTheme';
import type { UnitGrid } from '../../engine/training/snapshot';
import { outputFigure, outputMarks } from './outputFigure';

const plane = { x: [-1, 1], y: [-1, 1] } as const;
const titles = { x: 'x₁', y: 'x₂', z: 'P' };
/** 4 × 4 cells; the first unit grows to the right, the second upwards. */
const two: UnitGrid = {
  columns: 4,
  rows: 4,
  units: 2,
  values: Float32Array.from({ length: 32 }, (_, i) =>
    i < 16 ? (i % 4) / 4 : (3 - Math.floor((i - 16) / 4)) / 4,
  ),
};
const probability = { plane, isProbability: true, targets: null };

it('shows the unit of a class, rows from the bottom upwards', () => {
  const right = outputFigure(two, { ...probability, classIndex: 0 }, titles, theme)!;
  expect(right.grid.z[0]).toEqual([0, 0.25, 0.5, 0.75]);
  const upwards = outputFigure(two, { ...probability, classIndex: 1 }, titles, theme)!;
  expect(upwards.grid.z.map(([first]) => first)).toEqual([0, 0.25, 0.5, 0.75]);
  expect(upwards.grid.x).toEqual([-0.75, -0.25, 0.25, 0.75]);
  expect(upwards.colourRange).toEqual([0, 1]);
});

it('takes a single output for the probability of the second class, and what is left for the first', () => {
  const one: UnitGrid = { columns: 2, rows: 2, units: 1, values: Float32Array.of(0.25, 1, 0, Number.NaN) };
  const heights = (classIndex: number) =>
    outputFigure(one, { ...probability, classIndex }, titles, theme)!.grid.z;
  expect(heights(1)).toEqual([
    [0, null],
    [0.25, 1],
  ]);
  expect(heights(0)).toEqual([
    [1, null],
    [0.75, 0],
  ]);
});

it('puts points on the surface, apart by class and part, and regression points at their targets', () => {
  const points = {
    x1: Float64Array.of(-0.8, 0.8, 0.2),
    x2: Float64Array.of(0, 0, 0),
    y: Float64Array.of(0, 1, 1),
  };
  const shown = { points, isTest: Uint8Array.of(0, 0, 1), showTest: true };
  const figure = outputFigure(two, { ...probability, classIndex: 0 }, titles, theme)!;
  const marks = outputMarks(figure, { ...shown, task: 'classification' }, 2, theme);
  expect(marks.map(({ x }) => x)).toEqual([[-0.8], [], [0.8], [0.2]]);
  expect(marks[2]!.z[0]! - 0.75).toBeCloseTo(0.0162, 3);
  const hidden = outputMarks(figure, { ...shown, task: 'classification', showTest: false }, 2, theme);
  expect(hidden[3]!.x).toEqual([]);
  const targets = { ...points, y: Float64Array.of(0.1, 0.9, 0.4) };
  const regression = outputMarks(figure, { ...shown, points: targets, task: 'regression' }, 2, theme);
  expect(regression.map(({ z }) => z)).toEqual([[0.1, 0.9], [0.4]]);
});

it('has no figure where nothing is finite', () => {
  const broken = { ...two, values: two.values.map(() => Number.NaN) };
  expect(
    outputFigure(broken, { ...probability, isProbability: false, classIndex: null }, titles, theme),
  ).toBeNull();
});
