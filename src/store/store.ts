/**
 * The one place that changes: the experiment with its undo history, the run, the latest snapshot, and how the page looks at them.
 * Controls call actions; `app/connect` carries what they mean to the worker and brings its answers back.
 */
import { type TemporalState, temporal } from 'zundo';
import { useStore as useZustand } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import type { ReadableStore } from '../engine/readableStore';
import type { CostSurface, SurfaceProblem } from '../engine/training/costSurface/surfaceQuestion';
import type { Fallback } from '../engine/training/failoverDevice';
import { healthRowOf } from '../engine/training/healthRow';
import { appendHistory, emptyHistory, historyUntil } from '../engine/training/history';
import { historyRow } from '../engine/training/historyRow';
import { nearestMoment } from '../engine/training/nearestMoment';
import type { Snapshot, Timeline, WeightChange } from '../engine/training/snapshot';
import type { StepContext } from '../engine/training/stepContext';
import type { FilmEnd } from '../engine/training/stopRules';
import { begun, branchedOff, noManualChanges, withUpdates, withWeights } from './manualChanges';
import { nextSeed, setWeightSeed } from './modelEdits';
import type { Question } from './questionState';
import type { RaceState } from './raceState';
import {
  emptyTimeline,
  firstLatest,
  firstRun,
  firstView,
  type Latest,
  type Probe,
  type RunState,
  type Step,
  type StepUnit,
  type ViewState,
} from './runState';
import { addRun, hasTrained, noRuns, type RunsState, thinRows } from './runs';

export interface State {
  readonly experiment: Experiment;
  readonly run: RunState;
  readonly latest: Latest;
  readonly view: ViewState;
  readonly runs: RunsState;
  /** null while there is none. */
  readonly race: RaceState | null;
  /** The question of Why that is open; null while the experiment is the learner's own. */
  readonly question: Question | null;
  /**
   * What the pointer or the cursor of the plane was last on. Beside the view, because it changes with every movement and only the
   * read-out and the probe follow it.
   */
  readonly aim: Probe | null;
}

/** Rows kept of the layers' health, each with two numbers a layer. */
const mostHealthRows = 1200;
/** Undo remembers this many changes of the experiment. */
const undoDepth = 200;

export const store = createStore<State>()(
  temporal(
    (): State => ({
      experiment: defaultExperiment,
      run: firstRun,
      latest: firstLatest,
      view: firstView,
      runs: noRuns,
      race: null,
      question: null,
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
export function sourceOf<T>(select: (state: State) => T): ReadableStore<T> {
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
  // A question of Why brings the view that fits its points along, and leaving it the one before.
  if (pointCount(state) === pointCount(before) || state.question !== before.question) return;
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

/** Takes back what changed since `beginGesture`, and remembers nothing of it. */
export function cancelGesture(): void {
  if (gesture === 'changed') {
    undo();
    store.temporal.setState({ futureStates: [] });
    store.temporal.getState().resume();
  }
  gesture = 'none';
}

/** Changes the experiment; the whole document or a pure edit of it. A change of a locked step is refused. Answers whether it took. */
export function edit(change: (experiment: Experiment) => Experiment): boolean {
  const { experiment, view } = store.getState();
  const next = change(experiment);
  if (next === experiment) return false;
  const refused = view.lock.find((step) => changes(step, experiment, next));
  if (refused) {
    look({ refused });
    return false;
  }
  store.setState({ experiment: next });
  if (gesture === 'armed') {
    // The state before the gesture is remembered now; what follows within it is not.
    store.temporal.getState().pause();
    gesture = 'changed';
  }
  return true;
}

/** Whether an edit changes a step of the experiment. Another part of the plane is the same data, looked at elsewhere. */
function changes(step: Step, before: Experiment, after: Experiment): boolean {
  if (step !== 'data') return before[step] !== after[step];
  const keys = Object.keys(after.data) as (keyof Experiment['data'])[];
  return keys.some((key) => key !== 'plane' && before.data[key] !== after.data[key]);
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

const begunManualChanges = ({ run, experiment } = store.getState()) => begun(run.hands, experiment);

export function play(): void {
  branchOff();
  setRun({ playing: true, halt: null, replaying: false, hands: begunManualChanges() });
}

/** Training or the replay rests where it is. */
export function pause(): void {
  setRun({ playing: false, replaying: false });
}

/** Shows the run again, from its first kept moment on; `app/replay` turns the pages. */
export function replay(): void {
  if (store.getState().latest.timeline.epochs.length > 1) setRun({ playing: false, replaying: true });
}

/** Trains so many epochs without showing them, and rests. */
export function advance(epochs: number): void {
  step('epoch', epochs);
}

export function step(unit: StepUnit, times = 1): void {
  branchOff();
  const { steps } = store.getState().run;
  setRun({
    playing: false,
    replaying: false,
    halt: null,
    steps: { count: steps.count + 1, unit, times },
    hands: begunManualChanges(),
  });
}

/** The latest snapshot, where it is of the run at work. */
function ownSnapshot(): Snapshot | null {
  const { run, latest } = store.getState();
  return latest.snapshot?.runId === run.runId ? latest.snapshot : null;
}

/** Sets single weights or biases by hand, running or not. */
export function setWeights(changes: readonly WeightChange[]): void {
  branchOff();
  const { run } = store.getState();
  setRun({
    weightEdits: { count: run.weightEdits.count + 1, changes },
    hands: withWeights(run.hands, ownSnapshot(), changes, run.playing),
  });
}

/**
 * Shows the kept moment nearest to `epoch` again, at rest; training, if it goes on from there, takes another way. The timeline
 * stands there at once, so that a key or Play right after goes on from it; its pictures follow.
 */
export function visit(epoch: number): void {
  setRun({ replaying: false });
  turnTo(epoch);
}

/** The same while the film is shown again. */
export function turnTo(epoch: number): void {
  store.setState(({ run, latest }) => {
    const { epochs } = latest.timeline;
    const at = nearestMoment(epochs, epoch);
    return {
      run: { ...run, playing: false, visits: { count: run.visits.count + 1, epoch } },
      latest: { ...latest, timeline: { epochs, at } },
    };
  });
}

/** Asks what the next update starts from; `latest.moment` is the answer. */
export function askMoment(): void {
  setRun({ momentAsks: store.getState().run.momentAsks + 1 });
}

/** Keeps the run as it stands, as long as there is something to keep and room for it. */
export function keepRun(name: string | null = null, isAutomatic = false): void {
  store.setState(({ experiment, latest, runs }) => {
    const { rows } = latest.history;
    if (!hasTrained(rows)) return {};
    const keptAt = Date.now();
    const id = `${keptAt}-${crypto.getRandomValues(new Uint32Array(1)).join()}`;
    const run = { id, name, isAutomatic, keptAt, experiment, rows: thinRows(rows), line: null };
    return { runs: addRun(runs, run) };
  });
}

/** A branch that drops fewer rows of the curve than this is not worth keeping. */
const fewRows = 3;

/** Whatever trains on from an earlier moment replaces what came after it; the way that was taken first is kept. */
function branchOff(): void {
  const { timeline, history } = store.getState().latest;
  const { epochs, at } = timeline;
  if (at === null) return;
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
}

/** A new run from the document's initial weights. Playing goes on, unless it is told otherwise. */
export function startRun(playing = store.getState().run.playing): void {
  store.setState(({ run, latest }) => ({
    run: { ...run, runId: run.runId + 1, playing, halt: null, replaying: false, hands: noManualChanges },
    latest: {
      ...latest,
      history: emptyHistory,
      health: null,
      healthHistory: emptyHistory,
      timeline: emptyTimeline,
      surfaceShare: null,
      moment: null,
    },
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
  const before = ownSnapshot();
  store.setState(({ run, latest, experiment }) => {
    if (snapshot.runId !== run.runId) return {};
    const { health, progress, earlier, earlierHealth } = snapshot;
    // A moment that is visited again has its rows already.
    const isNews = latest.timeline.at === null;
    const hands = isNews ? withUpdates(run.hands, before, snapshot, experiment) : run.hands;
    const row = isNews ? historyRow(progress, snapshot) : null;
    const healthRows = isNews ? [...earlierHealth, ...(health ? [health] : [])].map(healthRowOf) : [];
    return {
      ...(hands === run.hands ? {} : { run: { ...run, hands } }),
      latest: {
        ...latest,
        snapshot,
        history: row ? appendHistory(latest.history, [...earlier, row]) : latest.history,
        health: health ?? latest.health,
        healthHistory: appendHistory(latest.healthHistory, healthRows, mostHealthRows),
      },
    };
  });
}

/** Takes in which moments of the run can be visited, and which one is shown after so many `visits`. */
export function showTimeline(news: { runId: number; timeline: Timeline; visits: number }): void {
  store.setState(({ run, latest }) => {
    const { runId, timeline, visits } = news;
    // Said before the worker heard of a visit, or of playing on from one.
    const isOvertaken = visits < run.visits.count || (run.playing && timeline.at !== null);
    return runId !== run.runId || isOvertaken ? {} : { latest: { ...latest, timeline } };
  });
}

/** Takes in what the next update starts from. */
export function showMoment(runId: number, moment: StepContext): void {
  store.setState(({ run, latest }) => (runId === run.runId ? { latest: { ...latest, moment } } : {}));
}

/** Takes in an answer about the cost surface. */
export function showSurface(runId: number, surface: CostSurface | SurfaceProblem): void {
  store.setState(({ run, latest }) =>
    runId === run.runId ? { latest: { ...latest, surface, surfaceRun: runId, surfaceShare: null } } : {},
  );
}

export function showSurfaceProgress(runId: number, surfaceShare: number): void {
  store.setState(({ run, latest }) => (runId === run.runId ? { latest: { ...latest, surfaceShare } } : {}));
}

export function halt(runId: number, reason: FilmEnd): void {
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
