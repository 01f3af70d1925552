/** The float64 trainer itself: its gradient against central differences of the whole cost, its rules by hand. */
import { describe, expect, it } from 'vitest';
import type { DeviceJob, UpdateSettings } from '../../../src/engine/devices/device';
import { forward } from '../../../src/engine/model/forward';
import { losses } from '../../../src/engine/model/losses';
import { penaltyOf } from '../../../src/engine/model/metrics';
import { everyKind, flatKinds, type Kind, titleOf } from './kinds';
import { isOnKink } from './nonDifferentiable';
import { oracleGradient, oracleStart, oracleUpdate, pointOf } from './oracle';
import { batchOf, drawProblem, steadyProblem } from './problems';
import { relativeError } from './relativeError';

/** Mean loss and penalties. */
function costOf(
  job: DeviceJob,
  parameters: Float64Array,
  batch: Uint32Array,
  tuning: UpdateSettings,
): number {
  const { activation } = job.network.layers.at(-1)!;
  let sum = 0;
  for (const point of batch) {
    const { row, goal } = pointOf(job, point);
    const { logits, outputs } = forward(job.network, parameters, row).at(-1)!;
    sum += losses[job.loss].at({ activation, logits, outputs, targets: goal });
  }
  return sum / batch.length + penaltyOf(job.network, parameters, tuning);
}

/** Central differences of the cost in every parameter. */
function measuredGradient(
  job: DeviceJob,
  at: Float64Array,
  batch: Uint32Array,
  tuning: UpdateSettings,
): Float64Array {
  const step = 1e-6;
  return at.map((weight, i) => {
    const moved = (to: number) => costOf(job, at.with(i, to), batch, tuning);
    return (moved(weight + step) - moved(weight - step)) / (2 * step);
  });
}

/** Largest errors of the gradient on the first batch, of those kinds whose first start is clear of kinks. */
function gradientErrors(kinds: readonly Kind[]) {
  const errors: Record<string, number> = {};
  for (const kind of kinds) {
    const { job, start, updates, tuning } = drawProblem(kind);
    const at = oracleStart(start).parameters;
    const batch = batchOf(updates, 0);
    if (isOnKink(job, at, batch, tuning, 0)) continue;
    const ours = oracleGradient(job, at, batch, { ...tuning, clipNorm: null });
    errors[titleOf(kind)] = relativeError(ours, measuredGradient(job, at, batch, tuning), 1e-3);
  }
  return errors;
}

describe('the oracle', () => {
  it.each([
    ['with hidden layers', everyKind()],
    ['without', flatKinds()],
  ])(
    'has the gradient that central differences of the cost measure, %s',
    (_, kinds) => {
      const errors = gradientErrors(kinds);
      expect(Object.keys(errors).length).toBeGreaterThan(0.8 * kinds.length);
      expect(Object.entries(errors).filter(([, error]) => !(error <= 1e-5))).toEqual([]);
    },
    30_000,
  );

  const kind = everyKind()[0]!;
  const { job, start, updates, tuning } = drawProblem(kind);
  const plain: UpdateSettings = {
    ...tuning,
    optimizer: { id: 'sgd', options: {} },
    l1: 0,
    l2: 0,
    clipNorm: null,
  };
  const at = oracleStart(start).parameters;
  const batch = batchOf(updates, 0);

  it('clips the gradient by its norm, and only when that is larger', () => {
    const whole = oracleGradient(job, at, batch, plain);
    const norm = Math.hypot(...whole);
    const clipped = oracleGradient(job, at, batch, { ...plain, clipNorm: norm / 4 });
    expect(
      relativeError(
        clipped,
        whole.map((entry) => entry / 4),
        0,
      ),
    ).toBeLessThan(1e-14);
    expect(oracleGradient(job, at, batch, { ...plain, clipNorm: 2 * norm })).toEqual(whole);
  });

  it('leaves a weight of 0 to itself under L1', () => {
    const { kernelOffset } = job.network.layers[0]!;
    const zero = at.with(kernelOffset, 0);
    const [without, with1] = [0, 1].map((l1) => oracleGradient(job, zero, batch, { ...plain, l1 }));
    expect(with1![kernelOffset]).toBe(without![kernelOffset]);
    expect(with1![kernelOffset + 1]).not.toBe(without![kernelOffset + 1]);
  });

  it('goes down the gradient and counts', () => {
    const next = oracleUpdate(job, oracleStart({ ...start, slots: [] }), batch, 0.5, plain);
    const gradient = oracleGradient(job, at, batch, plain);
    expect(next.parameters).toEqual(at.map((weight, i) => weight - 0.5 * gradient[i]!));
    expect(next.optimizerUpdates).toBe(1);
  });

  it('is bound to notice: a run with another penalty, option or order departs by more than is allowed', () => {
    const { truth, ...problem } = steadyProblem({
      ...kind,
      optimizer: 'momentum',
      regularisation: 'both',
      batchSize: 3,
    });
    const run = (change: Partial<typeof problem>) => {
      const { job: other, tuning: rule, updates: all } = { ...problem, ...change };
      let state = oracleStart(problem.start);
      for (let k = 0; k < truth.length; k++)
        state = oracleUpdate(other, state, batchOf(all, k), all.learningRates[k]!, rule);
      return relativeError(state.parameters, truth.at(-1)!.parameters);
    };
    expect(run({})).toBe(0);
    const { momentum } = problem.tuning.optimizer.options as { momentum: number };
    const options = { momentum: momentum * 1.01 };
    for (const change of [
      { tuning: { ...problem.tuning, l1: 0 } },
      { tuning: { ...problem.tuning, l2: 0.0101 } },
      { tuning: { ...problem.tuning, optimizer: { id: 'momentum', options } as const } },
      { updates: { ...problem.updates, order: problem.updates.order.toReversed() } },
    ])
      expect(run(change)).toBeGreaterThan(1e-4);
  });
});
