/**
 * The trainer on the reference device. A device that is lost is that one behind a wrapper that throws what a lost device throws,
 * from a chosen call on.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  cloud,
  type ExperimentParts,
  experimentWith,
  lineExperiment,
} from '../../../tests/support/testExperiment';
import type * as CreateDevice from '../devices/createDevice';
import { openDevice } from '../devices/createDevice';
import { type Device, type DeviceId, DeviceLostError } from '../devices/device';
import type * as WasmDevice from '../devices/wasm/wasmDevice';
import { type Experiment, type Frozen, limits } from '../experiment';
import { Trainer } from './trainer';

/** Calls of `train` until the device made next is lost, and which one it pretends to be; null for a device that lasts. */
let loss: { readonly trains: number; readonly device: DeviceId } | null = null;
let hasSimd = true;

vi.mock('../devices/wasm/wasmDevice', async (importOriginal) => {
  const original = await importOriginal<typeof WasmDevice>();
  const createWasmDevice: typeof original.createWasmDevice = (job) => {
    if (!hasSimd) throw new DeviceLostError('wasm', 'unavailable');
    return original.createWasmDevice(job);
  };
  return { ...original, createWasmDevice };
});

vi.mock('../devices/createDevice', async (importOriginal) => {
  const original = await importOriginal<typeof CreateDevice>();
  const createDevice: typeof original.createDevice = (choice, job) => {
    const outcome = original.createDevice(choice, job);
    if (loss === null) return outcome;
    const device = losing(outcome.device, loss);
    loss = null;
    return { ...outcome, device };
  };
  return { ...original, createDevice };
});

function losing(device: Device, { trains, device: lost }: NonNullable<typeof loss>): Device {
  let left = trains;
  const check = (): void => {
    if (left < 0) throw new DeviceLostError(lost, 'contextLost');
  };
  return {
    id: device.id,
    write: (state) => device.write(state),
    evaluate: (inputs, points, units) => device.evaluate(inputs, points, units),
    dispose: () => device.dispose(),
    train: async (updates, tuning) => {
      left -= 1;
      await device.train(updates, tuning);
      check();
    },
    read: async () => {
      check();
      return device.read();
    },
    logits: async (inputs, points) => {
      check();
      return device.logits(inputs, points);
    },
  };
}

afterEach(() => {
  loss = null;
  hasSimd = true;
});

const sizes = { outputs: 6, units: 3 };
const silent = { device: 'reference', onFallback: () => {} } as const;

async function trainerOf(experiment: Experiment): Promise<Trainer> {
  return Trainer.create(experiment, silent);
}

async function parametersOf(trainer: Trainer): Promise<number[]> {
  return [...(await trainer.readState()).parameters];
}

/** A small classifier on a cloud, 4 updates an epoch. */
function smallExperiment(parts: ExperimentParts = {}): Experiment {
  return experimentWith({
    data: { classes: 2, source: cloud(40, 2), testShare: 0.2, ...parts.data },
    model: { hidden: [{ units: 3, activation: 'tanh' }], ...parts.model },
    loss: { ...parts.loss },
    training: { batchSize: 8, ...parts.training },
  });
}

describe('a run', () => {
  it('counts epochs, batches and updates', async () => {
    const trainer = await trainerOf(smallExperiment());
    expect(trainer.position).toEqual({ epoch: 0, batch: 0, updates: 0 });
    expect(await trainer.run(6)).toBeNull();
    expect(trainer.position).toEqual({ epoch: 1, batch: 2, updates: 6 });
    trainer.dispose();
  });

  it('gives the same bits twice, however its updates are grouped', async () => {
    const [first, second] = [await trainerOf(smallExperiment()), await trainerOf(smallExperiment())];
    await first.run(100);
    for (let left = 100; left > 0; left -= 5) await second.run(5);
    await second.snapshot(sizes);
    expect(await second.readState()).toEqual(await first.readState());
    expect(second.position).toEqual(first.position);
    for (const trainer of [first, second]) trainer.dispose();
  });

  it('starts from other weights with another seed, and shuffles otherwise with another shuffle seed', async () => {
    const results = new Set<string>();
    for (const parts of [{}, { model: { seed: 2 } }, { training: { shuffleSeed: 2 } }]) {
      const trainer = await trainerOf(smallExperiment(parts));
      await trainer.run(3);
      results.add(String(await parametersOf(trainer)));
      trainer.dispose();
    }
    expect(results.size).toBe(3);
  });

  it('lowers the loss and learns a line', async () => {
    const trainer = await trainerOf(lineExperiment());
    const before = await trainer.measure();
    await trainer.run(200);
    const after = await trainer.measure();
    expect(after.train!.loss).toBeLessThan(before.train!.loss / 10);
    const [slope, offset] = await parametersOf(trainer);
    expect(slope).toBeCloseTo(0.5, 1);
    expect(offset).toBeCloseTo(-0.25, 1);
    trainer.dispose();
  });

  it('goes on from given weights at a given epoch', async () => {
    const experiment = smallExperiment();
    const first = await trainerOf(experiment);
    const parameters = Float32Array.from(await parametersOf(first), (weight) => weight + 1);
    first.dispose();
    const resumed = await Trainer.create(experiment, {
      ...silent,
      resume: { parameters, epoch: 7, updates: 30 },
    });
    expect(resumed.position).toEqual({ epoch: 7, batch: 0, updates: 30 });
    expect(await parametersOf(resumed)).toEqual([...parameters]);
    resumed.dispose();
  });
});

describe('stopping by itself', () => {
  const stop = { epochs: null, trainLoss: null, plateau: null };

  it('happens after exactly the epochs of the document, whatever was asked for', async () => {
    const trainer = await trainerOf(
      smallExperiment({ training: { batchSize: 8, stop: { ...stop, epochs: 3 } } }),
    );
    expect(await trainer.run(1000)).toBe('epochs');
    expect(trainer.position).toEqual({ epoch: 3, batch: 0, updates: 12 });
    expect(await trainer.run(1)).toBe('epochs');
    expect(trainer.position.updates).toBe(12);
    trainer.dispose();
  });

  it('happens at the same epoch for a target loss, in large and small turns', async () => {
    const experiment = lineExperiment({ training: { stop: { ...stop, trainLoss: 0.02 } } });
    const [large, small] = [await trainerOf(experiment), await trainerOf(experiment)];
    expect(await large.run(1000)).toBe('trainLoss');
    let halt = null;
    while (!halt) halt = await small.run(1);
    expect(small.position).toEqual(large.position);
    expect((await large.measure()).train!.loss).toBeLessThanOrEqual(0.02);
    for (const trainer of [large, small]) trainer.dispose();
  });

  const plateau = { epochs: 5, minImprovement: 1e-3 };

  it.each([
    ['plateau', { ...stop, plateau }],
    ['epochs', { ...stop, epochs: 6 }],
    ['trainLoss', { ...stop, trainLoss: 0.05 }],
  ] as const)('by the rule %s is lifted by whoever goes on, until the rules change', async (rule, rules) => {
    const trainer = await trainerOf(lineExperiment({ training: { stop: rules } }));
    expect(await trainer.run(10_000)).toBe(rule);
    const { epoch } = trainer.position;
    expect(await trainer.run(1)).not.toBeNull();
    trainer.resume();
    expect(await trainer.run(1000)).toBeNull();
    expect(trainer.position.epoch).toBeGreaterThanOrEqual(epoch + 1000);
    await trainer.retune(lineExperiment({ training: { stop: { ...stop, epochs: 7 } } }));
    expect(await trainer.run(1)).toBe('epochs');
    trainer.dispose();
  });

  it('that is changed after it has stopped the run holds as it is now', async () => {
    const trainer = await trainerOf(lineExperiment({ training: { stop: { ...stop, epochs: 4 } } }));
    expect(await trainer.run(10_000)).toBe('epochs');
    await trainer.retune(lineExperiment({ training: { stop: { ...stop, epochs: 8 } } }));
    trainer.resume();
    expect(await trainer.run(10_000)).toBe('epochs');
    expect(trainer.position.epoch).toBe(8);
    trainer.dispose();
  });

  it('that was lifted leaves the others in force', async () => {
    const trainer = await trainerOf(lineExperiment({ training: { stop: { ...stop, epochs: 6, plateau } } }));
    expect(await trainer.run(10_000)).toBe('epochs');
    trainer.resume();
    expect(await trainer.run(10_000)).toBe('plateau');
    trainer.dispose();
  });
});

describe('divergence', () => {
  it('puts back the last finite weights and where they were', async () => {
    const trainer = await trainerOf(lineExperiment({ training: { learningRate: 10 } }));
    await trainer.run(2);
    const { snapshot: kept } = await trainer.snapshot(sizes);
    await trainer.run(500);
    const { snapshot, diverged } = await trainer.snapshot(sizes);
    expect(diverged).toBe(true);
    expect(snapshot.parameters).toEqual(kept.parameters);
    expect(snapshot.parameters.every(Number.isFinite)).toBe(true);
    expect([snapshot.epoch, snapshot.updates]).toEqual([2, 2]);
    expect(Number.isFinite(snapshot.train!.loss)).toBe(true);
    expect(trainer.position).toEqual({ epoch: 2, batch: 0, updates: 2 });
    trainer.dispose();
  });

  it('of a ReLU network with squared error says so and leaves finite weights', async () => {
    const experiment = lineExperiment({
      model: {
        hidden: [
          { units: 8, activation: 'leakyRelu' },
          { units: 8, activation: 'relu' },
        ],
        seed: 2,
      },
      training: { learningRate: 10, optimizer: { id: 'momentum', options: { momentum: 0.99 } } },
    });
    const trainer = await trainerOf(experiment);
    let diverged = false;
    for (let turn = 0; turn < 50 && !diverged; turn++) {
      await trainer.run(20);
      const taken = await trainer.snapshot(sizes);
      expect(taken.snapshot.parameters.every(Number.isFinite)).toBe(true);
      ({ diverged } = taken);
    }
    expect(diverged).toBe(true);
    trainer.dispose();
  });

  it('before a weight was set by hand still puts back finite weights', async () => {
    const trainer = await trainerOf(lineExperiment({ training: { learningRate: 10 } }));
    const { snapshot: kept } = await trainer.snapshot(sizes);
    await trainer.run(500);
    await trainer.setWeights([{ index: 0, value: 0.5 }]);
    const { snapshot, diverged } = await trainer.snapshot(sizes);
    expect(diverged).toBe(true);
    expect(snapshot.parameters).toEqual(kept.parameters);
    expect(trainer.position).toEqual({ epoch: 0, batch: 0, updates: 0 });
    trainer.dispose();
  });

  it('halts a run whose rules watch the loss', async () => {
    const stop = { epochs: null, trainLoss: 1e-9, plateau: null };
    const trainer = await trainerOf(lineExperiment({ training: { learningRate: 10, stop } }));
    expect(await trainer.run(10_000)).toBe('diverged');
    expect((await trainer.snapshot(sizes)).diverged).toBe(true);
    trainer.dispose();
  });

  it('after the optimiser was changed goes back to weights that the new optimiser can train', async () => {
    const trainer = await trainerOf(lineExperiment({ training: { learningRate: 10 } }));
    await trainer.snapshot(sizes);
    const momentum = { id: 'momentum', options: { momentum: 0.9 } } as const;
    await trainer.retune(lineExperiment({ training: { learningRate: 10, optimizer: momentum } }));
    await trainer.run(500);
    expect((await trainer.snapshot(sizes)).diverged).toBe(true);
    await trainer.retune(lineExperiment({ training: { learningRate: 0.01, optimizer: momentum } }));
    const before = (await trainer.measure()).train!.loss;
    await trainer.run(50);
    expect((await trainer.measure()).train!.loss).toBeLessThan(before);
    trainer.dispose();
  });
});

describe('data that leaves nothing to learn', () => {
  const empty = cloud(0, 2);

  it('without points trains nothing, says so and still draws', async () => {
    const trainer = await trainerOf(smallExperiment({ data: { classes: 2, source: empty } }));
    expect(await trainer.run(5)).toBe('noPoints');
    const { snapshot, diverged } = await trainer.snapshot(sizes);
    expect([snapshot.train, snapshot.test, diverged]).toEqual([null, null, false]);
    expect(snapshot.outputs.values.every(Number.isFinite)).toBe(true);
    expect(snapshot.predictions).toHaveLength(0);
    trainer.dispose();
  });

  const same = { kind: 'own', x1: [1, 1, 1], x2: [2, 2, 2], y: [0, 1, 0] } as const;
  const cases: [string, Experiment][] = [
    ['one point', smallExperiment({ data: { classes: 2, source: cloud(1, 2), testShare: 0.9 } })],
    ['one class', smallExperiment({ data: { classes: 2, source: cloud(20, 1) } })],
    ['all points in one place', smallExperiment({ data: { classes: 2, source: same, testShare: 0 } })],
    [
      'a constant feature, standardised',
      smallExperiment({
        data: { classes: 2, source: { ...same, x1: [1, 2, 3] }, testShare: 0, standardize: true },
      }),
    ],
    [
      'ten classes of which most have no point',
      smallExperiment({ data: { classes: 10, source: cloud(20, 2) } }),
    ],
  ];

  it.each(cases)('with %s trains on and keeps finite numbers', async (_, experiment) => {
    const trainer = await trainerOf(experiment);
    const before = (await trainer.measure()).train!.loss;
    expect(await trainer.run(60)).toBeNull();
    const { snapshot, diverged } = await trainer.snapshot(sizes);
    expect(diverged).toBe(false);
    expect(snapshot.train!.loss).toBeLessThan(before);
    expect(snapshot.outputs.values.every(Number.isFinite)).toBe(true);
    trainer.dispose();
  });
});

describe('a snapshot', () => {
  it('holds every figure of its moment in the shape that it declares', async () => {
    const experiment = smallExperiment({ loss: { l1: 0.1, l2: 0.1 } });
    const trainer = await trainerOf(experiment);
    await trainer.run(5);
    const { snapshot } = await trainer.snapshot(sizes);
    expect(snapshot).toMatchObject({ device: 'reference', epoch: 1, updates: 5, learningRate: 0.01 });
    expect(snapshot.outputs).toMatchObject({ columns: 6, rows: 6, units: 2 });
    expect(snapshot.outputs.values).toHaveLength(6 * 6 * 2);
    expect(snapshot.unitMaps).toMatchObject({ columns: 3, rows: 3, units: 5 });
    expect(snapshot.unitMaps.values).toHaveLength(3 * 3 * 5);
    expect(snapshot.penalty).toBeGreaterThan(0);
    const { train, test } = snapshot;
    expect([...train!.confusion!, ...test!.confusion!].reduce((sum, count) => sum + count)).toBe(40);
    trainer.dispose();
  });

  it('predicts every point in the order of the data, test points included', async () => {
    const experiment = smallExperiment();
    const trainer = await trainerOf(experiment);
    await trainer.run(40);
    const { snapshot } = await trainer.snapshot(sizes);
    const { points, split } = trainer.data;
    const right = (indices: Uint32Array) =>
      indices.filter((i) => snapshot.predictions[i] === points.y[i]).length / indices.length;
    expect(right(split.train)).toBeCloseTo(snapshot.train!.accuracy!, 12);
    expect(right(split.test)).toBeCloseTo(snapshot.test!.accuracy!, 12);
    trainer.dispose();
  });

  it('stays what it was while training goes on', async () => {
    const trainer = await trainerOf(smallExperiment());
    const { snapshot } = await trainer.snapshot(sizes);
    const copies = [
      snapshot.parameters.slice(),
      snapshot.outputs.values.slice(),
      snapshot.predictions.slice(),
    ];
    await trainer.run(20);
    await trainer.snapshot(sizes);
    expect([snapshot.parameters, snapshot.outputs.values, snapshot.predictions]).toEqual(copies);
    trainer.dispose();
  });

  it('of one input is a line', async () => {
    const trainer = await trainerOf(lineExperiment());
    const { snapshot } = await trainer.snapshot(sizes);
    expect(snapshot.outputs).toMatchObject({ columns: 6, rows: 1, units: 1 });
    expect(snapshot.train!.accuracy).toBeNull();
    trainer.dispose();
  });
});

describe('retune', () => {
  it('changes the learning rate of a running model and nothing else', async () => {
    const trainer = await trainerOf(smallExperiment());
    await trainer.run(5);
    const before = await trainer.readState();
    await trainer.retune(smallExperiment({ training: { batchSize: 8, learningRate: 0.5 } }));
    expect(await trainer.readState()).toEqual(before);
    expect((await trainer.snapshot(sizes)).snapshot.learningRate).toBe(0.5);
    trainer.dispose();
  });

  it('to another part of the plane leaves the run as it was and maps that part', async () => {
    const trainer = await trainerOf(smallExperiment());
    await trainer.run(5);
    const before = await trainer.readState();
    const whole = (await trainer.snapshot(sizes)).snapshot;
    const plane = { x: [0, 1], y: [-3, -2] } as const;
    await trainer.retune(smallExperiment({ data: { plane }, training: { batchSize: 8 } }));
    expect(await trainer.readState()).toEqual(before);
    const { snapshot } = await trainer.snapshot(sizes);
    expect(snapshot.updates).toBe(5);
    expect(snapshot.train).toEqual(whole.train);
    for (const grid of [snapshot.outputs, snapshot.unitMaps]) expect(grid.range).toEqual(plane);
    expect(snapshot.outputs.values).not.toEqual(whole.outputs.values);
    trainer.dispose();
  });

  it('to another optimiser keeps the weights and starts its state afresh', async () => {
    const trainer = await trainerOf(smallExperiment());
    await trainer.run(5);
    const before = await trainer.readState();
    const adagrad = { id: 'adagrad', options: { epsilon: 1e-7 } } as const;
    await trainer.retune(smallExperiment({ training: { batchSize: 8, optimizer: adagrad } }));
    const after = await trainer.readState();
    expect(after.parameters).toEqual(before.parameters);
    expect(after.optimizerUpdates).toBe(0);
    expect(after.slots).toEqual([new Float32Array(before.parameters.length).fill(0.1)]);
    expect(await trainer.run(5)).toBeNull();
    expect((await trainer.readState()).parameters).not.toEqual(before.parameters);
    trainer.dispose();
  });

  it('lets a run go on past a limit that was raised', async () => {
    const until = (epochs: number) =>
      smallExperiment({ training: { batchSize: 8, stop: { epochs, trainLoss: null, plateau: null } } });
    const trainer = await trainerOf(until(2));
    expect(await trainer.run(100)).toBe('epochs');
    await trainer.retune(until(3));
    expect(await trainer.run(100)).toBe('epochs');
    expect(trainer.position.epoch).toBe(3);
    await trainer.retune(until(1));
    expect(await trainer.run(100)).toBe('epochs');
    expect(trainer.position.epoch).toBe(3);
    trainer.dispose();
  });
});

describe('what is frozen', () => {
  const holding = (frozen: Partial<Frozen>, training: ExperimentParts['training'] = {}) =>
    smallExperiment({
      training: { batchSize: 8, frozen: { layers: [], parameters: [], ...frozen }, ...training },
    });

  it.each(['reference', 'wasm'] as const)(
    'keeps the output bias through 50 epochs of AdamW on %s, and nothing else',
    async (device) => {
      const adamw = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0.05 };
      const experiment = holding({}, { optimizer: { id: 'adamw', options: adamw } });
      const trainer = await Trainer.create(experiment, { ...silent, device });
      const { parameterCount, layers, outputs } = trainer.network;
      const { biasOffset } = layers.at(-1)!;
      const bias = Array.from({ length: outputs }, (_, unit) => biasOffset + unit);
      await trainer.run(12);
      await trainer.retune({
        ...experiment,
        training: { ...experiment.training, frozen: { layers: [], parameters: bias } },
      });
      const before = await parametersOf(trainer);
      for (const index of bias) expect(before[index]).not.toBe(0);
      await trainer.run(50 * trainer.batches.perEpoch);
      const after = await parametersOf(trainer);
      const kept = [...after.keys()].filter((index) => Object.is(after[index], before[index]));
      expect(kept).toEqual(bias);
      expect(after).toHaveLength(parameterCount);
      trainer.dispose();
    },
  );

  it('is frozen and let go while the run goes on', async () => {
    const trainer = await trainerOf(holding({}));
    const whole = trainer.network.layers[0]!;
    const inLayer = (values: number[]) => values.slice(0, whole.biasOffset + whole.units);
    await trainer.run(6);
    const free = await parametersOf(trainer);
    await trainer.retune(holding({ layers: [0] }));
    await trainer.run(9);
    const frozen = await parametersOf(trainer);
    expect(inLayer(frozen)).toEqual(inLayer(free));
    expect(frozen).not.toEqual(free);
    await trainer.retune(holding({}));
    await trainer.run(1);
    const letGo = await parametersOf(trainer);
    expect(inLayer(letGo).filter((weight, i) => weight === frozen[i])).toEqual([]);
    trainer.dispose();
  });

  it('may still be changed by hand', async () => {
    const trainer = await trainerOf(holding({ parameters: [0] }));
    await trainer.setWeights([{ index: 0, value: 0.625 }]);
    await trainer.run(10);
    expect((await parametersOf(trainer))[0]).toBe(0.625);
    trainer.dispose();
  });

  it('set by hand to what has no finite loss go back to where they were', async () => {
    const trainer = await trainerOf(lineExperiment({ data: { standardize: false } }));
    await trainer.run(5);
    const before = await parametersOf(trainer);
    await trainer.setWeights([{ index: 0, value: 3e38 }]);
    const { snapshot, diverged } = await trainer.snapshot(sizes);
    expect(diverged).toBe(true);
    expect([...snapshot.parameters]).toEqual([...before]);
    trainer.dispose();
  });

  it('is told the device in the same array until it changes', async () => {
    const trainer = await trainerOf(holding({ layers: [1] }));
    const { frozen } = trainer.rehearse().tuning;
    expect(frozen).toEqual(
      Uint8Array.from({ length: trainer.network.parameterCount }, (_, i) => Number(i >= 9)),
    );
    await trainer.run(3);
    expect(trainer.rehearse().tuning.frozen).toBe(frozen);
    await trainer.retune(holding({}));
    expect(trainer.rehearse().tuning.frozen).toBeNull();
    trainer.dispose();
  });
});

describe('another device', () => {
  it('takes over weights, optimiser state and position', async () => {
    const [stayed, moved] = [await trainerOf(smallExperiment()), await trainerOf(smallExperiment())];
    for (const trainer of [stayed, moved]) await trainer.run(5);
    await moved.moveTo('reference');
    for (const trainer of [stayed, moved]) await trainer.run(5);
    expect(await moved.readState()).toEqual(await stayed.readState());
    for (const trainer of [stayed, moved]) trainer.dispose();
  });

  it('of another kind goes on from the same bits to the same numbers', async () => {
    const [stayed, moved] = [await trainerOf(smallExperiment()), await trainerOf(smallExperiment())];
    for (const trainer of [stayed, moved]) await trainer.run(5);
    const before = await moved.readState();
    await moved.moveTo('wasm');
    expect(moved.deviceId).toBe('wasm');
    expect(await moved.readState()).toEqual(before);
    for (const trainer of [stayed, moved]) await trainer.run(20);
    expect(moved.position).toEqual(stayed.position);
    const [wanted, got] = [await parametersOf(stayed), await parametersOf(moved)];
    for (const [i, weight] of got.entries()) expect(weight).toBeCloseTo(wanted[i]!, 4);
    for (const trainer of [stayed, moved]) trainer.dispose();
  });

  it.each([
    [true, 'wasm'],
    [false, 'reference'],
  ] as const)(
    'that cannot be had is replaced, with SIMD %s by %s, and the reason is given',
    async (simd, device) => {
      hasSimd = simd;
      const onFallback = vi.fn();
      const trainer = await Trainer.create(smallExperiment(), { device: 'webgl', onFallback });
      const fallback = { lost: 'webgl', reason: 'unavailable', device };
      expect(trainer.deviceId).toBe(device);
      expect(onFallback.mock.calls).toEqual([[fallback]]);
      await trainer.run(5);
      const before = await trainer.readState();
      await trainer.moveTo('webgl');
      expect(onFallback.mock.calls).toEqual([[fallback], [fallback]]);
      expect(await trainer.readState()).toEqual(before);
      trainer.dispose();
    },
  );

  it('that was opened elsewhere is taken over, or left where it fails', async () => {
    const trainer = await trainerOf(smallExperiment());
    await trainer.run(5);
    const before = await trainer.readState();
    const gone = openDevice('reference', trainer.job);
    const dispose = vi.spyOn(gone, 'dispose');
    vi.spyOn(gone, 'write').mockRejectedValue(new DeviceLostError('webgl', 'contextLost'));
    expect(await trainer.adopt(gone)).toBe(false);
    expect(dispose).toHaveBeenCalledOnce();
    expect(trainer.deviceId).toBe('reference');
    expect(await trainer.adopt(openDevice('wasm', trainer.job))).toBe(true);
    expect(trainer.deviceId).toBe('wasm');
    expect(await trainer.readState()).toEqual(before);
    trainer.dispose();
  });

  it('is never an excuse under auto', async () => {
    hasSimd = false;
    const onFallback = vi.fn();
    const wide = Array.from(
      { length: limits.hiddenLayers },
      () => ({ units: 128, activation: 'relu' }) as const,
    );
    const experiment = smallExperiment({
      data: { classes: 2, source: cloud(500, 2) },
      model: { hidden: wide },
      training: { batchSize: 'all' },
    });
    const trainer = await Trainer.create(experiment, { device: 'auto', onFallback });
    expect(trainer.deviceId).toBe('reference');
    expect(onFallback).not.toHaveBeenCalled();
    trainer.dispose();
  });
});

describe('a device that is lost', () => {
  async function losingTrainer(trains: number, experiment = smallExperiment(), device: DeviceId = 'wasm') {
    loss = { trains, device };
    const onFallback = vi.fn();
    return { trainer: await Trainer.create(experiment, { ...silent, onFallback }), onFallback };
  }

  it('in mid-run is replaced, and training goes on from the last snapshot to the same numbers', async () => {
    const { trainer, onFallback } = await losingTrainer(4);
    await trainer.run(6);
    const { snapshot: kept } = await trainer.snapshot(sizes);
    await trainer.run(3);
    expect(onFallback).not.toHaveBeenCalled();
    expect(await trainer.run(4)).toBeNull();
    expect(onFallback.mock.calls).toEqual([[{ lost: 'wasm', reason: 'contextLost', device: 'reference' }]]);
    expect(trainer.position.updates).toBe(kept.updates + 4);
    const undisturbed = await trainerOf(smallExperiment());
    await undisturbed.run(10);
    expect(await trainer.readState()).toEqual(await undisturbed.readState());
    for (const each of [trainer, undisturbed]) each.dispose();
  });

  it.each([
    [true, 'wasm'],
    [false, 'reference'],
  ] as const)('when it is WebGL is followed, with SIMD %s, by %s', async (simd, device) => {
    hasSimd = simd;
    const { trainer, onFallback } = await losingTrainer(0, smallExperiment(), 'webgl');
    await trainer.run(1);
    expect(onFallback.mock.calls).toEqual([[{ lost: 'webgl', reason: 'contextLost', device }]]);
    expect(trainer.deviceId).toBe(device);
    expect(trainer.position.updates).toBe(1);
    trainer.dispose();
  });

  it('before any snapshot starts again from the initial weights', async () => {
    const { trainer, onFallback } = await losingTrainer(0);
    await trainer.run(5);
    expect(onFallback).toHaveBeenCalledOnce();
    expect(trainer.position).toEqual({ epoch: 1, batch: 1, updates: 5 });
    trainer.dispose();
  });

  it('after a change of the optimiser is replaced by one that the new optimiser can train', async () => {
    const { trainer, onFallback } = await losingTrainer(
      2,
      smallExperiment({ training: { optimizer: { id: 'sgd', options: {} }, batchSize: 8 } }),
    );
    await trainer.run(4);
    await trainer.snapshot(sizes);
    await trainer.retune(smallExperiment());
    await trainer.run(1);
    await trainer.run(1);
    expect(onFallback).toHaveBeenCalledOnce();
    expect((await trainer.snapshot(sizes)).diverged).toBe(false);
    expect((await trainer.readState()).slots).toHaveLength(2);
    trainer.dispose();
  });

  it('while the loss is watched does not end a run early', async () => {
    const stop = { epochs: 6, trainLoss: 1e-9, plateau: { epochs: 3, minImprovement: 0 } };
    const experiment = smallExperiment({ training: { batchSize: 8, stop } });
    const { trainer } = await losingTrainer(4, experiment);
    expect(await trainer.run(100)).toBe('epochs');
    expect(trainer.position.epoch).toBe(6);
    trainer.dispose();
  });
});

describe('a rehearsal', () => {
  it('is of the updates to come, on a copy of the state', async () => {
    const [trainer, undisturbed] = [await trainerOf(smallExperiment()), await trainerOf(smallExperiment())];
    for (const each of [trainer, undisturbed]) {
      await each.run(6);
      await each.snapshot(sizes);
    }
    const { job, state, tuning, next, batchPoints } = trainer.rehearse();
    expect(batchPoints).toBe(8);
    const device = openDevice('reference', job);
    await device.write(state);
    for (const count of [1, 6]) await device.train(next(count), tuning);
    for (const each of [trainer, undisturbed]) await each.run(7);
    expect(await device.read()).toEqual(await undisturbed.readState());
    expect(await trainer.readState()).toEqual(await undisturbed.readState());
    device.dispose();
    for (const each of [trainer, undisturbed]) each.dispose();
  });
});
