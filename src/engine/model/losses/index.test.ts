import { describe, expect, it } from 'vitest';
import type { OutputActivationId } from '../activations';
import { activate } from '../forward';
import { type LossId, losses } from './index';

function lossOf(id: LossId, activation: OutputActivationId, logits: number[], targets: number[]): number {
  const outputs = activate(activation, Float64Array.from(logits));
  return losses[id].at({ activation, logits, outputs, targets });
}

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
