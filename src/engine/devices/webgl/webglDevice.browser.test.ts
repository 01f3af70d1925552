/**
 * The webgl device in a real Chromium, on software GL where there is no GPU: held to the reference device step by step, over shapes
 * that take every way through the passes, and through the loss of its context. Few networks: each new shape compiles shaders.
 */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import { cloud, experimentWith } from '../../../../tests/support/testExperiment';
import type { ActivationId, OutputActivationId } from '../../model/activations';
import type { LossId } from '../../model/losses';
import { initialParameters, planNetwork } from '../../model/network';
import { createRandom } from '../../random';
import { nextUpdates, planBatches } from '../../training/batches';
import { defaultValues } from '../../training/hyperparameter';
import { type OptimizerId, optimizers } from '../../training/optimizers';
import { Trainer } from '../../training/trainer';
import {
  type Device,
  type DeviceJob,
  DeviceLostError,
  type DeviceState,
  type UpdateSettings,
  type Updates,
} from '../device';
import { createCpuBackend, createWebglBackend } from '../tfjs/backend';
import { createTfjsDevice } from '../tfjs/tfjsDevice';
import { contextOf } from './context';
import { WebglDevice } from './webglDevice';

interface Case {
  readonly inputs?: number;
  readonly hidden: readonly number[];
  readonly activations?: readonly ActivationId[];
  readonly outputs: number;
  readonly output?: OutputActivationId;
  readonly loss?: LossId;
  readonly points: number;
  readonly batch: number | 'all';
  readonly optimizer?: OptimizerId;
  readonly tuning?: Partial<Omit<UpdateSettings, 'optimizer'>>;
}

interface DeviceCase {
  readonly job: DeviceJob;
  readonly start: DeviceState;
  readonly tuning: UpdateSettings;
  readonly updates: (count: number, first?: number) => Updates;
}

function problemOf(given: Case): DeviceCase {
  const { inputs = 2, hidden, activations = ['tanh'], outputs, points, batch, optimizer = 'adam' } = given;
  const model = {
    hidden: hidden.map((units, i) => ({ units, activation: activations[i % activations.length]! })),
    outputActivation: given.output ?? 'softmax',
    initializer: 'glorotUniform',
    seed: 1,
  } as const;
  const classes = Math.max(2, outputs);
  const network = planNetwork(model, { task: 'classification', classes }, inputs);
  expect(network.outputs).toBe(outputs);
  const random = createRandom(2);
  const targets = new Float32Array(points * outputs);
  for (let p = 0; p < points; p++) {
    if (outputs === 1) targets[p] = p % 2;
    else targets[p * outputs + (p % outputs)] = 1;
  }
  const { initialSlots, hyperparameters } = optimizers[optimizer];
  const parameters = initialParameters(network, model);
  const plan = planBatches(points, batch, 5);
  const cursor = (update: number) => ({
    epoch: Math.floor(update / plan.perEpoch),
    batch: update % plan.perEpoch,
  });
  return {
    job: {
      network,
      loss: { id: given.loss ?? 'categoricalCrossentropy' },
      inputs: Float32Array.from({ length: points * inputs }, () => random.normal()),
      targets,
      points,
    },
    start: {
      parameters,
      slots: initialSlots.map((value) => new Float32Array(parameters.length).fill(value)),
      optimizerUpdates: 0,
    },
    tuning: {
      optimizer: { id: optimizer, options: defaultValues(hyperparameters) },
      l1: 0,
      l2: 0,
      clipNorm: null,
      frozen: null,
      ...given.tuning,
    },
    updates: (count, first = 0) =>
      nextUpdates(plan, cursor(first), count, (epoch) => 0.01 / (1 + epoch)).updates,
  };
}

function withDevice<T>(job: DeviceJob, work: (device: WebglDevice) => Promise<T>): Promise<T> {
  const device = new WebglDevice(createWebglBackend(), job);
  return work(device).finally(() => device.dispose());
}

/** Largest difference of two arrays, relative to the largest number of the second. */
function errorOf(ours: Float32Array, truth: Float32Array): number {
  expect(ours).toHaveLength(truth.length);
  const scale = truth.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
  return ours.reduce((most, value, i) => Math.max(most, Math.abs(value - truth[i]!)), 0) / scale;
}

function worstOf(ours: DeviceState, truth: DeviceState): number {
  expect(ours.optimizerUpdates).toBe(truth.optimizerUpdates);
  const slots = ours.slots.map((slot, k) => errorOf(slot, truth.slots[k]!));
  return Math.max(errorOf(ours.parameters, truth.parameters), ...slots);
}

/** Every second parameter of a network with two inputs, a hidden layer and three outputs. */
function maskOf(units: number): Uint8Array {
  return Uint8Array.from({ length: 3 * units + 3 * (units + 1) }, (_, i) => i % 2);
}

const regularised = { l1: 0.01, l2: 0.02 };

const cases: [title: string, given: Case, updates?: number][] = [
  ['one wide batch', { hidden: [8, 8], outputs: 4, points: 400, batch: 'all' }],
  ['batches with a smaller last one', { hidden: [5, 3], outputs: 3, points: 50, batch: 16 }],
  ['batches of one point', { hidden: [4], outputs: 3, points: 20, batch: 1 }],
  ['batches summed in chunks and without', { hidden: [9], outputs: 5, points: 700, batch: 300 }],
  [
    'no hidden layer, one output',
    { hidden: [], outputs: 1, output: 'sigmoid', loss: 'binaryCrossentropy', points: 30, batch: 7 },
  ],
  [
    'layers of one unit',
    { inputs: 1, hidden: [1, 1], outputs: 1, output: 'linear', loss: 'squaredError', points: 30, batch: 10 },
  ],
  [
    'eight hidden layers, every activation',
    {
      hidden: [3, 5, 4, 6, 3, 7, 2, 5],
      activations: ['sigmoid', 'tanh', 'relu', 'leakyRelu', 'elu', 'swish', 'softplus', 'gelu'],
      outputs: 2,
      points: 60,
      batch: 'all',
    },
  ],
  ['many inputs and outputs', { inputs: 70, hidden: [6], outputs: 10, points: 90, batch: 'all' }],
  ['a layer of 128 units', { hidden: [128], outputs: 3, points: 60, batch: 25 }, 40],
  [
    'products in tiles, leftovers on every side',
    { inputs: 34, hidden: [33, 45, 37], outputs: 5, points: 270, batch: 'all', tuning: { clipNorm: 0.05 } },
    30,
  ],
  [
    'Nesterov with both penalties',
    { hidden: [6], outputs: 3, points: 40, batch: 16, optimizer: 'nesterov', tuning: regularised },
  ],
  [
    'AdamW with penalties and clipping',
    {
      hidden: [6],
      outputs: 3,
      points: 400,
      batch: 'all',
      optimizer: 'adamw',
      tuning: { ...regularised, clipNorm: 0.1 },
    },
  ],
  [
    'RMSProp with clipping',
    { hidden: [6], outputs: 3, points: 40, batch: 9, optimizer: 'rmsprop', tuning: { clipNorm: 0.1 } },
  ],
  [
    'Adam with weights frozen, in chunks, clipped',
    { hidden: [6], outputs: 3, points: 400, batch: 300, tuning: { clipNorm: 0.1, frozen: maskOf(6) } },
  ],
  [
    'Adagrad, binary cross-entropy on softmax',
    { hidden: [5], outputs: 10, loss: 'binaryCrossentropy', points: 40, batch: 'all', optimizer: 'adagrad' },
  ],
  [
    'momentum, squared error on softmax',
    { hidden: [5], outputs: 6, loss: 'squaredError', points: 40, batch: 'all', optimizer: 'momentum' },
  ],
  [
    'cross-entropy on clipped outputs',
    { hidden: [5], outputs: 3, output: 'softplus', points: 40, batch: 'all', optimizer: 'sgd' },
  ],
];

describe('the webgl device and the reference device', () => {
  it.each(cases)(
    'agree after every update, and in what they evaluate: %s',
    async (_, given, count = 100) => {
      const { job, start, tuning, updates } = problemOf(given);
      const reference = createTfjsDevice('reference', createCpuBackend(), job);
      await withDevice(job, async (webgl) => {
        for (const device of [webgl, reference]) await device.write(start);
        for (let update = 0; update < count; update++) {
          for (const device of [webgl, reference]) await device.train(updates(1, update), tuning);
          const [ours, truth] = [await webgl.read(), await reference.read()];
          expect(worstOf(ours, truth), `update ${update + 1}`).toBeLessThanOrEqual(1e-4);
        }
        const { inputs, points } = job;
        for (const units of ['outputs', 'all'] as const) {
          const truth = await reference.evaluate(inputs, points, units);
          expect(errorOf(await webgl.evaluate(inputs, points, units), truth)).toBeLessThanOrEqual(1e-4);
        }
        const truth = await reference.logits(inputs, points);
        expect(errorOf(await webgl.logits(inputs, points), truth)).toBeLessThanOrEqual(1e-4);
      });
      reference.dispose();
    },
    60_000,
  );

  const far: [LossId, OutputActivationId][] = [
    ['binaryCrossentropy', 'sigmoid'],
    ['binaryCrossentropy', 'softmax'],
    ['categoricalCrossentropy', 'softmax'],
    ['categoricalCrossentropy', 'sigmoid'],
  ];

  it.each(far)('pull alike at logits of ±1000: %s on %s', async (loss, output) => {
    const given = { inputs: 1, hidden: [], outputs: 3, output, loss, points: 2, optimizer: 'sgd' } as const;
    const { job, start, tuning, updates } = problemOf({ ...given, batch: 'all' });
    const wrong: DeviceJob = {
      ...job,
      inputs: Float32Array.of(1000, -1000),
      targets: Float32Array.of(0, 1, 0, 1, 0, 0),
    };
    const state = { ...start, parameters: Float32Array.of(1, -1, 0, 0, 0, 0) };
    const reference = createTfjsDevice('reference', createCpuBackend(), wrong);
    await withDevice(wrong, async (webgl) => {
      for (const device of [webgl, reference]) {
        await device.write(state);
        await device.train(updates(1), tuning);
      }
      const [ours, truth] = [await webgl.read(), await reference.read()];
      expect(ours.parameters.every(Number.isFinite)).toBe(true);
      expect(Math.abs(ours.parameters[0]! - 1)).toBeGreaterThan(1);
      expect(worstOf(ours, truth)).toBeLessThanOrEqual(1e-6);
    });
    reference.dispose();
  });
});

describe('the webgl device', () => {
  it('gets the same bits where only four textures can be drawn to at once', async ({ skip }) => {
    const context = contextOf(createWebglBackend().gl);
    skip(context.drawBuffers < 8, 'this GL draws to fewer than eight textures at once anyway');
    const hidden = [45, 37];
    const { job, start, tuning, updates } = problemOf({ hidden, outputs: 5, points: 270, batch: 'all' });
    const trained = () =>
      withDevice(job, async (device) => {
        await device.write(start);
        await device.train(updates(5), tuning);
        return device.read();
      });
    const atOnce = vi.spyOn(context, 'drawBuffers', 'get');
    const states: DeviceState[] = [];
    for (const count of [4, 8] as const) {
      atOnce.mockReturnValue(count);
      states.push(await trained());
    }
    atOnce.mockRestore();
    expect(states[1]).toEqual(states[0]);
  });

  it('runs on WebGL 2 and nowhere else', async () => {
    expect(new OffscreenCanvas(1, 1).getContext('webgl2')).not.toBeNull();
    const onFallback = vi.fn();
    const experiment = experimentWith({ data: { source: cloud(30, 2), testShare: 0.2 } });
    const trainer = await Trainer.create(experiment, { device: 'webgl', onFallback });
    await trainer.run(1);
    expect([trainer.deviceId, tf.getBackend()]).toEqual(['webgl', 'webgl']);
    expect(onFallback).not.toHaveBeenCalled();
    trainer.dispose();
  });

  it('gives the same bits however its updates are split', async () => {
    const { job, start, tuning, updates } = problemOf({
      hidden: [40, 36],
      outputs: 3,
      points: 700,
      batch: 280,
    });
    const states: DeviceState[] = [];
    for (const split of [[14], [14], [1, 1, 1, 4, 7]]) {
      await withDevice(job, async (device) => {
        await device.write(start);
        let first = 0;
        for (const count of split) {
          await device.train(updates(count, first), tuning);
          first += count;
        }
        states.push(await device.read());
      });
    }
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
  });

  const announced: [title: string, given: Partial<Case>][] = [
    ['plain', {}],
    ['frozen', { tuning: { frozen: maskOf(7) } }],
    ['frozen and clipped', { tuning: { frozen: maskOf(7), clipNorm: 0.1 } }],
    ['frozen, summed in chunks', { points: 300, tuning: { frozen: maskOf(7) } }],
  ];

  it.each(announced)(
    'says when its programs are ready, and needs no other for what was announced: %s',
    async (_, given) => {
      const { job, start, tuning, updates } = problemOf({
        hidden: [7],
        outputs: 3,
        points: 30,
        batch: 'all',
        ...given,
      });
      await withDevice(job, async (device) => {
        device.prepare(tuning, job.points);
        await expect.poll(() => device.ready(), { timeout: 10_000 }).toBe(true);
        const { programCount } = contextOf(createWebglBackend().gl);
        await device.write(start);
        await device.train(updates(3), tuning);
        // The program that reads the state follows the number of slots, which `write` tells.
        expect(contextOf(createWebglBackend().gl).programCount).toBeLessThanOrEqual(programCount + 1);
      });
    },
  );

  it('uploads what is frozen once, and again when it is another', async () => {
    const { job, start, tuning, updates } = problemOf({ hidden: [7], outputs: 3, points: 30, batch: 'all' });
    const [one, other] = [maskOf(7), maskOf(7).fill(0, 5)];
    await withDevice(job, async (device) => {
      await device.write(start);
      await device.train(updates(1), tuning);
      const upload = vi.spyOn(contextOf(createWebglBackend().gl), 'upload');
      for (const frozen of [null, one, one, null, one, other, other])
        await device.train(updates(1), { ...tuning, frozen });
      expect(upload).toHaveBeenCalledTimes(2);
      upload.mockRestore();
    });
  });

  it('shares its context with stock operations', async () => {
    const { job, start, tuning, updates } = problemOf({ hidden: [6], outputs: 3, points: 40, batch: 16 });
    const stock = createTfjsDevice('webgl', createWebglBackend(), job);
    await withDevice(job, async (lean) => {
      for (const device of [stock, lean]) await device.write(start);
      for (let update = 0; update < 5; update++) {
        for (const device of [stock, lean]) await device.train(updates(1, update), tuning);
      }
      expect(worstOf(await stock.read(), await lean.read())).toBeLessThanOrEqual(1e-4);
    });
    stock.dispose();
  });

  it('learns from 100,000 points and measures them all', async () => {
    const points = 100_000;
    const { job, start, tuning, updates } = problemOf({ hidden: [4], outputs: 2, points, batch: 'all' });
    const reference = createTfjsDevice('reference', createCpuBackend(), job);
    await withDevice(job, async (webgl) => {
      for (const device of [webgl, reference]) {
        await device.write(start);
        await device.train(updates(3), tuning);
      }
      expect(worstOf(await webgl.read(), await reference.read())).toBeLessThanOrEqual(1e-4);
      const truth = await reference.logits(job.inputs, points);
      expect(errorOf(await webgl.logits(job.inputs, points), truth)).toBeLessThanOrEqual(1e-5);
    });
    reference.dispose();
  }, 60_000);

  it('does wide layers over many points in slabs', async () => {
    const points = 5000;
    const { job, start, tuning, updates } = problemOf({
      hidden: [128, 128, 128, 128],
      outputs: 2,
      points,
      batch: 'all',
    });
    const reference = createTfjsDevice('reference', createCpuBackend(), job);
    await withDevice(job, async (webgl) => {
      for (const device of [webgl, reference]) {
        await device.write(start);
        await device.train(updates(1), tuning);
      }
      expect(worstOf(await webgl.read(), await reference.read())).toBeLessThanOrEqual(1e-4);
      const truth = await reference.evaluate(job.inputs, points, 'all');
      expect(errorOf(await webgl.evaluate(job.inputs, points, 'all'), truth)).toBeLessThanOrEqual(1e-4);
    });
    reference.dispose();
  }, 60_000);

  it('holds no more textures and programs after 10,000 updates, and no texture in the end', async () => {
    const context = contextOf(createWebglBackend().gl);
    expect(context.textures).toBe(0);
    const { job, start, tuning, updates } = problemOf({ hidden: [4], outputs: 3, points: 50, batch: 20 });
    await withDevice(job, async (device) => {
      const turn = async (calls: number) => {
        for (let call = 0; call < calls; call++)
          await device.train(updates(100), call % 2 === 0 ? { ...tuning, frozen: maskOf(4) } : tuning);
        await device.evaluate(new Float32Array(200), 100, 'all');
        await device.logits(job.inputs, job.points);
        await device.write({ ...(await device.read()), optimizerUpdates: 0 });
      };
      await device.write(start);
      for (let warming = 0; warming < 10; warming++) await turn(2);
      const held = [context.textures, context.programCount];
      for (let turns = 0; turns < 10; turns++) await turn(10);
      expect([context.textures, context.programCount]).toEqual(held);
    });
    expect(context.textures).toBe(0);
  }, 60_000);

  it('compiles nothing for a restart with the same shape', async () => {
    const { job, start, tuning, updates } = problemOf({ hidden: [6, 5], outputs: 3, points: 40, batch: 16 });
    const train = (points: number) =>
      withDevice({ ...job, points }, async (device) => {
        await device.write(start);
        await device.train(updates(1), tuning);
        await device.evaluate(job.inputs, points, 'all');
      });
    await train(40);
    const compiled = vi.spyOn(createWebglBackend().gl, 'compileShader');
    await train(30);
    expect(compiled).not.toHaveBeenCalled();
    compiled.mockRestore();
  });

  it('takes a run over in mid-run and hands it back', async () => {
    const { job, start, tuning, updates } = problemOf({ hidden: [5], outputs: 3, points: 40, batch: 16 });
    const [moved, stayed] = [0, 1].map(() => createTfjsDevice('reference', createCpuBackend(), job)) as [
      Device,
      Device,
    ];
    for (const device of [moved, stayed]) await device.write(start);
    await moved.train(updates(5), tuning);
    await withDevice(job, async (webgl) => {
      await webgl.write(await moved.read());
      await webgl.train(updates(5, 5), tuning);
      await moved.write(await webgl.read());
    });
    await moved.train(updates(5, 10), tuning);
    await stayed.train(updates(15), tuning);
    expect(worstOf(await moved.read(), await stayed.read())).toBeLessThanOrEqual(1e-4);
    for (const device of [moved, stayed]) device.dispose();
  });
});

/** Ends the context as a driver does; answers once the page could have noticed. */
function loseContext(): void {
  const { gl } = createWebglBackend();
  const extension = gl.getExtension('WEBGL_lose_context');
  expect(extension).not.toBeNull();
  extension!.loseContext();
  expect(gl.isContextLost()).toBe(true);
}

describe('a lost context', () => {
  const { job, start, tuning, updates } = problemOf({ hidden: [5], outputs: 3, points: 30, batch: 9 });
  const calls: [name: string, call: (device: WebglDevice) => Promise<unknown>][] = [
    ['train', (device) => device.train(updates(3), tuning)],
    ['evaluate', (device) => device.evaluate(job.inputs, job.points, 'all')],
    ['logits', (device) => device.logits(job.inputs, job.points)],
    ['read', (device) => device.read()],
    ['write', (device) => device.write(start)],
  ];

  it.each(calls)('is noticed by %s, and followed by a new one', async (_, call) => {
    await withDevice(job, async (device) => {
      await device.write(start);
      await device.train(updates(2), tuning);
      loseContext();
      await expect(call(device)).rejects.toEqual(new DeviceLostError('webgl', 'contextLost'));
    });
    await withDevice(job, async (device) => {
      await device.write(start);
      await device.train(updates(2), tuning);
      expect((await device.read()).optimizerUpdates).toBe(2);
    });
  });

  it('lets training go on from the last snapshot on another device, and says why', async () => {
    const experiment = experimentWith({
      data: { classes: 3, source: cloud(30, 3), testShare: 0.2 },
      model: { hidden: [{ units: 5, activation: 'relu' }] },
      training: { batchSize: 'all' },
    });
    const onFallback = vi.fn();
    const trainer = await Trainer.create(experiment, { device: 'webgl', onFallback });
    await trainer.run(7);
    const { snapshot } = await trainer.snapshot({ outputs: 6, units: 4 });
    await trainer.run(3);
    loseContext();
    expect(await trainer.run(5)).toBeNull();
    expect(trainer.deviceId).not.toBe('webgl');
    expect(onFallback).toHaveBeenCalledTimes(1);
    expect(trainer.position.updates).toBe(snapshot.updates + 5);
    const undisturbed = await Trainer.create(experiment, { device: 'reference', onFallback });
    await undisturbed.run(12);
    expect(worstOf(await trainer.readState(), await undisturbed.readState())).toBeLessThanOrEqual(1e-4);
    for (const each of [trainer, undisturbed]) each.dispose();
  });
});
