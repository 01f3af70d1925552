/**
 * The one place that changes: the experiment with its undo history, the run, the latest snapshot, and how the page looks at them.
 * Here the document and the view change; `commands.ts` asks for training, `answers.ts` takes in what comes of it.
 */
import { type TemporalState, temporal } from 'zundo';
import { useStore as useZustand } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { defaultExperiment, type Experiment, pointCount } from '../engine/experiment';
import type { ReadableStore } from '../engine/readableStore';
import type { Snapshot } from '../engine/training/snapshot';
import { asideOf, type LessonState, type Question } from './asideState';
import type { RaceState } from './raceState';
import {
  firstLatest,
  firstRun,
  firstView,
  type Latest,
  type Probe,
  type RunState,
  type Step,
  type ViewState,
} from './runState';
import { noRuns, type RunsState } from './runs';
import type { TaskState } from './taskState';

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
  /** The lesson that is open; null while there is none. */
  readonly lesson: LessonState | null;
  /** The task of a teacher that is open; null while there is none. */
  readonly task: TaskState | null;
  /**
   * What the pointer or the cursor of the plane was last on. Beside the view, because it changes with every movement and only the
   * read-out and the probe follow it.
   */
  readonly aim: Probe | null;
  /** The document that the visit begins with is not known yet; the one that is here may only be the default. */
  readonly isOpening: boolean;
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
      runs: noRuns,
      race: null,
      question: null,
      lesson: null,
      task: null,
      aim: null,
      isOpening: false,
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

// A selection and a probe hold indices, which mean other points once some have come or gone.
store.subscribe((state, before) => {
  // A question of Why brings the view that fits its points along, and leaving it the one before.
  const isSameCount = pointCount(state.experiment.data) === pointCount(before.experiment.data);
  if (isSameCount || asideOf(state) !== asideOf(before)) return;
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
    store.temporal.getState().undo();
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

/** Begins the visit with this document, without a step of undo; false when the visit has begun or something was edited. */
export function openFirst(experiment: Experiment): boolean {
  const { isOpening, experiment: before } = store.getState();
  if (!isOpening || store.temporal.getState().pastStates.length > 0) return false;
  if (experiment === before) return true;
  store.temporal.getState().pause();
  store.setState({ experiment });
  store.temporal.getState().resume();
  return true;
}

/** Whether an edit changes a step of the experiment. Another part of the plane is the same data, looked at elsewhere. */
function changes(step: Step, before: Experiment, after: Experiment): boolean {
  if (step !== 'data') return before[step] !== after[step];
  const keys = Object.keys(after.data) as (keyof Experiment['data'])[];
  return keys.some((key) => key !== 'plane' && before.data[key] !== after.data[key]);
}

export function undo(): void {
  breakGesture();
  store.temporal.getState().undo();
}

export function redo(): void {
  breakGesture();
  store.temporal.getState().redo();
}

/** A gesture that continues after an undo becomes a new step. */
function breakGesture(): void {
  if (gesture !== 'changed') return;
  store.temporal.getState().resume();
  gesture = 'armed';
}

export function look(view: Partial<ViewState>): void {
  store.setState((state) => ({ view: { ...state.view, ...view } }));
}

export function aimAt(aim: Probe | null): void {
  store.setState({ aim });
}

export function setRun(run: Partial<RunState>): void {
  store.setState((state) => ({ run: { ...state.run, ...run } }));
}

/** The latest snapshot, where it is of the run at work. */
export function ownSnapshot(): Snapshot | null {
  const { run, latest } = store.getState();
  return latest.snapshot?.runId === run.runId ? latest.snapshot : null;
}
