/** The reference device as a whole: it repeats itself to the bit, keeps its state apart from its callers, and frees what it holds. */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { cloud, experimentWith } from '../../../../tests/support/testExperiment';
import { defaultValues } from '../../training/hyperparameter';
import { type OptimizerId, optimizers } from '../../training/optimizers';
import { Trainer } from '../../training/trainer';

const sizes = { outputs: 5, units: 4 };

async function trainerWith(id: OptimizerId): Promise<Trainer> {
  const experiment = experimentWith({
    data: { classes: 3, source: cloud(25, 3), testShare: 0.2 },
    model: { hidden: [{ units: 4, activation: 'gelu' }] },
    loss: { l1: 1e-3, l2: 1e-3 },
    training: {
      batchSize: 8,
      clipNorm: 1,
      optimizer: { id, options: defaultValues(optimizers[id].hyperparameters) },
    },
  });
  return Trainer.create(experiment, { device: 'reference', onFallback: () => {} });
}

const ids = Object.keys(optimizers) as OptimizerId[];

describe('the reference device', () => {
  it.each(ids)('gives the same bits for 100 updates of %s, run twice', async (id) => {
    const states = [];
    for (let run = 0; run < 2; run++) {
      const trainer = await trainerWith(id);
      await trainer.run(100);
      states.push(await trainer.readState());
      trainer.dispose();
    }
    expect(states[1]).toEqual(states[0]);
    expect(states[0]!.optimizerUpdates).toBe(100);
    expect(states[0]!.slots).toHaveLength(optimizers[id].initialSlots.length);
  });

  it.each(ids)(
    'holds no more tensors after 200 updates of %s with snapshots, and none in the end',
    async (id) => {
      const before = tf.memory().numTensors;
      const trainer = await trainerWith(id);
      await trainer.run(1);
      await trainer.snapshot(sizes);
      const held = tf.memory().numTensors;
      for (let turn = 0; turn < 20; turn++) {
        await trainer.run(10);
        if (turn % 5 === 0) await trainer.snapshot(sizes);
      }
      expect(tf.memory().numTensors).toBe(held);
      trainer.dispose();
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  it('keeps a bounded number of grids, however often their size changes', async () => {
    const before = tf.memory().numTensors;
    const trainer = await trainerWith('sgd');
    for (let size = 2; size < 12; size++) await trainer.snapshot({ outputs: size, units: 2 });
    const held = tf.memory().numTensors;
    for (let size = 12; size < 30; size++) await trainer.snapshot({ outputs: size, units: 2 });
    expect(tf.memory().numTensors).toBe(held);
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves what it was given and what it gave alone', async () => {
    const trainer = await trainerWith('adam');
    const state = await trainer.readState();
    const copy = structuredClone(state);
    await trainer.run(10);
    expect(state).toEqual(copy);
    trainer.dispose();
  });
});
