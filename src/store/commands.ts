/**
 * Commands to training: play, pause, steps, typed weights, checkpoints of the timeline, another run. Each changes the state at
 * once, as far as the page knows what comes of it, and calls the training port.
 */
import { emptyHistory, historyUntil } from '../engine/training/history';
import { nearestMoment } from '../engine/training/nearestMoment';
import { planChange } from '../engine/training/planChange';
import type { WeightChange } from '../engine/training/snapshot';
import { asideOf } from './asideState';
import { keepRun } from './keepRun';
import { begun, branchedOff, noManualChanges, withWeights } from './manualChanges';
import { nextSeed, setWeightSeed } from './modelEdits';
import { cannotTrain, emptyTimeline, type RunState, type StepUnit } from './runState';
import { edit, ownSnapshot, type State, setRun, store } from './store';
import { noTraining, type TrainingPort } from './trainingPort';

let port = noTraining;

/** Gives the store what trains, and lets the run follow the document. Answers how to end that. */
export function connectStore(to: TrainingPort): () => void {
  port = to;
  const stop = store.subscribe((state, before) => {
    // A question of Why or a lesson has its own run; leaving it brings the previous run back.
    if (state.experiment === before.experiment || asideOf(state) !== asideOf(before)) return;
    // The experiment came with a run of its own, which begins with it (`openCard`).
    if (state.run.runId !== before.run.runId) return;
    const change = planChange(before.experiment, state.experiment);
    if (change === 'retune') port.retune();
    else if (change === 'restart') startRun();
  });
  return () => {
    stop();
    port = noTraining;
  };
}

/** Marks the run with the numbers of commands after which older news are out of date. */
function since(change: Partial<RunState['since']>): Pick<RunState, 'since'> {
  return { since: { ...store.getState().run.since, ...change } };
}

export function play(): void {
  // What cannot train does not seem to; the notice says why.
  if (cannotTrain(store.getState().run)) return;
  const branched = branchOff();
  const goOn = port.play();
  const { run, experiment } = store.getState();
  setRun({
    playing: true,
    halt: null,
    replaying: false,
    hands: begun(run.hands, experiment),
    ...since({ goOn, ...(branched ? { branch: goOn } : {}) }),
  });
}

/** Training or the replay rests where it is. */
export function pause(): void {
  if (store.getState().run.playing) port.pause();
  setRun({ playing: false, replaying: false });
}

/** Replays the run from its first checkpoint on; `app/connectReplay` shows one checkpoint after the other. */
export function replay(): void {
  if (store.getState().latest.timeline.epochs.length <= 1) return;
  pause();
  setRun({ replaying: true });
}

/** Trains this number of epochs without pictures, then rests. */
export function advance(epochs: number): void {
  step('epoch', epochs);
}

export function step(unit: StepUnit, times = 1): void {
  if (cannotTrain(store.getState().run)) return;
  const branched = branchOff();
  const goOn = port.step(unit, times);
  const { run, experiment } = store.getState();
  setRun({
    playing: false,
    replaying: false,
    halt: null,
    hands: begun(run.hands, experiment),
    ...since({ goOn, ...(branched ? { branch: goOn } : {}) }),
  });
}

/** Sets single weights or biases, during training or at rest. Answers the number of the command, which the snapshots after it name. */
export function setWeights(changes: readonly WeightChange[]): number {
  const branched = branchOff();
  const weights = port.setWeights(changes);
  const { run } = store.getState();
  setRun({
    hands: withWeights(run.hands, ownSnapshot(), changes, run.playing),
    ...since({ weights, ...(branched ? { branch: weights } : {}) }),
  });
  return weights;
}

/**
 * Shows the checkpoint nearest to `epoch` again, at rest; training, if it goes on from there, takes another way. The timeline
 * stands there at once, so that a key or Play right after goes on from it; its pictures follow. Nothing, as long as none is known.
 */
export function seek(epoch: number): void {
  setRun({ replaying: false });
  turnTo(epoch);
}

/** The same while the film is shown again. */
export function turnTo(epoch: number): void {
  const { epochs } = store.getState().latest.timeline;
  const at = nearestMoment(epochs, epoch);
  if (at === null) return;
  // Exactly this checkpoint: the worker may have kept others since.
  const sought = port.seek(epochs[at] ?? epoch);
  store.setState(({ run, latest }) => ({
    run: { ...run, playing: false, ...since({ seek: sought }) },
    latest: { ...latest, timeline: { epochs, at } },
  }));
}

/** Asks what the next update starts from; `latest.stepContext` is the answer. */
export function inspectStep(): void {
  port.inspectStep();
}

/** A branch that drops fewer rows of the curve than this is not worth keeping. */
const fewRows = 3;

/**
 * Training from an earlier checkpoint replaces what came after it; the way that was taken first is kept. Answers whether the run
 * stood at such a moment.
 */
function branchOff(): boolean {
  const { timeline, history } = store.getState().latest;
  const { epochs, at } = timeline;
  if (at === null) return false;
  const epoch = epochs[at] ?? 0;
  const left = historyUntil(history, epoch);
  if (history.rows.length - left.rows.length >= fewRows) keepRun(null, true);
  store.setState(({ run, latest }) => ({
    run: { ...run, hands: branchedOff(run.hands, epoch) },
    latest: {
      ...latest,
      timeline: { epochs: epochs.slice(0, at + 1), at: null },
      history: left,
      healthHistory: historyUntil(latest.healthHistory, epoch),
    },
  }));
  return true;
}

let lastRunId = 0;

/** A number that no run of this page has had: runs of a question and the learner's own are never taken for each other. */
export function nextRunId(): number {
  lastRunId = Math.max(lastRunId, store.getState().run.runId) + 1;
  return lastRunId;
}

/** A new run from the document's initial weights. Playing goes on, unless it is told otherwise. `change` comes with it. */
export function startRun(playing = store.getState().run.playing, change: Partial<State> = {}): void {
  const runId = nextRunId();
  store.setState(({ run, latest }) => ({
    ...change,
    run: { ...run, runId, playing, halt: null, replaying: false, hands: noManualChanges },
    latest: {
      ...latest,
      history: emptyHistory,
      health: null,
      healthHistory: emptyHistory,
      timeline: emptyTimeline,
      surfaceShare: null,
      stepContext: null,
    },
  }));
  port.start();
}

/** Back to epoch 0 and the same initial weights, at rest. */
export function reset(): void {
  startRun(false);
}

/** Other initial weights. */
export function drawNewWeights(): void {
  edit((experiment) => setWeightSeed(experiment, nextSeed(experiment.model.seed)));
}

/** Suspends the present run for another one. */
export function setRunAside(): void {
  port.setAside();
}

/** Begins the other run, which the state now describes. */
export function beginAside(): void {
  port.start();
}

/** Continues the suspended run. */
export function takeRunBack(): void {
  port.takeBack();
}
