/** The tfjs operations, value by value, against the scalars of the registries. Their slopes: gradient.test.ts. */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { type OutputActivationId, outputActivations } from '../../model/activations';
import { activate as scalarActivate } from '../../model/forward';
import { headOf, pointLoss } from '../../model/heads';
import { type LossId, losses, lossOptions } from '../../model/losses';
import { createRandom } from '../../random';
import { createCpuBackend } from './backend';
import { activate, meanLoss } from './layers';

const backend = createCpuBackend();
const outputIds = Object.keys(outputActivations) as OutputActivationId[];
const lossIds = Object.keys(losses) as LossId[];
const relative = (ours: number, truth: number) => Math.abs(ours - truth) / Math.max(1, Math.abs(truth));

/** Logits of every size a run may meet, three units a point. */
function logitRows(): number[][] {
  const random = createRandom(2);
  const usual = Array.from({ length: 60 }, () => [0, 0, 0].map(() => Math.fround(3 * random.normal())));
  return [...usual, [0, 0, 0], [1000, -1000, 0], [-1000, -999, -1000], [30, -30, 15], [1e-4, -1e-4, 0]];
}

describe.each(outputIds)('%s on tensors', (id) => {
  it('agrees with its scalar', () => {
    const rows = logitRows();
    const ours = backend.run(() => tf.tidy(() => activate(id, tf.tensor2d(rows)).arraySync()));
    rows.forEach((row, i) => {
      scalarActivate(id, Float64Array.from(row)).forEach((truth, j) => {
        expect(relative(ours[i]![j]!, truth), `unit ${j} of ${row.join(', ')}`).toBeLessThanOrEqual(1e-6);
      });
    });
  });

  it.each(lossIds)('agrees with the scalar of %s', (lossId) => {
    for (const units of [1, 3]) {
      logitRows().forEach((full, i) => {
        const logits = full.slice(0, units);
        const targets = logits.map((_, j) => (units === 1 ? i % 2 : Number(i % units === j)));
        if (id === 'softmax' && units === 1) return;
        const outputs = scalarActivate(id, Float64Array.from(logits));
        const head = headOf(lossId, id, units);
        const truth = pointLoss(
          head,
          { activation: id, logits, outputs, targets },
          lossOptions({ id: lossId }),
        );
        const ours = backend.run(() =>
          tf.tidy(
            () => meanLoss({ id: lossId }, id, tf.tensor2d([logits]), tf.tensor2d([targets])).dataSync()[0]!,
          ),
        );
        expect(Number.isFinite(truth)).toBe(true);
        // log(1 − p) of a clipped p near 1: float32 rounds 1 − 1e-7 to 1 − 1.2e-7, which is 0.18 in the logarithm.
        // The difference of two logarithms near a logit of 1000 is known to the rounding of 1000.
        const rounding = 2e-6 + 6e-8 * Math.max(...logits.map(Math.abs));
        const tolerance = head.clips ? 0.012 : rounding;
        expect(relative(ours, truth), `${units} units, logits ${logits.join(', ')}`).toBeLessThanOrEqual(
          tolerance,
        );
      });
    }
  });
});
