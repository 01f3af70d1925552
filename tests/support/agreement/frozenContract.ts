/** For tests only: that training leaves what is frozen alone, on any device. Called within `describe`. */
import { expect, it } from 'vitest';
import type {
  Device,
  DeviceId,
  DeviceState,
  UpdateSettings,
  Updates,
} from '../../../src/engine/devices/device';
import { createRandom, permutation } from '../../../src/engine/random';
import { frozenMask } from '../../../src/engine/training/frozenMask';
import { part } from './deviceRuns';
import { frozenParts, optimizerIds } from './kinds';
import { type OracleState, oracleStart, oracleUpdate } from './oracle';
import { batchOf, type Draft, drawProblem, freshState, optionsOf } from './problems';
import { relativeError } from './relativeError';
import {
  allAtOnce,
  bitsOf,
  errorOfMove,
  lineJob,
  patience,
  plain,
  trainedInCalls,
  truthOf,
  using,
  usual,
} from './trainingContract';

type Mask = UpdateSettings['frozen'];

const parts = Object.values(frozenParts);

export function leavesFrozenAlone(id: DeviceId): void {
  keepsBits(id);
  keepsAll(id);
  leavesItToAHand(id);
  keepsBitsInCrowds(id);
  letsNothingInfiniteOut(id);
}

function keepsBits(id: DeviceId): void {
  it.each(optimizerIds)(
    'keeps the bits of what is frozen under %s, which had been trained before and is again',
    async (optimizer) => {
      const draft = drawProblem({ ...usual, optimizer });
      const masks = parts.map((of) => frozenMask(draft.job.network, of(draft.job.network)));
      await using(id, draft.job, async (device) => {
        const stage = await stagesOf(device, draft);
        for (const mask of [null, ...masks, null]) {
          const { before, after, truth } = await stage(mask, 12);
          expect(frozenBits(after, mask)).toEqual(frozenBits(before, mask));
          expect(stillUnfrozen(before, after, mask)).toBe(0);
          expect(relativeError(after.parameters, truth.parameters)).toBeLessThanOrEqual(1e-4);
          after.slots.forEach((slot, k) => {
            expect(relativeError(slot, truth.slots[k]!)).toBeLessThanOrEqual(1e-4);
          });
        }
      });
    },
    patience,
  );
}

function keepsAll(id: DeviceId): void {
  it.each(optimizerIds)(
    'leaves a network that is frozen all over what it was under %s',
    async (optimizer) => {
      const draft = drawProblem({ ...usual, optimizer });
      const { parameterCount } = draft.job.network;
      await using(id, draft.job, async (device) => {
        const stage = await stagesOf(device, draft);
        await stage(null, 10);
        const { before, after, truth } = await stage(new Uint8Array(parameterCount).fill(1), 50);
        expect(bitsOf(after).parameters).toEqual(bitsOf(before).parameters);
        expect(after.optimizerUpdates).toBe(60);
        after.slots.forEach((slot, k) => {
          expect(relativeError(slot, truth.slots[k]!, 1e-6)).toBeLessThanOrEqual(1e-4);
        });
      });
    },
    patience,
  );
}

function leavesItToAHand(id: DeviceId): void {
  it('leaves a frozen weight to a hand', async () => {
    const draft = drawProblem({ ...usual, optimizer: 'momentum' });
    const mask = frozenMask(draft.job.network, { layers: [0], parameters: [] });
    await using(id, draft.job, async (device) => {
      const stage = await stagesOf(device, draft);
      const { after } = await stage(mask, 10);
      const moved = { ...after, parameters: after.parameters.with(3, 0.3) };
      await device.write(moved);
      await device.train(part(draft.updates, 10, 20), { ...draft.tuning, frozen: mask });
      const next = await device.read();
      expect(frozenBits(next, mask)).toEqual(frozenBits(moved, mask));
      expect(stillUnfrozen(moved, next, mask)).toBe(0);
    });
  });
}

function keepsBitsInCrowds(id: DeviceId): void {
  it.each([{ hidden: [8] }, { hidden: [5, 64] }])(
    'keeps the bits of what is frozen in batches of any size with hidden layers of $hidden',
    async ({ hidden }) => {
      for (const [k, size] of [5, 256, 257, 1300].entries()) {
        const problem = crowd(hidden, size, k);
        const { tuning, start, updates } = problem;
        expect(await errorOfMove(id, problem), `${size} points`).toBeLessThanOrEqual(1e-4);
        const ours = await trainedInCalls(id, problem, [updates.ends.length]);
        expect(frozenBits(ours, tuning.frozen)).toEqual(frozenBits(start, tuning.frozen));
        expect(ours.parameters).not.toEqual(start.parameters);
      }
    },
    patience,
  );
}

function letsNothingInfiniteOut(id: DeviceId): void {
  const job = { ...lineJob, inputs: Float32Array.of(3e38, 3e38), targets: Float32Array.of(100, 300) };
  const updates = allAtOnce(job, 0.25);
  const cases = optimizerIds.flatMap((optimizer) => [null, 0.5].map((clipNorm) => ({ optimizer, clipNorm })));
  it.each(cases)(
    'lets no infinite gradient of a frozen weight out of $optimizer, clipped by $clipNorm',
    async ({ optimizer, clipNorm }) => {
      const frozen = Uint8Array.of(1, 0);
      const options = optionsOf(optimizer, 'usual');
      const tuning = { ...plain, optimizer: { id: optimizer, options }, l2: 0.1, clipNorm, frozen };
      const start = freshState(optimizer, new Float32Array(2));
      const draft = { ...drawProblem(usual), job, tuning, start, updates };
      const [ours, truth] = [await trainedInCalls(id, draft, [1]), truthOf(draft, updates)];
      expect(frozenBits(ours, frozen)).toEqual(frozenBits(start, frozen));
      expect(truth.parameters[1]).toBeGreaterThan(0);
      expect(relativeError(ours.parameters, truth.parameters)).toBeLessThanOrEqual(1e-4);
      ours.slots.forEach((slot, k) => {
        expect(relativeError(slot, truth.slots[k]!)).toBeLessThanOrEqual(1e-4);
      });
    },
  );
}

interface Phase {
  readonly before: DeviceState;
  readonly after: DeviceState;
  /** In float64 from the beginning of all stages. */
  readonly truth: OracleState;
}

/** Answers what trains the device for some updates with something frozen, each time from where it stands. */
async function stagesOf(device: Device, { job, start, tuning, updates }: Draft) {
  await device.write(start);
  let done = 0;
  let truth = oracleStart(start);
  return async (frozen: Mask, count: number): Promise<Phase> => {
    const before = await device.read();
    const turn = part(updates, done, done + count);
    await device.train(turn, { ...tuning, frozen });
    for (let k = 0; k < count; k++) {
      const rate = turn.learningRates[k]!;
      truth = oracleUpdate(job, truth, batchOf(turn, k), rate, { ...tuning, frozen });
    }
    done += count;
    return { before, after: await device.read(), truth };
  };
}

/** Bits of the frozen parameters. */
function frozenBits(state: DeviceState, mask: Mask): Uint32Array {
  return bitsOf(state).parameters.filter((_, i) => mask?.[i]);
}

/** How many parameters stay where they are although they are not frozen. */
function stillUnfrozen(before: DeviceState, after: DeviceState, mask: Mask): number {
  return before.parameters.filter((weight, i) => !mask?.[i] && weight === after.parameters[i]).length;
}

/** Three updates on `size` points, with momentum in the slots; every other one is clipped. */
function crowd(hidden: readonly number[], size: number, turn: number): Draft {
  const random = createRandom(7 + turn);
  const optimizer = turn % 2 === 0 ? 'adamw' : 'momentum';
  const { job, ...draft } = drawProblem({
    ...usual,
    hidden: 'tanh',
    optimizer,
    shape: { inputs: 3, hidden },
  });
  const { network } = job;
  const of = parts[turn % parts.length]!;
  const updates: Updates = {
    order: permutation(size + 2, random),
    starts: Uint32Array.of(0, 1, 2),
    ends: Uint32Array.of(size, size + 1, size + 2),
    learningRates: Float64Array.of(0.1, 0.2, 0.1),
  };
  return {
    ...draft,
    updates,
    tuning: {
      ...draft.tuning,
      l1: 0,
      clipNorm: turn < 2 ? null : 0.5,
      frozen: frozenMask(network, of(network)),
    },
    start: { ...draft.start, slots: draft.start.slots.map((slot) => slot.map(() => 0.01)) },
    job: {
      ...job,
      points: size + 2,
      inputs: Float32Array.from({ length: 3 * (size + 2) }, () => random.normal()),
      targets: Float32Array.from({ length: 3 * (size + 2) }, (_, i) =>
        Number(i % 3 === Math.floor(i / 3) % 3),
      ),
    },
  };
}
