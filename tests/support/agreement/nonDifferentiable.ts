/**
 * For tests only: whether an update sits on a kink. Where a slope jumps (ReLU at 0, a clipped probability, |w| at 0), two devices
 * that round differently are both right and yet a whole step apart, so problems are drawn until float64 keeps clear of kinks.
 * Found from the scalars by trial, so that a new activation or loss needs no word here.
 */

import type { DeviceJob, UpdateSettings } from '../../../src/engine/devices/device';
import { type ActivationId, activations } from '../../../src/engine/model/activations';
import { forward } from '../../../src/engine/model/forward';
import { lossSlopes, pointOf } from './oracle';

/** Logits and weights this close to a kink count as on it, however little two runs differ. */
const leastMargin = 2e-6;
/** A smooth slope changes by less within the margin, relative to its size or to 1. */
const jump = 2e-3;

/**
 * Whether some slope that the next update on `batch` needs jumps nearby. `spread` says how far the weights of fair runs are apart by
 * now.
 */
export function isOnKink(
  job: DeviceJob,
  parameters: Float64Array,
  batch: Uint32Array,
  { l1 }: Pick<UpdateSettings, 'l1'>,
  spread: number,
): boolean {
  const margin = leastMargin + 4 * spread;
  return (
    (l1 > 0 && hasWeightNearZero(job, parameters, margin)) ||
    batch.some((point) => isPointOnKink(job, parameters, point, margin))
  );
}

function hasWeightNearZero({ network }: DeviceJob, parameters: Float64Array, margin: number): boolean {
  return network.layers.some(({ kernelOffset, biasOffset }) =>
    parameters.subarray(kernelOffset, biasOffset).some((weight) => Math.abs(weight) < margin),
  );
}

function isPointOnKink(job: DeviceJob, parameters: Float64Array, point: number, margin: number): boolean {
  const { row, goal } = pointOf(job, point);
  const values = forward(job.network, parameters, row);
  const last = values.at(-1)!;
  const isHiddenOnKink = values.slice(0, -1).some(({ logits }, k) => {
    const { derivative } = activations[job.network.layers[k]!.activation as ActivationId];
    return logits.some((z) => jumps(derivative(z - margin), derivative(z + margin)));
  });
  const slope = lossSlopes(job, last, goal);
  const { activation } = job.network.layers.at(-1)!;
  const isOutputOnKink = last.logits.some((z, unit) => {
    const shift = Math.max(margin, activation === 'softmax' ? 0 : lastPlace(activation, z));
    return jumps(slope(unit, -shift), slope(unit, shift));
  });
  return isHiddenOnKink || isOutputOnKink;
}

/** How far z may move until the last places of g(z) in float32 notice: beside a flat end of g, clipping cannot tell it apart. */
function lastPlace(activation: ActivationId, z: number): number {
  const { at, derivative } = activations[activation];
  return Math.min(1, (2 ** -22 * Math.abs(at(z))) / Math.max(1e-30, Math.abs(derivative(z))));
}

const jumps = (left: number, right: number) =>
  !(Math.abs(right - left) <= jump * Math.max(1, Math.abs(left)));
