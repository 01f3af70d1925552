import { describe, expect, it } from 'vitest';
import { type OutputActivationId, outputActivations } from './activations';
import { activate } from './forward';
import { type LossId, losses } from './losses';
import { lossTerms } from './lossTerms';

const ids = <T extends object>(registry: T) => Object.keys(registry) as (keyof T & string)[];

function pointOf(activation: OutputActivationId, logits: readonly number[], targets: readonly number[]) {
  return { activation, logits, outputs: activate(activation, Float64Array.from(logits)), targets };
}

const cases = ids(losses).flatMap((lossId) =>
  ids(outputActivations).map((activation): [LossId, OutputActivationId] => [lossId, activation]),
);

describe('the terms of a loss', () => {
  it.each(cases)('add up to %s with %s, for one unit and for several', (lossId, activation) => {
    for (const [logits, targets] of [
      [[0.7], [1]],
      [[-1.3], [0]],
      [
        [0.4, -1.2, 2.5],
        [0, 0, 1],
      ],
      [
        [30, -20, 5],
        [0, 1, 0],
      ],
    ] as const) {
      const point = pointOf(activation, logits, targets);
      const sum = lossTerms(lossId, point).reduce<number>((total, term) => total + (term ?? 0), 0);
      expect(sum).toBeCloseTo(losses[lossId].at(point), 9);
    }
  });

  it('are of the true class alone in categorical cross-entropy', () => {
    const [first, second, third] = lossTerms(
      'categoricalCrossentropy',
      pointOf('softmax', [1, 2, 3], [0, 1, 0]),
    );
    expect([first, third]).toEqual([null, null]);
    expect(second).toBeCloseTo(-Math.log(Math.exp(2) / (Math.exp(1) + Math.exp(2) + Math.exp(3))), 12);
  });

  it('stay finite where the answer is certain and wrong', () => {
    const terms = lossTerms('binaryCrossentropy', pointOf('softmax', [1000, -1000], [0, 1]));
    expect(terms).toEqual([2000, 2000]);
  });
});
