/**
 * For tests only: a kind of problem made concrete, with its float64 run. Starts are drawn until that run is fair to compare with:
 * clear of kinks, and steady, which means that float64 runs whose weights are nudged as float32 would round them stay together.
 * Only float64 decides; no device is asked.
 */

import type { DeviceJob, DeviceState, UpdateSettings, Updates } from '../../../src/engine/devices/device';
import { type NetworkPlan, planNetwork } from '../../../src/engine/model/network';
import { targetsOf } from '../../../src/engine/model/prediction';
import { createRandom, type Random } from '../../../src/engine/random';
import { nextUpdates, planBatches } from '../../../src/engine/training/batches';
import { frozenMask } from '../../../src/engine/training/frozenMask';
import { defaultValues, type Hyperparameter } from '../../../src/engine/training/hyperparameter';
import { type OptimizerId, optimizers } from '../../../src/engine/training/optimizers';
import type { Optimizer } from '../../../src/engine/training/optimizers/optimizer';
import { frozenParts, type Kind, rates, regularisations, titleOf } from './kinds';
import { isOnKink } from './nonDifferentiable';
import { type OracleState, oracleStart, oracleUpdate } from './oracle';
import { relativeError } from './relativeError';

export interface Draft {
  readonly kind: Kind;
  readonly job: DeviceJob;
  readonly tuning: UpdateSettings;
  readonly updates: Updates;
  readonly start: DeviceState;
}

export interface Problem extends Draft {
  /** States in float64 after each update. */
  readonly truth: readonly OracleState[];
  /** How far a nudged run is from `truth` after each update. */
  readonly nudged: readonly number[];
}

const pointCount = 13;
const updateCount = 100;
const baseRate = 0.02;
/** Nudges are about 1e-7; a device is allowed 1e-4. */
const steadiness = 3e-6;
const draws = 30;

/** A problem that all devices must agree on at every step. */
export function steadyProblem(kind: Kind): Problem {
  return drawUntil(kind, steadiness, () => true);
}

/** A problem in which roundings grow until two runs have nothing in common. */
export function chaoticProblem(kind: Kind): Problem {
  return drawUntil(kind, Infinity, ({ nudged }) => Math.max(...nudged) > 1e-2);
}

/** Smaller steps after every few draws: near a clipped probability large ones may always end on a kink. */
function drawUntil(kind: Kind, limit: number, accept: (problem: Problem) => boolean): Problem {
  for (let seed = 1; seed <= draws; seed++) {
    const draft = drawProblem(kind, seed, baseRate * 0.5 ** Math.floor(seed / 3));
    const run = runOracle(draft, limit);
    if (run && accept({ ...draft, ...run })) return { ...draft, ...run };
  }
  throw new Error(`none of ${draws} starts will do: ${titleOf(kind)}`);
}

/** A start of this kind, whether or not it is fair. */
export function drawProblem(kind: Kind, seed = 1, rate = baseRate): Draft {
  const { hidden, loss, output, classes, shape, optimizer } = kind;
  const regularisation = regularisations[kind.regularisation];
  const random = createRandom(seed);
  const task = classes === null ? 'regression' : 'classification';
  const model = {
    hidden: shape.hidden.map((units) => ({ units, activation: hidden })),
    outputActivation: output,
    initializer: 'zeros',
    seed,
  } as const;
  const network = planNetwork(model, { task, classes: classes ?? 2 }, shape.inputs);
  const every = Array.from({ length: pointCount }, (_, i) => i);
  const labels = every.map((i) => (classes === null ? random.normal() : i % classes));
  return {
    kind,
    job: {
      network,
      loss,
      points: pointCount,
      inputs: Float32Array.from({ length: pointCount * shape.inputs }, () => random.normal()),
      targets: targetsOf(task, labels, every, network.outputs),
    },
    tuning: {
      optimizer: { id: optimizer, options: optionsOf(optimizer, kind.options) },
      ...regularisation,
      frozen: kind.frozen ? frozenMask(network, frozenParts[kind.frozen](network)) : null,
    },
    updates: updatesOf(kind, seed, rate),
    // L1 has a kink at 0, and smaller steps are of use only to weights that are not there yet.
    start: freshState(optimizer, startOf(network, random, regularisation.l1 > 0 ? 0.1 : 0)),
  };
}

function updatesOf({ batchSize, rate: shape }: Kind, seed: number, rate: number): Updates {
  const plan = planBatches(pointCount, batchSize, seed);
  const { updates } = nextUpdates(plan, { epoch: 0, batch: 0 }, updateCount, () => rate);
  return { ...updates, learningRates: updates.learningRates.map((each, k) => each * rates[shape](k)) };
}

/** Where an optimiser begins. */
export function freshState(id: OptimizerId, parameters: Float32Array): DeviceState {
  const { initialSlots }: Optimizer = optimizers[id];
  const slots = initialSlots.map((value) => new Float32Array(parameters.length).fill(value));
  return { parameters, slots, optimizerUpdates: 0 };
}

/**
 * Kernels as by Glorot's normal initialiser, each weight at least `least` away from 0; outputs near 0.4, where most losses of most
 * activations are at home.
 */
export function startOf(network: NetworkPlan, random: Random, least = 0): Float32Array {
  const parameters = new Float32Array(network.parameterCount);
  network.layers.forEach(({ inputs, units, kernelOffset, biasOffset }, k) => {
    const last = k === network.layers.length - 1;
    const spread = Math.sqrt(2 / (inputs + units)) * (last ? 0.3 : 1);
    for (let i = kernelOffset; i < biasOffset; i++) {
      const weight = spread * random.normal();
      parameters[i] = weight + least * Math.sign(weight);
    }
    for (let i = biasOffset; i < biasOffset + units; i++)
      parameters[i] = (last ? 0.4 : 0) + 0.1 * random.normal();
  });
  return parameters;
}

/** The defaults, or each option half-way to the farther end of its range, so that none can be ignored. */
export function optionsOf(id: OptimizerId, which: Kind['options']) {
  const { hyperparameters }: Optimizer = optimizers[id];
  if (which === 'usual') return defaultValues(hyperparameters);
  return Object.fromEntries(hyperparameters.map((each) => [each.id, unusualValue(each)]));
}

function unusualValue({ range, default: usual, scale }: Hyperparameter): number {
  const [to, from] = scale === 'log' ? [Math.exp, Math.log] : [Number, Number];
  const [low, high, middle] = [from(range[0]), from(range[1]), from(usual)];
  return to((middle + (high - middle > middle - low ? high : low)) / 2);
}

/** The float64 run and a nudged one beside it; null as soon as they are on a kink or farther apart than `limit`. */
function runOracle(draft: Draft, limit: number): Pick<Problem, 'truth' | 'nudged'> | null {
  const { job, tuning, updates, start } = draft;
  const random = createRandom(1);
  const truth: OracleState[] = [];
  const nudged: number[] = [];
  let [state, shaken] = [oracleStart(start), oracleStart(start)];
  for (let k = 0; k < updateCount; k++) {
    const batch = batchOf(updates, k);
    const rate = updates.learningRates[k]!;
    const spread = Math.min(steadiness, nudged.at(-1) ?? 0);
    if (isOnKink(job, state.parameters, batch, tuning, spread)) return null;
    state = oracleUpdate(job, state, batch, rate, tuning);
    const parameters = shaken.parameters.map((weight) => weight * (1 + 2 ** -22 * (random.uniform() - 0.5)));
    shaken = oracleUpdate(job, { ...shaken, parameters }, batch, rate, tuning);
    truth.push(state);
    nudged.push(relativeError(shaken.parameters, state.parameters));
    if (!(nudged[k]! <= limit)) return null;
  }
  return { truth, nudged };
}

/** The points that update k sees. */
export function batchOf({ order, starts, ends }: Updates, k: number): Uint32Array {
  return order.subarray(starts[k], ends[k]);
}
