/**
 * What every dataset checks before it draws. Ten to ten thousand points is what the page offers; fewer (a thumbnail)
 * or more are drawn as asked. Throws RangeError with the bad value.
 */
import type { Dataset } from '../dataset';

export type GenerateOptions = Parameters<Dataset['generate']>[0];

export function checkAmounts({ points, noise }: GenerateOptions): void {
  if (!Number.isInteger(points) || points < 0) {
    throw new RangeError(`points must be a whole number of at least 0, not ${points}`);
  }
  if (!Number.isFinite(noise) || noise < 0) {
    throw new RangeError(`noise must be a finite number of at least 0, not ${noise}`);
  }
}

export function checkClasses({ classes }: GenerateOptions, [fewest, most]: Dataset['classes']): void {
  if (!Number.isInteger(classes) || classes < fewest || classes > most) {
    throw new RangeError(`this dataset makes ${fewest} to ${most} classes, not ${classes}`);
  }
}
