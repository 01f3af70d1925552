/**
 * What the learner has changed in the present run beyond its experiment: weights set before the first update, and whether weights or
 * settings changed on the way. A program of the experiment says so, because it can then not repeat the run.
 */

import type { RunOnPage } from '../codegen/program';
import type { Experiment } from '../engine/experiment';
import type { Snapshot, WeightChange } from '../engine/training/snapshot';
import { type ManualWeights, withSet } from './manualWeights';

export interface ManualChanges {
  /** All weights at the start, where the learner has set some; null where they are the drawn ones. */
  readonly start: Float32Array | null;
  /** What the updates so far were made with; null before the first. */
  readonly settings: Settings | null;
  /** The latest changes of the weights by the learner, at the start or during the run, for the link; null without any. */
  readonly weights: ManualWeights | null;
  /** Where weights or settings first changed, in epochs; null where they have not. */
  readonly changedAt: number | null;
}

type Settings = Pick<Experiment, 'loss' | 'training'>;

export const noManualChanges: ManualChanges = { start: null, settings: null, weights: null, changedAt: null };

/** Weights are set while the run stands at `snapshot`, or plays on from there. */
export function withWeights(
  hands: ManualChanges,
  snapshot: Snapshot | null,
  changes: readonly WeightChange[],
  isPlaying: boolean,
): ManualChanges {
  const weights = withSet(hands.weights, snapshot, changes);
  if (!snapshot || snapshot.updates > 0 || isPlaying) {
    return changedBy({ ...hands, weights }, snapshot?.progress ?? 0);
  }
  const start = (hands.start ?? snapshot.parameters).slice();
  for (const { index, value } of changes) start[index] = value;
  return { ...hands, start, weights };
}

/** Training is asked for: the first updates are made with these settings, also where they change before the first picture comes. */
export function begun(hands: ManualChanges, { loss, training }: Experiment): ManualChanges {
  return hands.settings ? hands : { ...hands, settings: { loss, training } };
}

/** The run has come from `before` to `now`, both of it, with this experiment. */
export function withUpdates(
  hands: ManualChanges,
  before: Snapshot | null,
  now: Snapshot,
  experiment: Experiment,
): ManualChanges {
  if (now.updates <= (before?.updates ?? 0)) return hands;
  const { settings } = begun(hands, experiment);
  if (settings === null || same(settings, experiment)) return hands.settings ? hands : { ...hands, settings };
  const { loss, training } = experiment;
  return changedBy({ ...hands, settings: { loss, training } }, before?.progress ?? 0);
}

/** The run continues from an earlier checkpoint: changes after that checkpoint no longer count. */
export function branchedOff(hands: ManualChanges, epoch: number): ManualChanges {
  if (epoch === 0) return noManualChanges;
  const changedAt = hands.changedAt !== null && hands.changedAt > epoch ? null : hands.changedAt;
  // A checkpoint is from before a weight was set there.
  const weights = hands.weights !== null && hands.weights.epoch >= epoch ? null : hands.weights;
  return { ...hands, changedAt, weights };
}

/** What a program of the experiment has to know. */
export function runOnPage({ start, settings, changedAt }: ManualChanges, experiment: Experiment): RunOnPage {
  const differs = settings !== null && !same(settings, experiment);
  return { start, changed: changedAt !== null || differs };
}

function changedBy(hands: ManualChanges, epoch: number): ManualChanges {
  return { ...hands, changedAt: Math.min(hands.changedAt ?? Infinity, epoch) };
}

/** Compares everything that an update depends on; stop rules do not belong to it. */
function same(a: Settings, b: Settings): boolean {
  if (a.loss === b.loss && a.training === b.training) return true;
  const stop = null;
  const textOf = ({ loss, training }: Settings) => JSON.stringify([loss, { ...training, stop }]);
  return textOf(a) === textOf(b);
}
