/**
 * What a change of the document asks of a running model: nothing, new settings for the same weights, or a new start. The one table
 * for it; panels and devices have no ifs of their own.
 */
import type { PlaneRange } from '../data/dataset';
import { sameRange } from '../data/planeRange';
import type { DataSpec, Experiment, LossSpec, TrainingSpec } from '../experiment';

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

/** The parts of a document that a running model takes over; points and layers are not among them. */
export interface RunSettings {
  readonly training: TrainingSpec;
  readonly loss: LossSpec;
  /** The part of the plane that is drawn. */
  readonly plane: PlaneRange;
}

export function settingsOf({ training, loss, data }: Experiment): RunSettings {
  return { training, loss, plane: data.plane };
}

/** The document with these settings. Parts that say the same stay the same objects. */
export function withSettings(experiment: Experiment, { training, loss, plane }: RunSettings): Experiment {
  const { data } = experiment;
  const frozen = kept(experiment.training.frozen, training.frozen);
  return {
    ...experiment,
    training: kept(experiment.training, { ...training, frozen }),
    loss: kept(experiment.loss, loss),
    data: sameRange(data.plane, plane) ? data : { ...data, plane },
  };
}

/** Whether a picture of the run at rest is another with the new settings: what only the next updates depend on is not drawn. */
export function redraws(previous: Experiment, next: Experiment): boolean {
  return !sameRange(previous.data.plane, next.data.plane) || !same(previous.loss, next.loss);
}

function kept<T>(previous: T, next: T): T {
  return same(previous, next) ? previous : next;
}

/** All that training depends on; which part of the plane is looked at is none of it. */
function sameData(previous: DataSpec, next: DataSpec): boolean {
  return previous === next || same({ ...previous, plane: null }, { ...next, plane: null });
}

/** Equal as plain JSON. Unchanged branches are the same object, so large point arrays are compared only when replaced. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    // The names of 100,000 entries would take longer to make than the entries to compare.
    return a.length === b.length && a.every((entry, i) => same(entry, b[i]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && same(a[key as keyof typeof a], b[key as keyof typeof b]));
}
