import { describe, expect, test } from 'vitest';
import type { OutputActivationId } from '../../engine/model/activations';
import { activate } from '../../engine/model/forward';
import { headOf, pointLoss } from '../../engine/model/heads';
import { type LossId, lossOptions } from '../../engine/model/losses';
import { curvesOf, lossShape, placeAlong } from './lossShape';

function pointOn(loss: LossId, activation: OutputActivationId, logits: number[], y: number) {
  const outputs = activate(activation, Float64Array.from(logits));
  const single = logits.length === 1;
  const targets = single ? [y] : logits.map((_, j) => (j === y ? 1 : 0));
  const shape = lossShape({ id: loss }, activation, logits.length, 'classification');
  const x = placeAlong(shape, outputs[single ? 0 : y]!, y);
  const curve = curvesOf(shape).find(({ target }) => target === null || target === y)!;
  const head = headOf(loss, activation, logits.length);
  return {
    shape,
    curve: curve.at(x),
    loss: pointLoss(head, { activation, logits, outputs, targets }, lossOptions({ id: loss })),
  };
}

describe('a point lies on its curve', () => {
  test.each<[LossId, OutputActivationId, number[], number]>([
    ['categoricalCrossentropy', 'softmax', [0.3, -1, 2], 1],
    ['categoricalCrossentropy', 'sigmoid', [0.3, -1, 2], 2],
    ['categoricalCrossentropy', 'sigmoid', [0.8], 0],
    ['binaryCrossentropy', 'sigmoid', [0.8], 1],
    ['binaryCrossentropy', 'sigmoid', [0.8], 0],
    ['binaryCrossentropy', 'linear', [1.7], 0],
    ['categoricalCrossentropy', 'relu', [-2, 1, 0], 0],
    ['squaredError', 'tanh', [0.4], 1],
  ])('%s with %s', (loss, activation, logits, y) => {
    const { shape, curve, loss: value } = pointOn(loss, activation, logits, y);
    expect(shape.offCurve).toBe(false);
    expect(curve).toBeCloseTo(value, 6);
  });
});

test.each<[LossId, OutputActivationId]>([
  ['binaryCrossentropy', 'sigmoid'],
  ['binaryCrossentropy', 'softmax'],
  ['squaredError', 'softmax'],
])('%s of several %s units lies above the curve, and says so', (loss, activation) => {
  const { shape, curve, loss: value } = pointOn(loss, activation, [0.3, -1, 2], 1);
  expect(shape.offCurve).toBe(true);
  expect(value).toBeGreaterThan(curve);
});

test('an error of regression lies along f − y', () => {
  const shape = lossShape({ id: 'squaredError' }, 'linear', 1, 'regression');
  expect(placeAlong(shape, 2.5, 3)).toBe(-0.5);
  expect(curvesOf(shape)[0]!.at(-0.5)).toBe(0.125);
});
