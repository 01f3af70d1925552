/**
 * One update taken apart, in float64: every point forward and back, the mean of their gradients, penalties, what is frozen, clipping,
 * and the rule of the optimiser. Made of the pieces that the page and the oracle of the tests use, in the order that every device keeps.
 */
import type { DeviceState, UpdateSettings } from '../devices/device';
import { addGradient, type BackwardValues, backward } from '../model/backward';
import { type LossId, losses } from '../model/losses';
import { penaltyOf } from '../model/metrics';
import type { LayerPlan, NetworkPlan } from '../model/network';
import { numberOps } from '../model/ops';
import { optimizers } from './optimizers';
import type { Optimizer } from './optimizers/optimizer';

/** The points that an update sees. */
export interface UpdateBatch {
  readonly points: number;
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** [point][output unit] */
  readonly targets: Float32Array;
}

export interface PointPass extends BackwardValues {
  /** [feature] */
  readonly inputs: Float32Array;
  /** [output unit] */
  readonly targets: Float32Array;
  readonly loss: number;
}

export interface OneUpdate {
  readonly passes: readonly PointPass[];
  readonly meanLoss: number;
  /** What L1 and L2 add to the mean loss. */
  readonly penalty: number;
  /** Mean of the points' gradients. [parameterCount], as all below. */
  readonly lossGradient: Float64Array;
  /** l1 · sign(w) + 2 · l2 · w over kernels, 0 for biases. */
  readonly penaltyGradient: Float64Array;
  /** Both together, 0 where frozen. */
  readonly wholeGradient: Float64Array;
  /** L2 norm of it. */
  readonly norm: number;
  /** What clipping multiplies it by, 0–1; 1 without. */
  readonly clipFactor: number;
  /** What the rule of the optimiser gets. */
  readonly gradient: Float64Array;
  readonly parameters: Float64Array;
  /** The state of the optimiser after it. [slot][parameterCount] */
  readonly slots: readonly Float64Array[];
}

/** `batch` must hold at least one point: throws RangeError otherwise. */
export function oneUpdate(
  network: NetworkPlan,
  lossId: LossId,
  batch: UpdateBatch,
  state: DeviceState,
  tuning: UpdateSettings,
  learningRate: number,
): OneUpdate {
  if (batch.points < 1) throw new RangeError(`an update needs at least one point, got ${batch.points}`);
  const { parameters } = state;
  const passes = Array.from({ length: batch.points }, (_, i) =>
    passPoint(network, lossId, parameters, batch, i),
  );
  const lossGradient = meanGradient(network, passes);
  const penaltyGradient = penaltySlopes(network, parameters, tuning);
  const wholeGradient = lossGradient.map((slope, i) =>
    tuning.frozen?.[i] ? 0 : slope + (penaltyGradient[i] as number),
  );
  const norm = Math.sqrt(wholeGradient.reduce((sum, slope) => sum + slope * slope, 0));
  const clipFactor = tuning.clipNorm !== null && norm > tuning.clipNorm ? tuning.clipNorm / norm : 1;
  const gradient = wholeGradient.map((slope) => slope * clipFactor);
  return {
    passes,
    meanLoss: passes.reduce((sum, { loss }) => sum + loss, 0) / passes.length,
    penalty: penaltyOf(network, parameters, tuning),
    lossGradient,
    penaltyGradient,
    wholeGradient,
    norm,
    clipFactor,
    gradient,
    ...applyRule(state, gradient, tuning, learningRate),
  };
}

function passPoint(
  network: NetworkPlan,
  lossId: LossId,
  parameters: ArrayLike<number>,
  batch: UpdateBatch,
  point: number,
): PointPass {
  const { inputs: width, outputs, layers } = network;
  const inputs = batch.inputs.subarray(point * width, (point + 1) * width);
  const targets = batch.targets.subarray(point * outputs, (point + 1) * outputs);
  const pass = backward(network, lossId, parameters, inputs, targets);
  const { activation } = layers.at(-1) as LayerPlan;
  const output = pass.values.at(-1);
  if (!output) throw new RangeError('a network has at least its output layer');
  return { ...pass, inputs, targets, loss: losses[lossId].at({ activation, targets, ...output }) };
}

function meanGradient(network: NetworkPlan, passes: readonly PointPass[]): Float64Array {
  const gradient = new Float64Array(network.parameterCount);
  for (const pass of passes) addGradient(network, pass.inputs, pass, gradient);
  return gradient.map((sum) => sum / passes.length);
}

function penaltySlopes(
  { layers, parameterCount }: NetworkPlan,
  parameters: ArrayLike<number>,
  { l1, l2 }: Pick<UpdateSettings, 'l1' | 'l2'>,
): Float64Array {
  const slopes = new Float64Array(parameterCount);
  for (const { kernelOffset, biasOffset } of layers) {
    for (let i = kernelOffset; i < biasOffset; i++) {
      const weight = parameters[i] as number;
      slopes[i] = l1 * Math.sign(weight) + 2 * l2 * weight;
    }
  }
  return slopes;
}

function applyRule(
  { parameters, slots, optimizerUpdates }: DeviceState,
  gradient: Float64Array,
  { optimizer, frozen }: UpdateSettings,
  learningRate: number,
): Pick<OneUpdate, 'parameters' | 'slots'> {
  const by: Optimizer = optimizers[optimizer.id];
  const next = Float64Array.from(parameters);
  const nextSlots = slots.map((slot) => Float64Array.from(slot));
  gradient.forEach((slope, i) => {
    const after = by.rule(numberOps, {
      weight: parameters[i] as number,
      gradient: slope,
      slots: slots.map((slot) => slot[i] as number),
      learningRate,
      update: optimizerUpdates + 1,
      options: optimizer.options,
    });
    if (!frozen?.[i]) next[i] = after.weight;
    after.slots.forEach((value, k) => {
      (nextSlots[k] as Float64Array)[i] = value;
    });
  });
  return { parameters: next, slots: nextSlots };
}
