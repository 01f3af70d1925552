/**
 * How the layers fare: size of the gradients, dead and saturated units, histograms. Measured in float64 at a sample of the training
 * points that keeps it to a few milliseconds for any network.
 */
import type { LossSpec } from '../experiment';
import { activations, outputActivations } from '../model/activations';
import { addGradient, backward } from '../model/backward';
import type { LayerValues } from '../model/forward';
import type { LayerPlan, NetworkPlan } from '../model/network';
import type { DataPart } from './parts';
import type { Health, Histogram, LayerHealth } from './snapshot';

/** Weights times points that are looked at, at most: some ten milliseconds, or less than one for a glance. */
const mostProducts = { whole: 1_500_000, glance: 60_000 };
const mostPoints = 400;
const leastPoints = 12;
const bins = 24;
/** Nearer to an end of its range than this part of the range, an activation is saturated. */
const saturationMargin = 0.02;

export interface HealthQuestion {
  readonly network: NetworkPlan;
  readonly loss: LossSpec;
  readonly parameters: Float32Array;
  /** Training points, at least one. */
  readonly part: DataPart;
  readonly epoch: number;
  /** [layer]; null where no update was watched. */
  readonly updateRatios: readonly number[] | null;
  /** How many points are worth the time. */
  readonly care: keyof typeof mostProducts;
}

export function examine(question: HealthQuestion): Health {
  const { network, parameters, part, epoch, updateRatios } = question;
  const points = evenly(part.points, sampleSize(question));
  const gradient = new Float64Array(network.parameterCount);
  const outputs = network.layers.map(({ units }) => new Float64Array(units * points.length));
  points.forEach((point, p) => {
    const inputs = part.inputs.subarray(point * network.inputs, (point + 1) * network.inputs);
    const targets = part.targets.subarray(point * network.outputs, (point + 1) * network.outputs);
    const seen = backward(network, question.loss, parameters, inputs, targets);
    addGradient(network, inputs, seen, gradient);
    for (const [k, layer] of seen.values.entries()) {
      keepOutputs(outputs[k] as Float64Array, layer, p, points.length);
    }
  });
  finishGradient(gradient, points.length, question);
  const layers = network.layers.map(
    (layer, k): LayerHealth => ({
      gradientNorm: norm(gradient, layer),
      updateRatio: updateRatios?.[k] ?? null,
      ...flatness(layer, outputs[k] as Float64Array, points.length),
      activations: histogram(outputs[k] as Float64Array),
      weights: histogram(parameters.subarray(layer.kernelOffset, layer.biasOffset)),
    }),
  );
  return { epoch, points: points.length, layers };
}

/** ‖Δw‖ / ‖w‖ of every layer between two states of the parameters. [layer] */
export function updateRatiosOf(
  { layers }: NetworkPlan,
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): number[] {
  const change = Float64Array.from(before, (value, i) => (after[i] as number) - value);
  return layers.map((layer) => norm(change, layer) / Math.max(norm(before, layer), 1e-12));
}

function sampleSize({ network, part, care }: HealthQuestion): number {
  const affordable = Math.max(leastPoints, Math.floor(mostProducts[care] / network.parameterCount));
  return Math.min(part.points, mostPoints, affordable);
}

/** `count` of the indices 0 … total − 1, evenly spread. */
export function evenly(total: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.floor((i * total) / count));
}

function keepOutputs(kept: Float64Array, { outputs }: LayerValues, point: number, points: number): void {
  outputs.forEach((a, unit) => {
    kept[unit * points + point] = a;
  });
}

/** From the sum over points to the gradient of the cost: the mean, and the slope of the penalties. */
function finishGradient(
  gradient: Float64Array,
  points: number,
  { network, parameters, loss }: HealthQuestion,
) {
  for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] as number) / points;
  for (const { kernelOffset, biasOffset } of network.layers) {
    for (let i = kernelOffset; i < biasOffset; i++) {
      const weight = parameters[i] as number;
      gradient[i] = (gradient[i] as number) + loss.l1 * Math.sign(weight) + 2 * loss.l2 * weight;
    }
  }
}

/** L2 norm over kernel and bias, which lie side by side. */
function norm(values: ArrayLike<number>, { kernelOffset, biasOffset, units }: LayerPlan): number {
  let sum = 0;
  for (let i = kernelOffset; i < biasOffset + units; i++) sum += (values[i] as number) ** 2;
  return Math.sqrt(sum);
}

function flatness(
  { activation, units }: LayerPlan,
  outputs: Float64Array,
  points: number,
): Pick<LayerHealth, 'dead' | 'saturated'> {
  const { canDie, flat } = outputActivations[activation];
  if (canDie) return { dead: deadShare(outputs, units, points), saturated: null };
  if (activation === 'softmax' || flat !== 'both') return { dead: null, saturated: null };
  const { range } = activations[activation];
  const margin = saturationMargin * (range[1] - range[0]);
  const ends = outputs.filter((a) => a < range[0] + margin || a > range[1] - margin);
  return { dead: null, saturated: ends.length / outputs.length };
}

function deadShare(outputs: Float64Array, units: number, points: number): number {
  let dead = 0;
  for (let unit = 0; unit < units; unit++) {
    if (outputs.subarray(unit * points, (unit + 1) * points).every((a) => a === 0)) dead++;
  }
  return dead / units;
}

/** Equal bins between the least and the greatest finite value; a single value has a bin of its own in the middle. */
function histogram(values: ArrayLike<number>): Histogram {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const counts = new Uint32Array(bins);
  if (!(low <= high)) return { low: -1, high: 1, counts };
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const scale = bins / (high - low);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.min(bins - 1, Math.floor(((values[i] as number) - low) * scale));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return { low, high, counts };
}
