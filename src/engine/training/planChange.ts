/**
 * What a change of the document asks of a running model: nothing, new settings for the same weights, or a new start. The one table
 * for it; panels and devices have no ifs of their own.
 */
import type { DataSpec, Experiment } from '../experiment';

export type Change = 'none' | 'retune' | 'restart';

export function planChange(previous: Experiment, next: Experiment): Change {
  if (previous === next) return 'none';
  const restarts =
    !sameData(previous.data, next.data) ||
    !same(previous.model, next.model) ||
    previous.loss.id !== next.loss.id ||
    !same(previous.loss.options, next.loss.options) ||
    previous.training.batchSize !== next.training.batchSize ||
    previous.training.shuffleSeed !== next.training.shuffleSeed;
  if (restarts) return 'restart';
  const looksOn = same(previous.data.plane, next.data.plane);
  return looksOn && same(previous.loss, next.loss) && same(previous.training, next.training)
    ? 'none'
    : 'retune';
}

/** All that training depends on; which part of the plane is looked at is none of it. */
function sameData(previous: DataSpec, next: DataSpec): boolean {
  return previous === next || same({ ...previous, plane: null }, { ...next, plane: null });
}

/** Equal as plain JSON. Unchanged branches are the same object, so large point arrays are compared only when replaced. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && same(a[key as keyof typeof a], b[key as keyof typeof b]));
}
