/**
 * For tests only: a kind of problem made concrete, with its float64 run. Starts are drawn until that run is fair to compare with:
 * clear of kinks, and steady, which means that float64 runs whose weights are nudged as float32 would round them stay together, so that
 * the problem itself does not magnify roundings.
 * Only float64 decides; no device is asked.
 */

import type { DeviceJob, DeviceState, UpdateSettings, Updates } from '../../../src/engine/devices/device';
import { losses } from '../../../src/engine/model/losses';
import { type NetworkPlan, planNetwork } from '../../../src/engine/model/network';
import { targetsOf } from '../../../src/engine/model/prediction';
import { createRandom, type Random } from '../../../src/engine/random';
import { nextUpdates, planBatches } from '../../../src/engine/training/batches';
import { frozenMask } from '../../../src/engine/training/frozenMask';
import {
  defaultValues,
  type Hyperparameter,
  type HyperparameterValues,
} from '../../../src/engine/training/hyperparameter';
import { type OptimizerId, optimizers } from '../../../src/engine/training/optimizers';
import type { Optimizer } from '../../../src/engine/training/optimizers/optimizer';
import { frozenParts, type Kind, rates, regularisations, titleOf } from './kinds';
import { isOnKink } from './nonDifferentiable';
import { type OracleState, oracleStart, oracleUpdate } from './oracle';
import { isFull } from './pairwise';
import { relativeError } from './relativeError';

export interface Draft {
  readonly kind: Kind;
  readonly job: DeviceJob;
  readonly tuning: UpdateSettings;
  readonly updates: Updates;
  readonly start: DeviceState;
}

export interface TrainingProblem extends Draft {
  /** States in float64 after each update. */
  readonly truth: readonly OracleState[];
  /** How far a nudged run is from `truth` after each update. */
  readonly nudged: readonly number[];
}

const pointCount = 13;
const mostUpdates = 100;
/** Of a problem that all must agree on; a wrong formula shows at the first. */
const steadyUpdates = isFull ? mostUpdates : 50;
const baseRate = 0.02;
/**
 * Runs are nudged at every update: each weight by its last place in float32, each slope that is not 0 by a quarter of that of a probability,
 * which is what the roundings of 1 − a come to over a batch; up or down by chance. Two of them, because a
 * single one may be lucky. Devices were seen to depart up to six times as far as the worse of the two; they are allowed 1e-4.
 */
const [weightNudge, slopeNudge] = [2 ** -23, 2 ** -26];
const nudgedRuns = 2;
const steadiness = 1e-5;
/** As far as runs are taken to be apart where kinks are looked for. */
const mostSpread = 1e-5;
/** Training that stands still proves nothing. */
const leastMove = 0.005;
/** Starts to draw, and how many of them share a learning rate before it is halved. */
const [draws, drawsOfRate] = [100, 10];

/** A problem that all devices must agree on at every step. */
export function steadyProblem(kind: Kind): TrainingProblem {
  return drawUntil(kind, steadyUpdates, steadiness, (problem) => movedBy(problem) >= leastMove);
}

/** A problem in which roundings grow until two runs have nothing in common. */
export function chaoticProblem(kind: Kind): TrainingProblem {
  return drawUntil(kind, mostUpdates, Infinity, ({ nudged }) => Math.max(...nudged) > 1e-2);
}

/** Smaller steps after every few draws: near a clipped probability large ones may always end on a kink. */
function drawUntil(
  kind: Kind,
  updateCount: number,
  limit: number,
  accept: (problem: TrainingProblem) => boolean,
): TrainingProblem {
  for (let seed = 1; seed <= draws; seed++) {
    const rate = baseRate * 0.5 ** Math.floor(seed / drawsOfRate);
    const draft = drawProblem(kind, seed, rate, updateCount);
    const run = runOracle(draft, limit);
    if (run && accept({ ...draft, ...run })) return { ...draft, ...run };
  }
  throw new Error(`none of ${draws} starts will do: ${titleOf(kind)}`);
}

/** A start of this kind, whether or not it is fair. */
export function drawProblem(kind: Kind, seed = 1, rate = baseRate, updateCount = mostUpdates): Draft {
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
      loss: { id: loss, options: valuesOf(losses[loss].hyperparameters, kind.options) },
      points: pointCount,
      inputs: Float32Array.from({ length: pointCount * shape.inputs }, () => random.normal()),
      targets: targetsOf(task, labels, every, network.outputs),
    },
    tuning: {
      optimizer: { id: optimizer, options: optionsOf(optimizer, kind.options) },
      ...regularisation,
      frozen: kind.frozen ? frozenMask(network, frozenParts[kind.frozen](network)) : null,
    },
    updates: updatesOf(kind, seed, rate, updateCount),
    // L1 has a kink at 0, and smaller steps are of use only to weights that are not there yet.
    start: freshState(optimizer, startOf(network, random, regularisation.l1 > 0 ? 0.1 : 0)),
  };
}

function updatesOf(
  { batchSize, rate: shape }: Kind,
  seed: number,
  rate: number,
  updateCount: number,
): Updates {
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

/** The defaults, or unusual values, so that none can be ignored. */
export function optionsOf(id: OptimizerId, which: Kind['options']) {
  const { hyperparameters }: Optimizer = optimizers[id];
  return valuesOf(hyperparameters, which);
}

function valuesOf(hyperparameters: readonly Hyperparameter[], which: Kind['options']): HyperparameterValues {
  if (which === 'usual') return defaultValues(hyperparameters);
  return Object.fromEntries(hyperparameters.map((each) => [each.id, unusualValue(each)]));
}

/** Half-way to the farther end of its range. */
export function unusualValue({ range, default: usual, scale }: Hyperparameter): number {
  const [to, from] = scale === 'log' ? [Math.exp, Math.log] : [Number, Number];
  const [low, high, middle] = [from(range[0]), from(range[1]), from(usual)];
  return to((middle + (high - middle > middle - low ? high : low)) / 2);
}

/** The float64 run and how far nudged ones are from it; null as soon as they are on a kink or farther apart than `limit`. */
function runOracle(draft: Draft, limit: number): Pick<TrainingProblem, 'truth' | 'nudged'> | null {
  // Most starts end on a kink, which the run by itself comes across at a third of the cost.
  const truth = runPlain(draft);
  if (!truth) return null;
  const random = createRandom(1);
  const nudged: number[] = [];
  let shaken = Array.from({ length: nudgedRuns }, () => oracleStart(draft.start));
  for (const [k, { parameters }] of truth.entries()) {
    const before = truth[k - 1] ?? oracleStart(draft.start);
    if (k > 0 && isBesideKink(draft, before, k, Math.min(mostSpread, nudged[k - 1]!))) return null;
    shaken = shaken.map((each) => nudgedUpdate(draft, each, k, random));
    nudged.push(Math.max(...shaken.map((each) => relativeError(each.parameters, parameters))));
    if (!(nudged[k]! <= limit)) return null;
  }
  return { truth, nudged };
}

function runPlain(draft: Draft): OracleState[] | null {
  const { job, tuning, updates, start } = draft;
  const truth: OracleState[] = [];
  let state = oracleStart(start);
  for (let k = 0; k < updates.ends.length; k++) {
    if (isBesideKink(draft, state, k, 0)) return null;
    state = oracleUpdate(job, state, batchOf(updates, k), updates.learningRates[k]!, tuning);
    truth.push(state);
  }
  return truth;
}

function isBesideKink(
  { job, tuning, updates }: Draft,
  { parameters }: OracleState,
  k: number,
  spread: number,
): boolean {
  return isOnKink(job, parameters, batchOf(updates, k), tuning, spread);
}

/** Update k from a nudged state. */
function nudgedUpdate(
  { job, tuning, updates }: Draft,
  state: OracleState,
  k: number,
  random: Random,
): OracleState {
  const side = () => (random.uniform() < 0.5 ? -1 : 1);
  const parameters = state.parameters.map((weight) => weight * (1 + side() * weightNudge));
  const disturb = (slope: number) => (slope === 0 ? 0 : slope + side() * slopeNudge);
  return oracleUpdate(
    job,
    { ...state, parameters },
    batchOf(updates, k),
    updates.learningRates[k]!,
    tuning,
    disturb,
  );
}

/** How far training has come in all. */
function movedBy({ start, truth }: TrainingProblem): number {
  return relativeError(start.parameters, truth.at(-1)!.parameters);
}

/** The points that update k sees. */
export function batchOf({ order, starts, ends }: Updates, k: number): Uint32Array {
  return order.subarray(starts[k], ends[k]);
}
