/**
 * The webgl device in a real Chromium, on software GL where there is no GPU. It is held to the reference device, and must survive
 * the loss of its context. Few and small networks: each new shape compiles shaders.
 */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Experiment } from '../../experiment';
import { cloud, type ExperimentParts, experimentWith } from '../../testExperiment';
import { Trainer } from '../../training/trainer';
import type { DeviceState } from '../device';

const sizes = { outputs: 6, units: 4 };
const opened: Trainer[] = [];

afterEach(() => {
  for (const trainer of opened.splice(0)) trainer.dispose();
});

async function open(
  experiment: Experiment,
  device: 'webgl' | 'reference',
  onFallback = () => {},
): Promise<Trainer> {
  const trainer = await Trainer.create(experiment, { device, onFallback });
  opened.push(trainer);
  return trainer;
}

function small(parts: ExperimentParts = {}): Experiment {
  const { classes = 3 } = parts.data ?? {};
  return experimentWith({
    data: { classes, source: cloud(30, classes), testShare: 0.2, ...parts.data },
    model: { hidden: [{ units: 5, activation: 'relu' }], ...parts.model },
    loss: { ...parts.loss },
    training: { batchSize: 'all', ...parts.training },
  });
}

/** The part of tfjs' backend that leads to its context. */
interface WebglBackend {
  readonly gpgpu: { readonly gl: WebGL2RenderingContext };
}

/** Ends the context as a driver does; answers once the page could have noticed. */
function loseContext(): void {
  const { gl } = (tf.findBackend('webgl') as unknown as WebglBackend).gpgpu;
  const extension = gl.getExtension('WEBGL_lose_context');
  expect(extension).not.toBeNull();
  extension!.loseContext();
  expect(gl.isContextLost()).toBe(true);
}

/** Largest difference of two arrays, relative to the largest number of the second. */
function errorOf(ours: Float32Array, truth: Float32Array): number {
  expect(ours).toHaveLength(truth.length);
  const scale = truth.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
  return ours.reduce((most, value, i) => Math.max(most, Math.abs(value - truth[i]!)), 0) / scale;
}

function worstOf(ours: DeviceState, truth: DeviceState): number {
  const slots = ours.slots.map((slot, k) => errorOf(slot, truth.slots[k]!));
  return Math.max(errorOf(ours.parameters, truth.parameters), ...slots);
}

describe('the webgl device', () => {
  it('runs on WebGL 2 and nowhere else', async () => {
    expect(new OffscreenCanvas(1, 1).getContext('webgl2')).not.toBeNull();
    const onFallback = vi.fn();
    const trainer = await open(small(), 'webgl', onFallback);
    await trainer.run(1);
    expect(trainer.deviceId).toBe('webgl');
    expect(tf.getBackend()).toBe('webgl');
    expect(onFallback).not.toHaveBeenCalled();
  });

  const agreed: [title: string, experiment: Experiment][] = [
    ['softmax and cross-entropy with Adam', small()],
    [
      'sigmoid and binary cross-entropy with momentum, L1 and L2',
      small({
        data: { classes: 2 },
        model: {
          hidden: [
            { units: 4, activation: 'tanh' },
            { units: 3, activation: 'swish' },
          ],
          outputActivation: 'sigmoid',
        },
        loss: { id: 'binaryCrossentropy', l1: 0.01, l2: 0.02 },
        training: { optimizer: { id: 'momentum', options: { momentum: 0.9 } }, learningRate: 0.1 },
      }),
    ],
    [
      'mini-batches of unequal size with RMSProp and clipping',
      small({
        model: { hidden: [{ units: 4, activation: 'gelu' }] },
        training: {
          batchSize: 9,
          clipNorm: 0.5,
          optimizer: { id: 'rmsprop', options: { rho: 0.9, epsilon: 1e-7 } },
        },
      }),
    ],
    [
      'squared error on softplus outputs with SGD',
      small({
        model: {
          hidden: [
            { units: 4, activation: 'elu' },
            { units: 3, activation: 'leakyRelu' },
          ],
          outputActivation: 'softplus',
        },
        loss: { id: 'squaredError' },
        training: { optimizer: { id: 'sgd', options: {} }, learningRate: 0.1 },
      }),
    ],
    [
      'cross-entropy on clipped linear outputs',
      small({
        model: { hidden: [], outputActivation: 'linear' },
        training: { optimizer: { id: 'adagrad', options: { epsilon: 1e-7 } } },
      }),
    ],
    ['binary cross-entropy on softmax', small({ model: { hidden: [] }, loss: { id: 'binaryCrossentropy' } })],
  ];

  it.each(agreed)(
    'agrees with the reference device over 20 updates: %s',
    async (_, experiment) => {
      const [webgl, reference] = [await open(experiment, 'webgl'), await open(experiment, 'reference')];
      const start = await reference.readState();
      for (const trainer of [webgl, reference]) await trainer.run(20);
      const truth = await reference.readState();
      expect(errorOf(truth.parameters, start.parameters)).toBeGreaterThan(0.01);
      expect(worstOf(await webgl.readState(), truth)).toBeLessThanOrEqual(1e-4);
      const [ours, theirs] = [
        (await webgl.snapshot(sizes)).snapshot,
        (await reference.snapshot(sizes)).snapshot,
      ];
      expect([ours.device, theirs.device]).toEqual(['webgl', 'reference']);
      expect(errorOf(ours.outputs.values, theirs.outputs.values)).toBeLessThanOrEqual(1e-4);
      expect(errorOf(ours.unitMaps.values, theirs.unitMaps.values)).toBeLessThanOrEqual(1e-4);
      expect(ours.train!.loss).toBeCloseTo(theirs.train!.loss, 4);
    },
    20_000,
  );

  it('keeps logits of ±1000 alive', async () => {
    const far = { kind: 'own', x1: [1000, -1000], x2: [0, 0], y: [0, 1] } as const;
    const experiment = small({
      data: { classes: 2, source: far, testShare: 0 },
      model: { hidden: [], outputActivation: 'sigmoid', initializer: 'zeros' },
      loss: { id: 'binaryCrossentropy' },
      training: { optimizer: { id: 'sgd', options: {} }, learningRate: 1 },
    });
    const wrong = await Trainer.create(experiment, {
      device: 'webgl',
      onFallback: () => {},
      resume: { parameters: Float32Array.of(1, 0, 0), epoch: 0, updates: 0 },
    });
    opened.push(wrong);
    expect((await wrong.measure()).train!.loss).toBe(1000);
    await wrong.run(1);
    expect((await wrong.readState()).parameters[0]).toBeCloseTo(1 - 1000, 3);
  });

  it('takes a run over in mid-run and hands it back', async () => {
    const [moved, stayed] = [await open(small(), 'reference'), await open(small(), 'reference')];
    await moved.run(5);
    await moved.moveTo('webgl');
    expect(moved.deviceId).toBe('webgl');
    await moved.run(5);
    await moved.moveTo('reference');
    await moved.run(5);
    await stayed.run(15);
    expect(worstOf(await moved.readState(), await stayed.readState())).toBeLessThanOrEqual(1e-4);
  });

  it('holds no more tensors after 50 updates and snapshots, and none in the end', async () => {
    const before = tf.memory().numTensors;
    const trainer = await Trainer.create(small({ training: { batchSize: 9 } }), {
      device: 'webgl',
      onFallback: () => {},
    });
    await trainer.run(3);
    await trainer.snapshot(sizes);
    const held = tf.memory().numTensors;
    for (let turn = 0; turn < 5; turn++) {
      await trainer.run(10);
      await trainer.snapshot(sizes);
    }
    expect(tf.memory().numTensors).toBe(held);
    trainer.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('a lost context', () => {
  it('lets training go on from the last snapshot on the reference device, and says why', async () => {
    const onFallback = vi.fn();
    const trainer = await open(small(), 'webgl', onFallback);
    await trainer.run(7);
    const { snapshot: kept } = await trainer.snapshot(sizes);
    await trainer.run(3);
    loseContext();
    expect(await trainer.run(5)).toBeNull();
    expect(trainer.deviceId).toBe('reference');
    expect(onFallback.mock.calls).toEqual([['contextLost']]);
    expect(trainer.position.updates).toBe(kept.updates + 5);
    const undisturbed = await open(small(), 'reference');
    await undisturbed.run(12);
    expect(worstOf(await trainer.readState(), await undisturbed.readState())).toBeLessThanOrEqual(1e-4);
  });

  it.each(['snapshot', 'moveTo'] as const)('is noticed by %s as well', async (method) => {
    const onFallback = vi.fn();
    const trainer = await open(small(), 'webgl', onFallback);
    await trainer.run(4);
    const { snapshot: kept } = await trainer.snapshot(sizes);
    loseContext();
    const calls = {
      snapshot: () => trainer.snapshot(sizes),
      moveTo: () => trainer.moveTo('reference'),
    };
    await calls[method]();
    expect(onFallback.mock.calls).toEqual([['contextLost']]);
    expect(trainer.deviceId).toBe('reference');
    expect((await trainer.readState()).parameters).toEqual(kept.parameters);
  });

  it('can be followed by a new webgl device', async () => {
    const first = await open(small(), 'webgl');
    await first.run(2);
    loseContext();
    await first.run(1);
    expect(first.deviceId).toBe('reference');
    const onFallback = vi.fn();
    const second = await open(small(), 'webgl', onFallback);
    await second.run(5);
    expect([second.deviceId, tf.getBackend()]).toEqual(['webgl', 'webgl']);
    expect(onFallback).not.toHaveBeenCalled();
    await first.moveTo('webgl');
    await first.run(1);
    expect(first.deviceId).toBe('webgl');
  });
});
