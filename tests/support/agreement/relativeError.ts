/** For tests only: how far two runs are apart. */
import type { DeviceState } from '../../../src/engine/devices/device';
import type { OracleState } from './oracle';

/** Runs that are compared at every step: of devices, or in float64. */
export type Run = readonly (DeviceState | OracleState)[];

/** Largest difference, relative to the largest number of `truth` or to `floor`. NaN when something is not finite. */
export function relativeError(ours: ArrayLike<number>, truth: ArrayLike<number>, floor = 1e-3): number {
  let [error, scale] = [0, floor];
  for (let i = 0; i < truth.length; i++) {
    error = Math.max(error, Math.abs(ours[i]! - truth[i]!));
    scale = Math.max(scale, Math.abs(truth[i]!));
  }
  return error / scale;
}

/** `relativeError` of the parameters after each update. */
export function departures(ours: Run, truth: Run): number[] {
  return truth.map((state, k) => relativeError(ours[k]!.parameters, state.parameters));
}

/**
 * Largest error of the optimiser's state in the end, relative to the largest value each slot had on the way: once training has
 * converged, velocities and moments are nothing but rounding.
 */
export function slotError(ours: Run, truth: Run): number {
  const last = truth.at(-1)!;
  const errors = last.slots.map((slot, k) => {
    const largest = Math.max(...truth.map(({ slots }) => largestOf(slots[k]!)));
    return relativeError(ours.at(-1)!.slots[k]!, slot, largest);
  });
  return Math.max(0, ...errors);
}

/** Largest magnitude. */
function largestOf(values: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!));
  return largest;
}
