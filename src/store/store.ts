/**
 * The one place that changes: the experiment with its undo history, the run, the latest snapshot, and how the page looks at them.
 * Controls call actions; `app/connect` carries what they mean to the worker and brings its answers back.
 */
import { type TemporalState, temporal } from 'zundo';
import { useStore as useZustand } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { appendHistory, emptyHistory, historyUntil } from '../drawings/losses/history';
import type { Source } from '../drawings/source';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import type { Fallback } from '../engine/training/deviceHolder';
import type { HistoryRow, Snapshot, Timeline, WeightChange } from '../engine/training/snapshot';
import type { Halt } from '../engine/training/trainer';
import { nextSeed, setWeightSeed } from './modelEdits';
import {
  emptyTimeline,
  firstLatest,
  firstRun,
  firstView,
  type Latest,
  type Probe,
  type RunState,
  type StepUnit,
  type ViewState,
} from './runState';

export interface State {
  readonly experiment: Experiment;
  readonly run: RunState;
  readonly latest: Latest;
  readonly view: ViewState;
  /**
   * What the pointer or the cursor of the plane was last on. Beside the view, because it changes with every movement and only the
   * read-out and the probe follow it.
   */
  readonly aim: Probe | null;
}

/** Undo remembers this many changes of the experiment. */
const undoDepth = 200;

export const store = createStore<State>()(
  temporal(
    (): State => ({
      experiment: defaultExperiment,
      run: firstRun,
      latest: firstLatest,
      view: firstView,
      aim: null,
    }),
    {
      partialize: ({ experiment }) => ({ experiment }),
      equality: (a, b) => a.experiment === b.experiment,
      limit: undoDepth,
    },
  ),
);

/** Reads a part of the state in a component. */
export function useStore<T>(select: (state: State) => T): T {
  return useZustand(store, select);
}

/** Reads the undo history in a component. */
export function useHistory<T>(select: (history: TemporalState<Pick<State, 'experiment'>>) => T): T {
  return useZustand(store.temporal, select);
}

/** A part of the state as drawings want it: read when drawing, told of changes, no React in between. */
export function sourceOf<T>(select: (state: State) => T): Source<T> {
  return {
    get: () => select(store.getState()),
    subscribe: (listener) =>
      store.subscribe((state, before) => {
        if (select(state) !== select(before)) listener();
      }),
  };
}

function pointCount({ experiment: { data } }: State): number {
  return data.source.kind === 'preset' ? data.source.points : data.source.y.length;
}

// A selection and a probe hold indices, which mean other points once some have come or gone.
store.subscribe((state, before) => {
  if (pointCount(state) === pointCount(before)) return;
  const { selection, pointed, probe } = state.view;
  if (selection.size > 0) look({ selection: new Set() });
  if (pointed !== null) look({ pointed: null });
  if (probe?.kind === 'point') look({ probe: null });
  if (state.aim?.kind === 'point') aimAt(null);
});

let gesture: 'none' | 'armed' | 'changed' = 'none';

/** Everything that changes until `endGesture` is one step of undo: a drag of a slider, a stroke of the brush. */
export function beginGesture(): void {
  if (gesture === 'none') gesture = 'armed';
}

export function endGesture(): void {
  if (gesture === 'changed') store.temporal.getState().resume();
  gesture = 'none';
}

/** Changes the experiment; the whole document or a pure edit of it. */
export function edit(change: (experiment: Experiment) => Experiment): void {
  const { experiment } = store.getState();
  const next = change(experiment);
  if (next === experiment) return;
  store.setState({ experiment: next });
  if (gesture === 'armed') {
    // The state before the gesture is remembered now; what follows within it is not.
    store.temporal.getState().pause();
    gesture = 'changed';
  }
}

export function undo(): void {
  store.temporal.getState().undo();
}

export function redo(): void {
  store.temporal.getState().redo();
}

export function look(view: Partial<ViewState>): void {
  store.setState((state) => ({ view: { ...state.view, ...view } }));
}

export function aimAt(aim: Probe | null): void {
  store.setState({ aim });
}

function setRun(run: Partial<RunState>): void {
  store.setState((state) => ({ run: { ...state.run, ...run } }));
}

export function play(): void {
  branchOff();
  setRun({ playing: true, halt: null });
}

export function pause(): void {
  setRun({ playing: false });
}

export function step(unit: StepUnit): void {
  branchOff();
  const { steps } = store.getState().run;
  setRun({ playing: false, halt: null, steps: { count: steps.count + 1, unit } });
}

/** Sets single weights or biases by hand, running or not. */
export function setWeights(changes: readonly WeightChange[]): void {
  branchOff();
  const { weightEdits } = store.getState().run;
  setRun({ weightEdits: { count: weightEdits.count + 1, changes } });
}

/** Shows the kept moment nearest to `epoch` again, at rest; training, if it goes on from there, takes another way. */
export function visit(epoch: number): void {
  const { visits } = store.getState().run;
  setRun({ playing: false, visits: { count: visits.count + 1, epoch } });
}

/** Whatever trains on from an earlier moment replaces what came after it. */
function branchOff(): void {
  store.setState(({ latest }) => {
    const { epochs, at } = latest.timeline;
    if (at === null) return {};
    const timeline = { epochs: epochs.slice(0, at + 1), at: null };
    return { latest: { ...latest, timeline, history: historyUntil(latest.history, epochs[at] ?? 0) } };
  });
}

/** A new run from the document's initial weights. Playing goes on, unless it is told otherwise. */
export function startRun(playing = store.getState().run.playing): void {
  store.setState(({ run, latest }) => ({
    run: { ...run, runId: run.runId + 1, playing, halt: null },
    latest: { ...latest, history: emptyHistory, health: null, timeline: emptyTimeline },
  }));
}

/** Back to epoch 0 and the same initial weights, at rest. */
export function reset(): void {
  startRun(false);
}

/** Other initial weights. */
export function drawNewWeights(): void {
  edit((experiment) => setWeightSeed(experiment, nextSeed(experiment.model.seed)));
}

/** Takes in what the worker shows; pictures of an older run are dropped. */
export function showSnapshot(snapshot: Snapshot): void {
  store.setState(({ run, latest }) => {
    if (snapshot.runId !== run.runId) return {};
    // A moment that is visited again has its row already.
    const row = latest.timeline.at === null ? rowOf(snapshot) : null;
    return {
      latest: {
        ...latest,
        snapshot,
        history: row ? appendHistory(latest.history, [row]) : latest.history,
        health: snapshot.health ?? latest.health,
      },
    };
  });
}

/** Takes in which moments of the run can be visited. */
export function showTimeline(runId: number, timeline: Timeline): void {
  store.setState(({ run, latest }) => (runId === run.runId ? { latest: { ...latest, timeline } } : {}));
}

function rowOf({ epoch, train, test }: Snapshot): HistoryRow | null {
  if (!train) return null;
  return {
    epoch,
    trainLoss: train.loss,
    testLoss: test?.loss ?? null,
    trainAccuracy: train.accuracy,
    testAccuracy: test?.accuracy ?? null,
  };
}

export function halt(runId: number, reason: Halt): void {
  const { run, latest } = store.getState();
  if (runId !== run.runId) return;
  setRun({ playing: false, halt: { reason, epoch: latest.snapshot?.epoch ?? 0 } });
}

export function showFallback(runId: number, { lost, reason, device }: Fallback): void {
  if (runId === store.getState().run.runId) setRun({ fallback: { lost, reason, device } });
}

/** How fast the devices are, or that it is no longer known. */
export function showSpeeds(speeds: RunState['speeds']): void {
  setRun({ speeds });
}

export function dismissNotice(notice: 'halt' | 'fallback' | 'worker'): void {
  setRun(notice === 'worker' ? { worker: 'working' } : { [notice]: null });
}

/** The worker failed: it was replaced, or there is none. */
export function showWorker(worker: RunState['worker']): void {
  setRun({ worker, playing: false });
}
