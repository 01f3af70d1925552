import { expect, test } from 'vitest';
import {
  HIDDEN,
  layerOf,
  MOST_MARKS,
  markRadius,
  type PointMarks,
  predictedClassOf,
  TEST,
  trueClass,
  updatePointCodes,
  WRONG,
} from './pointCodes';

const marks: PointMarks = {
  points: { x1: new Float64Array(3), x2: new Float64Array(3), y: Float64Array.of(0, 1, 3) },
  isTest: Uint8Array.of(0, 1, 0),
  task: 'classification',
  showTest: true,
};

test('a code tells truth, prediction, test and wrong', () => {
  const codes = new Uint8Array(3).fill(HIDDEN);
  expect(updatePointCodes(codes, marks, Float32Array.of(0, 2, 1))).toBe(true);
  expect([...codes].map(trueClass)).toEqual([0, 1, 3]);
  expect([...codes].map(predictedClassOf)).toEqual([0, 2, 1]);
  expect([...codes].map(layerOf)).toEqual([0, TEST | WRONG, WRONG]);
});

test('the same predictions change nothing, another one does', () => {
  const codes = new Uint8Array(3).fill(HIDDEN);
  updatePointCodes(codes, marks, Float32Array.of(0, 1, 3));
  expect(updatePointCodes(codes, marks, Float32Array.of(0, 1, 3))).toBe(false);
  expect(updatePointCodes(codes, marks, Float32Array.of(0, 1, 2))).toBe(true);
});

test('predictions of other data count as none: nothing is wrong', () => {
  const codes = new Uint8Array(3).fill(HIDDEN);
  updatePointCodes(codes, marks, Float32Array.of(3, 3));
  expect([...codes].every((code) => !(code & WRONG))).toBe(true);
});

test('test points can be hidden', () => {
  const codes = new Uint8Array(3);
  updatePointCodes(codes, { ...marks, showTest: false }, null);
  expect(codes[1]).toBe(HIDDEN);
  expect(codes[0]).not.toBe(HIDDEN);
});

test('no shown code looks like a hidden one, and targets of regression are no classes', () => {
  const codes = new Uint8Array(3);
  const regression = { ...marks, task: 'regression' } as const;
  updatePointCodes(codes, regression, Float32Array.of(9.5, -2, 0.1));
  expect([...codes]).toEqual([0, TEST, 0]);
});

test('marks shrink as points crowd, but stay legible', () => {
  expect(markRadius(100, 400)).toBeGreaterThan(markRadius(1000, 400));
  expect(markRadius(400, 400)).toBeGreaterThan(markRadius(400, 200));
  expect(markRadius(MOST_MARKS, 100)).toBeGreaterThanOrEqual(2);
});
