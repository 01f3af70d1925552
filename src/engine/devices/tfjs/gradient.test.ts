/**
 * The truth test of the reference device: its automatic differentiation in float32 against central differences, in float64, of a
 * cost written from the scalars of the registries. The device's gradient is read off one plain SGD update with learning rate 1.
 */
import { describe, expect, it } from 'vitest';
import {
  type ActivationId,
  activations,
  type OutputActivationId,
  outputActivations,
} from '../../model/activations';
import { forward } from '../../model/forward';
import { outputHead, pointLoss } from '../../model/heads';
import { type LossId, losses, lossOptions } from '../../model/losses';
import { penaltyOf } from '../../model/metrics';
import { type NetworkPlan, planNetwork } from '../../model/network';
import { targetsOf } from '../../model/prediction';
import { createRandom } from '../../random';
import { createDevice } from '../createDevice';
import type { DeviceJob, UpdateSettings } from '../device';

interface Case {
  readonly hidden: readonly ActivationId[];
  readonly output: OutputActivationId;
  readonly loss: LossId;
  /** null for regression. */
  readonly classes: number | null;
  readonly tuning?: Partial<Omit<UpdateSettings, 'optimizer'>>;
}

interface GradientCase extends DeviceJob {
  /** float32 numbers. [parameterCount] */
  readonly start: Float32Array;
  readonly tuning: UpdateSettings;
}

const pointCount = 6;
const plain: UpdateSettings = {
  optimizer: { id: 'sgd', options: {} },
  l1: 0,
  l2: 0,
  clipNorm: null,
  frozen: null,
};
const titleOf = ({ hidden, output, loss, classes }: Case) =>
  `${hidden.join('-')} → ${output}, ${loss}, ${classes ?? 'regression'}`;

function problemOf({ hidden, output, loss, classes, tuning }: Case, seed: number): GradientCase {
  const random = createRandom(seed);
  const data = { task: classes === null ? 'regression' : 'classification', classes: classes ?? 2 } as const;
  const model = {
    hidden: hidden.map((activation, k) => ({ units: 4 - k, activation })),
    outputActivation: output,
    initializer: 'normal',
    seed,
  } as const;
  const network = planNetwork(model, data, 2);
  const y = Float64Array.from({ length: pointCount }, (_, i) =>
    classes === null ? random.normal() : i % classes,
  );
  const every = y.map((_, i) => i);
  return {
    network,
    loss: { id: loss },
    points: pointCount,
    inputs: Float32Array.from({ length: 2 * pointCount }, () => random.normal()),
    targets: targetsOf(data.task, y, every, network.outputs),
    start: Float32Array.from({ length: network.parameterCount }, () => 0.7 * random.normal()),
    tuning: { ...plain, ...tuning },
  };
}

/** Probabilities nearer to 0 or 1 than this have a slope, 1/p, that float32 knows to few digits. */
const nearEnd = 0.01;

/** The first problem from `seed` on whose clipped probabilities are well inside of 0 and 1, or outside, where they are cut off. */
function fairProblem(each: Case, seed: number): GradientCase {
  for (let at = seed; ; at += 1000) {
    const problem = problemOf(each, at);
    const { network, loss, inputs, points, start } = problem;
    if (!outputHead(loss.id, network).clips) return problem;
    const outputs = Array.from({ length: points }, (_, i) => {
      const row = inputs.subarray(i * network.inputs, (i + 1) * network.inputs);
      return [...forward(network, start, row).at(-1)!.outputs];
    });
    const isNear = (p: number) => (p > 0 && p < nearEnd) || (p > 1 - nearEnd && p < 1);
    if (!outputs.flat().some(isNear)) return problem;
  }
}

/** Mean loss and penalty of all points, in float64. */
function costOf(
  { network, loss, inputs, targets, points, tuning }: GradientCase,
  parameters: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const row = inputs.subarray(i * network.inputs, (i + 1) * network.inputs);
    const { logits, outputs } = forward(network, parameters, row).at(-1)!;
    const { activation } = network.layers.at(-1)!;
    const goal = targets.subarray(i * network.outputs, (i + 1) * network.outputs);
    sum += pointLoss(
      outputHead(loss.id, network),
      { activation, logits, outputs, targets: goal },
      lossOptions(loss),
    );
  }
  return sum / points + penaltyOf(network, parameters, tuning);
}

/** Central differences, then clipping by the joint norm. */
function oracleGradient(problem: GradientCase): Float64Array {
  const step = 1e-6;
  const at = Float64Array.from(problem.start);
  const gradient = at.map((weight, i) => {
    at[i] = weight + step;
    const above = costOf(problem, at);
    at[i] = weight - step;
    const below = costOf(problem, at);
    at[i] = weight;
    return (above - below) / (2 * step);
  });
  const { clipNorm } = problem.tuning;
  const norm = Math.hypot(...gradient);
  return clipNorm === null || norm <= clipNorm
    ? gradient
    : gradient.map((entry) => (entry * clipNorm) / norm);
}

async function deviceGradient(problem: GradientCase): Promise<Float64Array> {
  const { device } = createDevice('reference', problem);
  await device.write({ parameters: problem.start, slots: [], optimizerUpdates: 0 });
  const order = Uint32Array.from({ length: problem.points }, (_, i) => i);
  const updates = {
    order,
    starts: Uint32Array.of(0),
    ends: Uint32Array.of(problem.points),
    learningRates: Float64Array.of(1),
  };
  await device.train(updates, problem.tuning);
  const { parameters } = await device.read();
  device.dispose();
  return Float64Array.from(problem.start, (before, i) => before - parameters[i]!);
}

/**
 * Largest difference between the two gradients, relative to the largest entry of the oracle's. Gradients that are zero all over
 * (a dead output) are measured against 1e-3: w₀ − w₁ is known to about 1e-7 only.
 */
async function errorOf(problem: GradientCase): Promise<number> {
  const truth = oracleGradient(problem);
  const ours = await deviceGradient(problem);
  const scale = Math.max(1e-3, ...truth.map(Math.abs));
  return Math.max(...ours.map((entry, i) => Math.abs(entry - truth[i]!))) / scale;
}

async function largestErrors(cases: readonly Case[]): Promise<Record<string, number>> {
  const tooLarge: Record<string, number> = {};
  for (const [index, each] of cases.entries()) {
    const error = await errorOf(fairProblem(each, index + 1));
    // Written so that NaN counts as too large.
    if (!(error <= 1e-4)) tooLarge[titleOf(each)] = error;
  }
  return tooLarge;
}

const hiddenIds = Object.keys(activations) as ActivationId[];
const outputIds = Object.keys(outputActivations) as OutputActivationId[];
const lossIds = Object.keys(losses) as LossId[];

function everyHead(hidden: readonly ActivationId[], tuning: Case['tuning'] = {}): Case[] {
  return outputIds.flatMap((output) => [
    ...lossIds.flatMap((loss) => [2, 4].map((classes): Case => ({ hidden, output, loss, classes, tuning }))),
    { hidden, output, loss: 'squaredError', classes: null, tuning },
  ]);
}

describe('the gradient of the reference device', () => {
  it.each(hiddenIds)(
    'agrees with central differences for two hidden %s layers under every output and loss',
    async (id) => {
      expect(await largestErrors(everyHead([id, id]))).toEqual({});
    },
  );

  it('agrees without any hidden layer', async () => {
    expect(await largestErrors(everyHead([]))).toEqual({});
  });

  it('agrees with L1 and L2', async () => {
    expect(await largestErrors(everyHead(['tanh'], { l1: 0.02, l2: 0.05 }))).toEqual({});
  });

  it('is clipped by the norm of all layers together, penalties included', async () => {
    expect(await largestErrors(everyHead(['swish'], { l1: 0.02, l2: 0.05, clipNorm: 0.05 }))).toEqual({});
  });

  it('is left as it is below the clipping norm', async () => {
    expect(await largestErrors(everyHead(['elu'], { clipNorm: 1e6 }))).toEqual({});
  });

  it('takes the side of the penalty but moves no weight that is already zero', async () => {
    const problem = problemOf(
      { hidden: [], output: 'linear', loss: 'squaredError', classes: null, tuning: { l1: 0.5 } },
      1,
    );
    const { inputs, targets } = {
      inputs: new Float32Array(2 * pointCount),
      targets: new Float32Array(pointCount),
    };
    const still = { ...problem, inputs, targets, start: Float32Array.of(0, -2, 0) };
    expect([...(await deviceGradient(still))]).toEqual([0, -0.5, 0]);
  });
});

describe('logits of ±1000', () => {
  const single = (output: OutputActivationId, loss: LossId, classes: number): GradientCase => {
    const problem = problemOf({ hidden: [], output, loss, classes }, 1);
    const { inputs, outputs } = problem.network;
    // One input at 1000 with weight +1 for even units and −1 for odd ones: every point is far on some side.
    const start = new Float32Array(problem.start.length);
    for (let j = 0; j < outputs; j++) start[j] = j % 2 === 0 ? 1 : -1;
    return {
      ...problem,
      inputs: Float32Array.from({ length: inputs * pointCount }, (_, i) => (i % 2 === 0 ? 1000 : 0)),
      start,
    };
  };

  const heads: [OutputActivationId, LossId, number][] = [
    ['sigmoid', 'binaryCrossentropy', 2],
    ['sigmoid', 'binaryCrossentropy', 4],
    ['sigmoid', 'categoricalCrossentropy', 2],
    ['sigmoid', 'categoricalCrossentropy', 4],
    ['softmax', 'binaryCrossentropy', 4],
    ['softmax', 'categoricalCrossentropy', 2],
    ['softmax', 'categoricalCrossentropy', 4],
  ];

  it.each(heads)(
    'keep the loss of %s with %s and %i classes finite and its gradient alive',
    async (...head) => {
      const problem = single(...head);
      const cost = costOf(problem, Float64Array.from(problem.start));
      expect(cost).toBeGreaterThan(100);
      expect(cost).toBeLessThan(1e4);
      expect(Math.max(...(await deviceGradient(problem)).map(Math.abs))).toBeGreaterThan(100);
      expect(await errorOf(problem)).toBeLessThanOrEqual(1e-4);
    },
  );
});

describe('activations read from the reference device', () => {
  it.each(outputIds)('agree with the scalar forward pass for %s outputs', async (output) => {
    const problem = problemOf({ hidden: ['gelu', 'tanh'], output, loss: 'squaredError', classes: 4 }, 7);
    const { device } = createDevice('reference', problem);
    await device.write({ parameters: problem.start, slots: [], optimizerUpdates: 0 });
    const values = await device.evaluate(problem.inputs, problem.points, 'all');
    device.dispose();
    expect(values).toHaveLength(problem.network.unitCount * problem.points);
    expect(worstDifference(values, everyUnit(problem))).toBeLessThanOrEqual(1e-5);
  });
});

/** Activations of every unit by the scalar path. [unit][point] */
function everyUnit({ network, inputs, points, start }: GradientCase): Float64Array {
  const values = new Float64Array(network.unitCount * points);
  for (let i = 0; i < points; i++) {
    const row = inputs.subarray(i * network.inputs, (i + 1) * network.inputs);
    const units = outputsOf(network, start, row);
    units.forEach((value, unit) => {
      values[unit * points + i] = value;
    });
  }
  return values;
}

function outputsOf(network: NetworkPlan, parameters: Float32Array, row: Float32Array): number[] {
  return forward(network, parameters, row).flatMap(({ outputs }) => [...outputs]);
}

function worstDifference(ours: Float32Array, truth: Float64Array): number {
  return Math.max(...ours.map((value, i) => Math.abs(value - truth[i]!) / Math.max(1, Math.abs(truth[i]!))));
}
