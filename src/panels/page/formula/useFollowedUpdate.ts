/**
 * The update that is looked at: what it starts from is asked of the worker at rest, whenever the run stands somewhere else; it is worked
 * out here. While an update that was made is compared with it, it is held.
 */
import { useEffect, useMemo } from 'react';
import type { StepFacts } from '../../../drawings/equations/stage';
import type { Experiment } from '../../../engine/experiment';
import { targetsOf } from '../../../engine/model/prediction';
import { oneUpdate } from '../../../engine/training/oneUpdate';
import { optimizers } from '../../../engine/training/optimizers';
import type { StepContext } from '../../../engine/training/stepContext';
import { updateSettingsOf } from '../../../engine/training/updateSettings';
import { inspectStep } from '../../../store/commands';
import { network, prepared } from '../../../store/derived';
import { useStore } from '../../../store/store';

/** What the update sees: the mini-batch that training takes next, or one point (an index into the data) by itself. */
export type StepChoice = { readonly kind: 'batch' } | { readonly kind: 'point'; readonly index: number };

export type FollowedUpdate =
  | { readonly kind: 'playing' | 'waiting' | 'noPoints' }
  | { readonly kind: 'tooMany'; readonly points: number; readonly parameters: number }
  | {
      readonly kind: 'ready';
      readonly facts: StepFacts;
      readonly epoch: number;
      /** Of the points, in the data. */
      readonly indices: readonly number[];
    };

/** Products of a weight and a point that are worked out on the page's thread: together some tens of milliseconds. */
const mostProducts = 4e6;
/** What a pass over a point costs besides those. */
const productsOfPass = 1000;

export function useFollowedUpdate(choice: StepChoice, isHeld: boolean): FollowedUpdate {
  const experiment = useStore((state) => state.experiment);
  const playing = useStore(({ run }) => run.playing);
  const moment = useStore(({ latest }) => latest.stepContext);
  const { training } = experiment;
  // While it plays, pictures come and go without anything to ask.
  const snapshot = useStore(({ run, latest }) => (run.playing ? null : latest.snapshot));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other settings change no picture of a run at rest, but its next update
  useEffect(() => {
    if (snapshot && !isHeld) inspectStep();
  }, [snapshot, training, isHeld]);
  const point = choice.kind === 'point' ? choice.index : null;
  const followed = useMemo(() => follow(experiment, moment, point), [experiment, moment, point]);
  return playing ? { kind: 'playing' } : followed;
}

/** The update from `moment`: of its mini-batch, or of one point, an index into the data. */
export function follow(
  experiment: Experiment,
  moment: StepContext | null,
  point: number | null,
): FollowedUpdate {
  const { data, training, loss } = experiment;
  const plan = network(experiment);
  const { points, split, inputMap } = prepared(data);
  if (points.y.length === 0 || (point === null && split.train.length === 0)) return { kind: 'noPoints' };
  if (!moment || !fits(moment, experiment)) return { kind: 'waiting' };
  const indices = point === null ? Array.from(moment.batch, (i) => split.train[i] ?? 0) : [point];
  if (indices.length * (plan.parameterCount + productsOfPass) > mostProducts) {
    return { kind: 'tooMany', points: indices.length, parameters: plan.parameterCount };
  }
  const column = (values: Float64Array) => Float64Array.from(indices, (i) => values[i] ?? 0);
  const batch = {
    points: indices.length,
    inputs: inputMap.fill(column(points.x1), column(points.x2)),
    targets: targetsOf(data.task, points.y, indices, plan.outputs),
  };
  const tuning = updateSettingsOf(plan, experiment);
  const facts: StepFacts = {
    experiment: { loss, training },
    plan,
    features: inputMap.features,
    standardised: data.standardize,
    before: moment,
    learningRate: moment.learningRate,
    frozen: tuning.frozen,
    update: oneUpdate(plan, loss, batch, moment, tuning, moment.learningRate),
    ofBatch: point === null,
  };
  return { kind: 'ready', facts, epoch: moment.epoch, indices };
}

/** Whether a step context belongs to this document: another network or optimiser may have been chosen since. */
function fits({ parameters, slots, batch }: StepContext, experiment: Experiment): boolean {
  const { initialSlots } = optimizers[experiment.training.optimizer.id];
  const { split } = prepared(experiment.data);
  return (
    parameters.length === network(experiment).parameterCount &&
    slots.length === initialSlots.length &&
    batch.every((i) => i < split.train.length)
  );
}
