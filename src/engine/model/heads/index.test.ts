import { describe, expect, it } from 'vitest';
import { type OutputActivationId, outputActivations } from '../activations';
import { activate } from '../forward';
import { type LossId, losses, lossOptions } from '../losses';
import { headOf, heads, pointLoss } from './index';

const lossIds = Object.keys(losses) as LossId[];
const outputIds = Object.keys(outputActivations) as OutputActivationId[];
const everyPair = lossIds.flatMap((loss) => outputIds.map((output) => [loss, output] as const));

function pointOf(activation: OutputActivationId, logits: readonly number[], targets: readonly number[]) {
  return { activation, logits, outputs: activate(activation, Float64Array.from(logits)), targets };
}

function lossOf(id: LossId, activation: OutputActivationId, logits: number[], targets: number[]): number {
  return pointLoss(
    headOf(id, activation, logits.length),
    pointOf(activation, logits, targets),
    lossOptions({ id }),
  );
}

describe('the heads', () => {
  it('are all what some loss becomes, and of one loss each', () => {
    const found = everyPair.flatMap(([loss, output]) => [1, 3].map((units) => headOf(loss, output, units)));
    expect(new Set(found)).toEqual(new Set(Object.values(heads)));
  });

  it.each(outputIds)(
    'are one for binary and for categorical cross-entropy on a single unit of %s',
    (output) => {
      expect(headOf('categoricalCrossentropy', output, 1)).toBe(headOf('binaryCrossentropy', output, 1));
    },
  );

  it('are none of what nobody knows', () => {
    for (const [loss, output, units] of [
      ['hinge', 'linear', 1],
      ['toString', 'linear', 1],
      ['squaredError', 'step', 1],
      ['squaredError', 'linear', 0],
      ['squaredError', 'linear', Number.NaN],
    ] as const) {
      expect(() => headOf(loss as LossId, output as OutputActivationId, units)).toThrow(RangeError);
    }
  });

  it('look at the true class alone where they say so', () => {
    const point = pointOf('softmax', [1, 2, 3], [0, 1, 0]);
    const { term } = headOf('categoricalCrossentropy', 'softmax', 3);
    expect([term(point, 0, []), term(point, 2, [])]).toEqual([null, null]);
    expect(term(point, 1, [])).toBeCloseTo(
      -Math.log(Math.exp(2) / (Math.exp(1) + Math.exp(2) + Math.exp(3))),
      12,
    );
  });

  it('have finite terms where the answer is certain and wrong', () => {
    const point = pointOf('softmax', [1000, -1000], [0, 1]);
    const { term } = headOf('binaryCrossentropy', 'softmax', 2);
    expect([term(point, 0, []), term(point, 1, [])]).toEqual([2000, 2000]);
  });
});

describe('the Huber loss', () => {
  // δ, a, y, L and dL/da, worked out by NumPy: where(|e| <= d, 0.5 e², d (|e| − 0.5 d)) and clip(e, −d, d).
  const goldens: [number, number, number, number, number][] = [
    [1, 2.5, 0.5, 1.5, 1],
    [1, -0.3, 0.2, 0.125, -0.5],
    [1, 0.1, -0.05, 0.01125, 0.15],
    [1, -4, 1, 4.5, -1],
    [1, 0.7, 0.7, 0, 0],
    [0.25, 2.5, 0.5, 0.46875, 0.25],
    [0.25, -0.3, 0.2, 0.09375, -0.25],
    [0.25, 0.1, -0.05, 0.01125, 0.15],
    [0.25, -4, 1, 1.21875, -0.25],
  ];
  const { huber, softmaxHuber } = heads;

  it.each(goldens)('with δ = %f at a = %f, y = %f is %f, its slope %f', (delta, a, y, loss, slope) => {
    const point = pointOf('linear', [a], [y]);
    expect(pointLoss(huber, point, [delta])).toBeCloseTo(loss, 12);
    expect(huber.deltas(point, [delta])[0]).toBeCloseTo(slope, 12);
  });

  it('is squared error where δ is larger than every error', () => {
    const point = pointOf('softmax', [0.4, -1.2, 2.5], [0, 1, 0]);
    expect(pointLoss(softmaxHuber, point, [2])).toBeCloseTo(pointLoss(heads.softmaxSquared, point, []), 12);
    expect([...softmaxHuber.deltas(point, [2])]).toEqual([...heads.softmaxSquared.deltas(point, [])]);
  });

  it('is not computed without its δ', () => {
    expect(() => pointLoss(huber, pointOf('linear', [1], [0]), [])).toThrow(RangeError);
  });
});

describe('the losses', () => {
  it('are −log a of the true class alone for softmax', () => {
    const a = Math.exp(2) / (Math.exp(2) + Math.exp(-1) + 1);
    expect(lossOf('categoricalCrossentropy', 'softmax', [2, -1, 0], [1, 0, 0])).toBeCloseTo(-Math.log(a), 12);
  });

  it('are −log f or −log(1 − f) for sigmoid', () => {
    const f = 1 / (1 + Math.exp(-1.5));
    expect(lossOf('binaryCrossentropy', 'sigmoid', [1.5], [1])).toBeCloseTo(-Math.log(f), 12);
    expect(lossOf('binaryCrossentropy', 'sigmoid', [1.5], [0])).toBeCloseTo(-Math.log(1 - f), 12);
  });

  it('say the same of softmax with two classes and of sigmoid on the difference of its logits', () => {
    const softmax = lossOf('categoricalCrossentropy', 'softmax', [0.3, 1.1], [0, 1]);
    expect(softmax).toBeCloseTo(lossOf('binaryCrossentropy', 'sigmoid', [0.8], [1]), 12);
  });

  it('sum binary cross-entropy over the units of softmax', () => {
    const logits = [0.5, -0.25, 1];
    const a = activate('softmax', Float64Array.from(logits));
    const truth = -Math.log(a[0]!) - Math.log(1 - a[1]!) - Math.log(1 - a[2]!);
    expect(lossOf('binaryCrossentropy', 'softmax', logits, [1, 0, 0])).toBeCloseTo(truth, 12);
  });

  it('are half the squared error, summed over the units', () => {
    expect(lossOf('squaredError', 'linear', [3, -1], [1, 0])).toBe(2.5);
  });

  it('take a single output for the probability of y = 1 in categorical cross-entropy', () => {
    for (const target of [0, 1]) {
      const binary = lossOf('binaryCrossentropy', 'tanh', [0.4], [target]);
      expect(lossOf('categoricalCrossentropy', 'tanh', [0.4], [target])).toBe(binary);
    }
  });

  const wrong: [LossId, OutputActivationId, number[], number[], number][] = [
    ['binaryCrossentropy', 'sigmoid', [1000], [0], 1000],
    ['binaryCrossentropy', 'sigmoid', [-1000], [1], 1000],
    ['categoricalCrossentropy', 'softmax', [1000, -1000], [0, 1], 2000],
    ['binaryCrossentropy', 'softmax', [1000, -1000], [0, 1], 4000],
    ['categoricalCrossentropy', 'sigmoid', [-1000, 1000], [1, 0], 1000],
    ['binaryCrossentropy', 'linear', [1000], [0], -Math.log(1e-7)],
    ['categoricalCrossentropy', 'relu', [-5, 3], [1, 0], -Math.log(1e-7)],
  ];

  it.each(wrong)(
    'of %s with %s at %j are finite and exact however wrong',
    (id, activation, logits, targets, loss) => {
      expect(lossOf(id, activation, logits, targets)).toBeCloseTo(loss, 6);
    },
  );

  it('vanish where the answer is certain and right', () => {
    expect(lossOf('binaryCrossentropy', 'sigmoid', [1000], [1])).toBe(0);
    expect(lossOf('categoricalCrossentropy', 'softmax', [1000, 0], [1, 0])).toBe(0);
    expect(lossOf('binaryCrossentropy', 'softmax', [1000, 0], [1, 0])).toBe(0);
  });
});
