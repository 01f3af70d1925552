import { expect, test } from 'vitest';
import { errorCurve } from '../errorCurve';
import { curvePath, curveSpec, pointOn } from './lossCurve';

const frame = { widthPx: 100, heightPx: 80 };

function squaredTerm(target: number, output: number) {
  const curve = errorCurve({ id: 'squaredError' })!;
  const of = output - target;
  return { kind: 'error', target, value: curve.at(of), error: { curve, of } } as const;
}

test('−log a stands on 0 … 1 and rises to 4, or further where the loss is larger', () => {
  const spec = curveSpec({ kind: 'logOutput', target: 1, value: 0.69 }, 0.5, true, 1);
  expect(spec).toMatchObject({ low: 0, high: 1, top: 4 });
  expect(pointOn(spec, 0.5, Math.LN2, frame)).toEqual({ x: 50, y: 80 * (1 - Math.LN2 / 4) });
  expect(curveSpec({ kind: 'logOutput', target: 1, value: 9 }, 1e-4, true, 1).top).toBe(10);
});

test('−log(1 − a) is its mirror image', () => {
  const ends = (kind: 'logOutput' | 'logRest', target: number) =>
    curvePath(curveSpec({ kind, target, value: 1 }, 0.5, true, 1), frame).split(/[ML]/);
  expect(ends('logOutput', 1).at(-1)).toBe('100.0 80.0');
  expect(ends('logRest', 0)[1]).toBe('0.0 80.0');
});

test('a squared error stands round its target, as wide as the targets or the error', () => {
  const near = curveSpec(squaredTerm(0.7, -0.8), -0.8, false, 3);
  expect(near).toMatchObject({ low: 0.7 - 5, high: 0.7 + 5, top: 12.5 });
  expect(curveSpec(squaredTerm(1, 19), 19, false, 3).high).toBe(21);
  expect(pointOn(near, 0.7, 0, frame)).toEqual({ x: 50, y: 80 });
});

test('an output that is no probability has a wider axis, where the loss is flat', () => {
  const spec = curveSpec({ kind: 'logOutput', target: 1, value: 16.118 }, -1.3, false, 1);
  expect(spec).toMatchObject({ low: -2, high: 1, top: 20 });
  const [, first, second] = curvePath(spec, frame)
    .split(/[ML]/)
    .map((at) => at.split(' ')[1]);
  expect(first).toBe(second);
});

test('what is no number is nowhere on the curve', () => {
  const spec = curveSpec({ kind: 'logOutput', target: 1, value: Number.NaN }, Number.NaN, true, 1);
  expect(pointOn(spec, Number.NaN, Number.NaN, frame)).toBeNull();
  expect(spec).toMatchObject({ low: 0, high: 1, top: 4 });
});
