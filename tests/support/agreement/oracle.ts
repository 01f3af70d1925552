/**
 * For tests only: the train semantics of a device in float64, built from nothing but the scalars of the registries. dL/dz of the
 * output layer is measured by central differences of the loss, so it shares no formula with any device; behind it comes
 * backpropagation with the scalar derivatives. Points are taken one by one; it is slow and plain.
 */

import type { DeviceJob, DeviceState, UpdateSettings } from '../../../src/engine/devices/device';
import { type ActivationId, activations } from '../../../src/engine/model/activations';
import { activate, forward, type LayerValues } from '../../../src/engine/model/forward';
import { losses } from '../../../src/engine/model/losses';
import type { LayerPlan } from '../../../src/engine/model/network';
import { numberOps } from '../../../src/engine/model/ops';
import { optimizers } from '../../../src/engine/training/optimizers';
import type { Optimizer } from '../../../src/engine/training/optimizers/optimizer';

/** A `DeviceState` in float64. */
export interface OracleState {
  readonly parameters: Float64Array;
  readonly slots: readonly Float64Array[];
  readonly optimizerUpdates: number;
}

export function oracleStart({ parameters, slots, optimizerUpdates }: DeviceState): OracleState {
  return {
    parameters: Float64Array.from(parameters),
    slots: slots.map((slot) => Float64Array.from(slot)),
    optimizerUpdates,
  };
}

/** One update on the points in `batch`; what is frozen is put back after it. */
export function oracleUpdate(
  job: DeviceJob,
  state: OracleState,
  batch: Uint32Array,
  learningRate: number,
  tuning: UpdateSettings,
): OracleState {
  const optimizer: Optimizer = optimizers[tuning.optimizer.id];
  const gradients = oracleGradient(job, state.parameters, batch, tuning);
  const next = {
    parameters: state.parameters.slice(),
    slots: state.slots.map((slot) => slot.slice()),
    optimizerUpdates: state.optimizerUpdates + 1,
  };
  gradients.forEach((gradient, i) => {
    const { weight, slots } = optimizer.rule(numberOps, {
      weight: state.parameters[i]!,
      gradient,
      slots: state.slots.map((slot) => slot[i]!),
      learningRate,
      update: next.optimizerUpdates,
      options: tuning.optimizer.options,
    });
    if (!tuning.frozen?.[i]) next.parameters[i] = weight;
    slots.forEach((value, k) => {
      next.slots[k]![i] = value;
    });
  });
  return next;
}

/** Gradient of mean loss and penalties over the points in `batch`, 0 where frozen, clipped by its norm. [parameterCount] */
export function oracleGradient(
  job: DeviceJob,
  parameters: Float64Array,
  batch: Uint32Array,
  tuning: Omit<UpdateSettings, 'optimizer'>,
): Float64Array {
  const gradient = new Float64Array(parameters.length);
  for (const point of batch) addPoint(job, parameters, point, gradient);
  for (let i = 0; i < gradient.length; i++) gradient[i]! /= batch.length;
  for (const { kernelOffset, biasOffset } of job.network.layers) {
    for (let i = kernelOffset; i < biasOffset; i++) {
      const weight = parameters[i]!;
      gradient[i]! += tuning.l1 * Math.sign(weight) + 2 * tuning.l2 * weight;
    }
  }
  for (let i = 0; i < gradient.length; i++) if (tuning.frozen?.[i]) gradient[i] = 0;
  const norm = Math.sqrt(gradient.reduce((sum, entry) => sum + entry * entry, 0));
  const { clipNorm } = tuning;
  return clipNorm === null || norm <= clipNorm
    ? gradient
    : gradient.map((entry) => (entry * clipNorm) / norm);
}

/** Inputs and targets of one point. */
export function pointOf({ network, inputs, targets }: DeviceJob, point: number) {
  return {
    row: inputs.subarray(point * network.inputs, (point + 1) * network.inputs),
    goal: targets.subarray(point * network.outputs, (point + 1) * network.outputs),
  };
}

/** Adds dL/dw of one point to `gradient`. */
function addPoint(job: DeviceJob, parameters: Float64Array, point: number, gradient: Float64Array): void {
  const { layers } = job.network;
  const { row, goal } = pointOf(job, point);
  const values = forward(job.network, parameters, row);
  const slope = lossSlopes(job, values.at(-1)!, goal);
  let delta: Float64Array = values.at(-1)!.logits.map((_, unit) => slope(unit));
  for (let k = layers.length - 1; k >= 0; k--) {
    const layer = layers[k]!;
    const before = k > 0 ? values[k - 1]!.outputs : row;
    for (let out = 0; out < layer.units; out++) {
      gradient[layer.biasOffset + out]! += delta[out]!;
      for (let i = 0; i < layer.inputs; i++)
        gradient[layer.kernelOffset + i * layer.units + out]! += before[i]! * delta[out]!;
    }
    if (k > 0) delta = throughLayer(layer, parameters, delta, layers[k - 1]!, values[k - 1]!);
  }
}

/** dL/dz of the layer before `layer` from dL/dz of `layer`. */
function throughLayer(
  layer: LayerPlan,
  parameters: Float64Array,
  delta: Float64Array,
  previous: LayerPlan,
  { logits }: LayerValues,
): Float64Array {
  const { derivative } = activations[previous.activation as ActivationId];
  return logits.map((z, i) => {
    let sum = 0;
    for (let out = 0; out < layer.units; out++)
      sum += parameters[layer.kernelOffset + i * layer.units + out]! * delta[out]!;
    return sum * derivative(z);
  });
}

/** Error about 1e-11 for logits near 1, 1e-8 near 1000. */
const step = 1e-5;

/** Answers dL/dz of output unit `unit` at one point, its logit moved by `shift`. */
export function lossSlopes(
  { loss, network }: DeviceJob,
  values: LayerValues,
  targets: Float32Array,
): (unit: number, shift?: number) => number {
  const { activation } = network.layers.at(-1)!;
  const logits = values.logits.slice();
  const others = values.outputs.slice();
  const at = (unit: number, z: number) => {
    logits[unit] = z;
    if (activation !== 'softmax') others[unit] = activations[activation].at(z);
    const outputs = activation === 'softmax' ? activate(activation, logits) : others;
    return losses[loss].at({ activation, logits, outputs, targets });
  };
  return (unit, shift = 0) => {
    const middle = values.logits[unit]! + shift;
    const [above, below] = [middle + step, middle - step];
    const slope = (at(unit, above) - at(unit, below)) / (above - below);
    logits[unit] = values.logits[unit]!;
    others[unit] = values.outputs[unit]!;
    return slope;
  };
}
