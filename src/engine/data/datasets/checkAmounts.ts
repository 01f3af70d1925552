/** What the datasets share when they draw points. */
import type { Dataset } from '../dataset';

export type GenerateOptions = Parameters<Dataset['generate']>[0];

/** Fraction of a golden ratio: multiples of it, modulo 1, fill [0, 1) evenly from the first few on. */
export const GOLDEN_STEP = (Math.sqrt(5) - 1) / 2;

/**
 * Ten to ten thousand points is what the page offers; fewer (a thumbnail) or more are drawn as asked. Throws RangeError
 * with the bad value.
 */
export function checkAmounts({ points, noise }: GenerateOptions): void {
  if (!Number.isInteger(points) || points < 0) {
    throw new RangeError(`points must be a whole number of at least 0, not ${points}`);
  }
  if (!Number.isFinite(noise) || noise < 0) {
    throw new RangeError(`noise must be a finite number of at least 0, not ${noise}`);
  }
}
