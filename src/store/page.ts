/**
 * Which page stands at the right, and the questions of Why. A question has an experiment of its own: the learner's is kept aside with
 * its run and its undo history, and is back as it was when the question is left. `app/connect` keeps the run itself alive.
 */

import type { Experiment } from '../engine/experiment';
import { emptyHistory } from '../engine/training/history';
import { beginAside, nextRunId, pause, setRunAside, takeRunBack } from './commands';
import { noManualChanges } from './manualChanges';
import type { PageId } from './pages';
import type { Aside, Undo } from './questionState';
import { nextRaceId, type RaceState } from './raceState';
import { firstLatest, type ViewState } from './runState';
import { endGesture, type State, store } from './store';

/** Shows another page. An open question is closed, and what the pointer was on is forgotten. */
export function showPage(page: PageId): void {
  leaveQuestion(page);
  store.setState((state) => ({ view: { ...state.view, page, pointed: null, symbol: null } }));
}

/** Opens a question of Why on its own experiment, at rest. */
export function openQuestion(id: string, experiment: Experiment): void {
  leaveQuestion('why');
  pause();
  setRunAside();
  const { run, latest, view, race, experiment: own } = store.getState();
  const { pastStates, futureStates } = store.temporal.getState();
  const aside: Aside = { experiment: own, run, latest, view, race, pastStates, futureStates };
  replace(
    {
      question: { id, aside },
      experiment,
      run: { ...run, runId: nextRunId(), halt: null, fallback: null, speeds: null, hands: noManualChanges },
      latest: firstLatest,
      view: { ...view, page: 'why', ...untouched },
      race: null,
      aim: null,
    },
    { pastStates: [], futureStates: [] },
  );
  beginAside();
}

/** What is about points, units or symbols of one experiment. */
const untouched = {
  selection: new Set<number>(),
  pointed: null,
  probe: null,
  shownUnit: null,
  hiddenLayer: null,
  symbol: null,
  stage: null,
  logOffered: false,
  lock: [],
  refused: null,
} as const satisfies Partial<ViewState>;

/** What of a view belongs to one experiment and its run. */
function ownOf(view: ViewState): Partial<ViewState> {
  const keys = [...Object.keys(untouched), 'device', 'costSurface'] as (keyof ViewState)[];
  return Object.fromEntries(keys.map((key) => [key, view[key]]));
}

/** Gives the learner's own experiment back, with its run where it stood; nothing where no question is open. */
export function leaveQuestion(page: PageId = 'why'): void {
  const { question } = store.getState();
  if (!question) return;
  const { experiment, run, latest, view: own, race, ...undo } = question.aside;
  const { view } = store.getState();
  replace(
    {
      question: null,
      experiment,
      run,
      latest,
      // What was chosen meanwhile and is about no experiment (mode, speed, scales) stays.
      view: { ...view, ...ownOf(own), page, pointed: null, symbol: null, stage: null },
      race: race && atStart(race),
      aim: null,
    },
    undo,
  );
  takeRunBack();
}

/** Its worker is gone. */
function atStart(race: RaceState): RaceState {
  const lanes = race.lanes.map((lane) => ({ ...lane, picture: null, history: emptyHistory }));
  return { ...race, raceId: nextRaceId(), lanes, playing: false, isOver: false, trouble: null };
}

/** The exchange is no step of undo: each experiment has its own history. */
function replace(state: Partial<State>, undo: Undo): void {
  endGesture();
  store.temporal.getState().pause();
  store.setState(state);
  store.temporal.setState(undo);
  store.temporal.getState().resume();
}

/** The learner's own experiment, also while a question is open: it is kept between visits. */
export function ownExperiment({ experiment, question }: State): Experiment {
  return question?.aside.experiment ?? experiment;
}
