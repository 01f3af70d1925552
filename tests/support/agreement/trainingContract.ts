/** For tests only: what training on any device must keep to, beyond agreeing with the others. Called within `describe`. */
import { expect, it } from 'vitest';
import { openDevice } from '../../../src/engine/devices/createDevice';
import type {
  Device,
  DeviceId,
  DeviceJob,
  DeviceState,
  UpdateSettings,
  Updates,
} from '../../../src/engine/devices/device';
import { planNetwork } from '../../../src/engine/model/network';
import { optimizers } from '../../../src/engine/training/optimizers';
import { part } from './deviceRuns';
import { type Kind, lossIds, optimizerIds, outputIds } from './kinds';
import { oracleStart, oracleUpdate } from './oracle';
import { batchOf, type Draft, drawProblem, freshState, optionsOf } from './problems';
import { relativeError } from './relativeError';

export const usual: Kind = {
  hidden: 'gelu',
  loss: 'categoricalCrossentropy',
  optimizer: 'adam',
  shape: { inputs: 2, hidden: [5, 4] },
  output: 'softmax',
  classes: 3,
  batchSize: 3,
  regularisation: 'everything',
  rate: 'sometimes 0',
  options: 'unusual',
};
export const plain: UpdateSettings = {
  optimizer: { id: 'sgd', options: {} },
  l1: 0,
  l2: 0,
  clipNorm: null,
  frozen: null,
};
export const patience = 60_000;

/** Opens a device, lets `work` use it and frees it. */
export async function using<T>(
  id: DeviceId,
  job: DeviceJob,
  work: (device: Device) => Promise<T>,
): Promise<T> {
  const device = openDevice(id, job);
  try {
    return await work(device);
  } finally {
    device.dispose();
  }
}

/** The state in bits, so that −0 and 0 differ. */
export function bitsOf({ parameters, slots, optimizerUpdates }: DeviceState) {
  const bits = (values: Float32Array) => new Uint32Array(values.slice().buffer);
  return { parameters: bits(parameters), slots: slots.map(bits), optimizerUpdates };
}

/** Trains in calls that end at the updates named. */
export async function trainedInCalls(
  id: DeviceId,
  draft: Draft,
  ends: readonly number[],
): Promise<DeviceState> {
  return using(id, draft.job, async (device) => {
    await device.write(draft.start);
    for (const [i, end] of ends.entries())
      await device.train(part(draft.updates, ends[i - 1] ?? 0, end), draft.tuning);
    return device.read();
  });
}

/** The state after all updates in float64. */
export function truthOf({ job, start, tuning }: Draft, updates: Updates) {
  let state = oracleStart(start);
  for (let k = 0; k < updates.ends.length; k++)
    state = oracleUpdate(job, state, batchOf(updates, k), updates.learningRates[k]!, tuning);
  return state;
}

export function repeatsItself(id: DeviceId): void {
  it.each(optimizerIds)(
    'gives the same bits for 100 updates of %s, in however many calls',
    async (optimizer) => {
      for (const batchSize of [3, 'all'] as const) {
        const draft = drawProblem({ ...usual, optimizer, batchSize });
        const once = await trainedInCalls(id, draft, [100]);
        expect(once.parameters).not.toEqual(draft.start.parameters);
        expect(once.optimizerUpdates).toBe(100);
        const inCalls = await trainedInCalls(id, draft, [1, 37, 38, 99, 100]);
        expect(bitsOf(inCalls)).toEqual(bitsOf(once));
      }
    },
    patience,
  );

  it('reads what was written, to the bit', async () => {
    const { job, start } = drawProblem(usual);
    const odd = [-0, 0, 1 / 3, -(2 ** 127), 2 ** -126, 3.4e38, 1e-30, 16_777_215];
    const filled = (values: Float32Array) => values.map((_, i) => odd[i % odd.length]!);
    const state = {
      parameters: filled(start.parameters),
      slots: start.slots.map(filled),
      optimizerUpdates: 7,
    };
    const read = await using(id, job, async (device) => {
      await device.write(state);
      return device.read();
    });
    expect(bitsOf(read)).toEqual(bitsOf(state));
  });

  it.each(optimizerIds)(
    'hands a run of %s over to another device of its kind without a trace',
    async (optimizer) => {
      const draft = drawProblem({ ...usual, optimizer });
      const half = await trainedInCalls(id, draft, [41]);
      const rest = { ...draft, start: half, updates: part(draft.updates, 41, 100) };
      expect(bitsOf(await trainedInCalls(id, rest, [59]))).toEqual(
        bitsOf(await trainedInCalls(id, draft, [100])),
      );
    },
    patience,
  );

  it('leaves what it was given and what it gave alone', async () => {
    const draft = drawProblem(usual);
    const given = structuredClone([draft.start, draft.updates]);
    await using(id, draft.job, async (device) => {
      await device.write(draft.start);
      const gave = await device.read();
      const copy = structuredClone(gave);
      await device.train(draft.updates, draft.tuning);
      expect(gave).toEqual(copy);
      const trained = await device.read();
      await device.write(gave);
      gave.parameters.fill(5);
      trained.parameters.fill(6);
      expect((await device.read()).parameters).toEqual(copy.parameters);
    });
    expect([draft.start, draft.updates]).toEqual(given);
  });
}

export function followsTheOracle(id: DeviceId): void {
  const order = Uint32Array.of(4, 4, 12, 0, 7, 1, 1, 1, 9, 3, 5);
  const batches = {
    'of any size, with points twice': { starts: [0, 1, 4, 8, 9], ends: [1, 4, 8, 9, 11] },
    'that overlap and leave gaps': { starts: [0, 1, 1, 4, 9], ends: [3, 4, 8, 6, 11] },
    'in any order': { starts: [6, 0, 3, 10, 2], ends: [11, 3, 8, 11, 7] },
  };
  it.each(Object.keys(batches) as (keyof typeof batches)[])('takes batches %s', async (name) => {
    const draft = drawProblem(usual);
    const updates = {
      order,
      starts: Uint32Array.from(batches[name].starts),
      ends: Uint32Array.from(batches[name].ends),
      learningRates: Float64Array.of(0.02, 0.01, 0.03, 0, 0.02),
    };
    const ours = await trainedInCalls(id, { ...draft, updates }, [5]);
    expect(relativeError(ours.parameters, truthOf(draft, updates).parameters)).toBeLessThanOrEqual(1e-4);
  });

  it.each(optimizerIds)('goes over to %s when it is retuned', async (optimizer) => {
    const first = drawProblem(usual);
    const before = part(first.updates, 0, 20);
    const second = {
      optimizer: { id: optimizer, options: optionsOf(optimizer, 'usual') },
      l1: 0,
      l2: 0.1,
      clipNorm: null,
      frozen: null,
    };
    const truth = truthOf(first, before);
    const restart = {
      ...first,
      tuning: second,
      start: freshState(optimizer, Float32Array.from(truth.parameters)),
    };
    const ours = await using(id, first.job, async (device) => {
      await device.write(first.start);
      await device.train(before, first.tuning);
      const { parameters } = await device.read();
      await device.write(freshState(optimizer, parameters));
      await device.train(before, second);
      return device.read();
    });
    expect(relativeError(ours.parameters, truthOf(restart, before).parameters)).toBeLessThanOrEqual(1e-4);
    expect(ours.slots).toHaveLength(optimizers[optimizer].initialSlots.length);
  });
}

/** How far the change of the parameters over all updates is off, relative to the largest change or to `floor`. */
export async function errorOfMove(id: DeviceId, problem: Draft, floor = 1e-3): Promise<number> {
  const before = problem.start.parameters;
  const moves = (after: ArrayLike<number>) => Float64Array.from(before, (weight, i) => after[i]! - weight);
  const ours = await trainedInCalls(id, problem, [problem.updates.ends.length]);
  return relativeError(moves(ours.parameters), moves(truthOf(problem, problem.updates).parameters), floor);
}

export function isRightFarFromZero(id: DeviceId): void {
  const heads = outputIds.flatMap((output) => lossIds.map((loss) => ({ output, loss })));
  it.each(heads)('has the gradient of $loss on $output at logits of ±20 and ±1000', async (head) => {
    const shape = { inputs: 1, hidden: [] };
    for (const classes of [2, 4]) {
      const draft = drawProblem({ ...usual, ...head, classes, shape });
      const units = draft.job.network.outputs;
      const parameters = Float32Array.from({ length: 2 * units }, (_, i) =>
        i < units ? 1 - (i % 2) * 2 : 0,
      );
      const start = { parameters, slots: [], optimizerUpdates: 0 };
      for (const far of [20, 1000]) {
        const job = { ...draft.job, inputs: draft.job.inputs.map((_, i) => (i % 3 === 0 ? -far : far)) };
        const updates = allAtOnce(job, 1);
        const problem = { ...draft, job, tuning: plain, start, updates };
        // Points as large as this may cancel out, but for their rounding.
        const error = await errorOfMove(id, problem, far / 100);
        expect(error, `${classes} classes, ±${far}`).toBeLessThanOrEqual(1e-4);
      }
    }
  });
}

/** One update on all points. */
export function allAtOnce({ points }: DeviceJob, learningRate: number): Updates {
  return {
    order: Uint32Array.from({ length: points }, (_, i) => i),
    starts: Uint32Array.of(0),
    ends: Uint32Array.of(points),
    learningRates: Float64Array.of(learningRate),
  };
}

/** A straight line through the origin, y = 0, x = 1 and 2. */
export const lineJob: DeviceJob = {
  network: planNetwork(
    { hidden: [], outputActivation: 'linear', initializer: 'zeros', seed: 1 },
    { task: 'regression', classes: 2 },
    1,
  ),
  loss: 'squaredError',
  inputs: Float32Array.of(1, 2),
  targets: Float32Array.of(0, 0),
  points: 2,
};

export function keepsStillOrTellsOfIt(id: DeviceId): void {
  it.each(optimizerIds)(
    'keeps still under %s where the gradient is zero, clipped or not',
    async (optimizer) => {
      const options = { ...optionsOf(optimizer, 'usual'), weightDecay: 0 };
      for (const clipNorm of [null, 1]) {
        await using(id, lineJob, async (device) => {
          const start = freshState(optimizer, new Float32Array(2));
          await device.write(start);
          for (let turn = 0; turn < 3; turn++)
            await device.train(allAtOnce(lineJob, 0.1), {
              ...plain,
              optimizer: { id: optimizer, options },
              clipNorm,
            });
          const { parameters } = await device.read();
          expect([...parameters].map(Math.abs)).toEqual([0, 0]);
        });
      }
    },
  );

  it('leaves a weight of 0 to itself under L1, and biases too', async () => {
    const flat = { ...lineJob, inputs: new Float32Array(2) };
    const moved = await using(id, flat, async (device) => {
      const read = [];
      for (const weight of [0, -2, 3]) {
        await device.write({ parameters: Float32Array.of(weight, 0), slots: [], optimizerUpdates: 0 });
        await device.train(allAtOnce(flat, 1), { ...plain, l1: 0.5 });
        read.push(...(await device.read()).parameters);
      }
      return read.map((value) => value + 0);
    });
    expect(moved).toEqual([0, 0, -1.5, 0, 2.5, 0]);
  });

  it('shows numbers that are not finite when it diverges', async () => {
    await using(id, lineJob, async (device) => {
      await device.write({ parameters: Float32Array.of(1, 1), slots: [], optimizerUpdates: 0 });
      for (let turn = 0; turn < 20; turn++) await device.train(allAtOnce(lineJob, 1e4), plain);
      expect((await device.read()).parameters.every(Number.isFinite)).toBe(false);
      expect((await device.logits(lineJob.inputs, 2)).every(Number.isFinite)).toBe(false);
    });
  });
}
