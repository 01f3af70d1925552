/** The sign of w in both models of two classes, after each has learned the same points on the reference device. */
import { expect, it } from 'vitest';
import { cloud, experimentWith } from '../../../tests/support/testExperiment';
import { Trainer } from '../training/trainer';
import type { OutputActivationId } from './activations';
import type { LossId } from './losses';
import { planNetwork } from './network';
import { logisticOf } from './softmaxPair';

/** The second class (×) lies to the lower right of the first (○). */
function twoClasses() {
  const { kind, x1, x2, y } = cloud(60, 2, 4);
  return { kind, y, x1: x1.map((x, i) => x + 2 * y[i]!), x2: x2.map((x, i) => x - 2 * y[i]!) };
}

async function learned(outputActivation: OutputActivationId, id: LossId) {
  const experiment = experimentWith({
    data: { classes: 2, source: twoClasses(), features: ['x1', 'x2'], testShare: 0 },
    model: { hidden: [], outputActivation },
    loss: { id },
    training: { batchSize: 'all', learningRate: 0.3, optimizer: { id: 'sgd', options: {} } },
  });
  const trainer = await Trainer.create(experiment, { device: 'reference', onFallback: () => {} });
  await trainer.run(300);
  const { parameters } = await trainer.readState();
  trainer.dispose();
  return { parameters, plan: planNetwork(experiment.model, experiment.data, 2) };
}

it('y = 1 is the second class: w of logistic regression has the sign of w₂ − w₁ of softmax, and points at ×', async () => {
  const { parameters: logistic } = await learned('sigmoid', 'binaryCrossentropy');
  const { parameters: softmax, plan } = await learned('softmax', 'categoricalCrossentropy');
  const differences = [softmax[1]! - softmax[0]!, softmax[3]! - softmax[2]!];
  expect([...logistic].slice(0, 2).map(Math.sign)).toEqual([1, -1]);
  expect(differences.map(Math.sign)).toEqual([1, -1]);
  expect([...logisticOf(plan, softmax).kernel]).toEqual(differences);
});
