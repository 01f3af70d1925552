import { describe, expect, it } from 'vitest';
import {
  cloud,
  type ExperimentParts,
  experimentWith,
  lineExperiment,
} from '../../../tests/support/testExperiment';
import type { Experiment } from '../experiment';
import { defaultValues } from './hyperparameter';
import { oneUpdate, type UpdateBatch } from './oneUpdate';
import { type OptimizerId, optimizers } from './optimizers';
import { stepContext } from './stepContext';
import { Trainer } from './trainer';
import { updateSettingsOf } from './updateSettings';

async function trainerOf(experiment: Experiment): Promise<Trainer> {
  return Trainer.create(experiment, {
    device: 'wasm',
    onFallback: ({ lost }) => {
      throw new Error(`${lost} is not to be had`);
    },
  });
}

/** The rows of the mini-batch, as the device has them. */
function batchOf({ job }: Trainer, batch: Uint32Array): UpdateBatch {
  const { inputs, outputs } = job.network;
  const rows = (values: Float32Array, width: number) =>
    Float32Array.from({ length: batch.length * width }, (_, k) => {
      const point = batch[Math.floor(k / width)]!;
      return values[point * width + (k % width)]!;
    });
  return { points: batch.length, inputs: rows(job.inputs, inputs), targets: rows(job.targets, outputs) };
}

/** Largest difference between what is predicted and what a Step makes, against the size of the numbers; and whether anything moved. */
async function compare(experiment: Experiment, updatesBefore: number) {
  const trainer = await trainerOf(experiment);
  await trainer.run(updatesBefore);
  const before = await trainer.readState();
  const moment = stepContext(trainer, experiment.training, before);
  const { network } = trainer;
  const tuning = updateSettingsOf(network, experiment);
  const batch = batchOf(trainer, moment.batch);
  const predicted = oneUpdate(network, experiment.loss.id, batch, moment, tuning, moment.learningRate);
  await trainer.run(1);
  const after = await trainer.readState();
  trainer.dispose();
  const worst = (expected: Float64Array, actual: Float32Array) =>
    expected.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - actual[i]!) / (1 + Math.abs(value))),
      0,
    );
  return {
    moment,
    predicted,
    moved: after.parameters.some((value, i) => value !== before.parameters[i]),
    kept: after.parameters.map((value, i) => (value === before.parameters[i] ? 1 : 0)),
    weights: worst(predicted.parameters, after.parameters),
    slots: Math.max(0, ...predicted.slots.map((slot, k) => worst(slot, after.slots[k]!))),
  };
}

const small: ExperimentParts = {
  data: { classes: 3, source: cloud(50, 3), testShare: 0.2 },
  model: { hidden: [{ units: 5, activation: 'tanh' }], outputActivation: 'softmax' },
  training: { batchSize: 8 },
};

const withTraining = (training: ExperimentParts['training'], loss: ExperimentParts['loss'] = {}) =>
  experimentWith({ ...small, loss, training: { ...small.training, ...training } });

const optimizer = (id: OptimizerId) => ({ id, options: defaultValues(optimizers[id].hyperparameters) });

const experiments: readonly (readonly [string, Experiment])[] = [
  ...(Object.keys(optimizers) as OptimizerId[]).map(
    (id) => [id, withTraining({ optimizer: optimizer(id) }, { l1: 0.01, l2: 0.02 })] as const,
  ),
  ['clipping that bites', withTraining({ clipNorm: 0.05 })],
  ['a schedule', withTraining({ schedule: { id: 'exponential', options: { epochs: 2, factor: 0.5 } } })],
  [
    'frozen with penalties and clipping',
    withTraining({ frozen: { layers: [1], parameters: [2] }, clipNorm: 0.1 }, { l2: 0.1 }),
  ],
  ['all points at once', withTraining({ batchSize: 'all' })],
  ['regression with one input', lineExperiment({ model: { hidden: [{ units: 4, activation: 'gelu' }] } })],
  [
    'a sigmoid with squared error, standardised',
    experimentWith({
      data: { classes: 2, source: cloud(40, 2), standardize: true, features: ['x1', 'x2', 'x1x2'] },
      model: {
        hidden: [
          { units: 6, activation: 'leakyRelu' },
          { units: 4, activation: 'swish' },
        ],
        outputActivation: 'sigmoid',
      },
      loss: { id: 'squaredError' },
      training: { optimizer: optimizer('sgd'), learningRate: 0.5 },
    }),
  ],
];

describe('one update taken apart', () => {
  it.each(experiments)(
    'ends where the next Step does, at once and later in the run: %s',
    async (_, experiment) => {
      for (const updatesBefore of [0, 13]) {
        const { moved, weights, slots } = await compare(experiment, updatesBefore);
        expect(moved).toBe(true);
        expect(weights).toBeLessThan(2e-6);
        expect(slots).toBeLessThan(2e-6);
      }
    },
  );

  it('says what penalties, clipping and freezing do on the way', async () => {
    const frozen = { layers: [1], parameters: [2] };
    const experiment = withTraining({ frozen, clipNorm: 0.1 }, { l2: 0.1 });
    const { predicted, kept } = await compare(experiment, 3);
    const { wholeGradient, gradient, norm, clipFactor, penaltyGradient, lossGradient } = predicted;
    expect(norm).toBeGreaterThan(0.1);
    expect(Math.hypot(...gradient)).toBeCloseTo(0.1, 12);
    expect(clipFactor).toBeCloseTo(0.1 / norm, 12);
    expect(wholeGradient[0]).toBe(lossGradient[0]! + penaltyGradient[0]!);
    expect([wholeGradient[2], gradient[2], kept[2]]).toEqual([0, 0, 1]);
    expect(kept.slice(-3)).toEqual(Float32Array.of(1, 1, 1));
  });

  it('leaves the run as it was', async () => {
    const experiment = withTraining({});
    const [asked, alone] = [await trainerOf(experiment), await trainerOf(experiment)];
    for (const trainer of [asked, alone]) await trainer.run(3);
    stepContext(asked, experiment.training, await asked.readState());
    for (const trainer of [asked, alone]) await trainer.run(9);
    expect((await asked.readState()).parameters).toEqual((await alone.readState()).parameters);
    asked.dispose();
    alone.dispose();
  });

  it('has an empty batch where nothing trains, and refuses to follow it', async () => {
    const experiment = withTraining({});
    const empty = experimentWith({ ...small, data: { ...small.data, source: cloud(0, 3) } });
    const trainer = await trainerOf(empty);
    const state = await trainer.readState();
    const { batch } = stepContext(trainer, experiment.training, state);
    expect(batch).toHaveLength(0);
    const tuning = updateSettingsOf(trainer.network, empty);
    expect(() =>
      oneUpdate(trainer.network, 'squaredError', batchOf(trainer, batch), state, tuning, 0.1),
    ).toThrow(RangeError);
    trainer.dispose();
  });
});
