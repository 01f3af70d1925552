/**
 * An experiment in the place of the learner's own: of a question of Why, or of a lesson. The one below is kept aside with its run, its
 * view and its undo history, and comes back as it was. `app/connect` keeps the run itself alive. A question may be open within a lesson.
 */
import type { Experiment } from '../engine/experiment';
import { emptyHistory } from '../engine/training/history';
import type { Aside, Undo } from './asideState';
import { beginAside, nextRunId, pause, setRunAside, takeRunBack } from './commands';
import { noManualChanges } from './manualChanges';
import { nextRaceId, type RaceState } from './raceState';
import { firstLatest, type ViewState } from './runState';
import { endGesture, type State, store } from './store';

/** Puts the present experiment aside, at rest, for `experiment`. `place` says in the state whose it is, with what was put aside. */
export function putAside(
  experiment: Experiment,
  place: (aside: Aside) => Partial<State>,
  looks: Partial<ViewState>,
): void {
  pause();
  setRunAside();
  const { run, latest, view, race, experiment: own } = store.getState();
  const { pastStates, futureStates } = store.temporal.getState();
  const aside: Aside = { experiment: own, run, latest, view, race, pastStates, futureStates };
  replace(
    {
      ...place(aside),
      experiment,
      run: { ...run, ...unknown, runId: nextRunId(), halt: null, fallback: null, hands: noManualChanges },
      latest: firstLatest,
      view: { ...view, ...untouched, ...looks },
      race: null,
      aim: null,
    },
    { pastStates: [], futureStates: [] },
  );
  beginAside();
}

/** The other run has a worker of its own, of which nothing is known yet. */
const unknown = { worker: 'working', silence: null, speeds: null } as const;

/** What was put aside is back, with its run where it stood. What was chosen meanwhile and is about no experiment (mode, speed) stays. */
export function bringBack(aside: Aside, place: Partial<State>, looks: Partial<ViewState>): void {
  const { experiment, run, latest, view: own, race, ...undo } = aside;
  const { view } = store.getState();
  replace(
    {
      ...place,
      experiment,
      run,
      latest,
      view: { ...view, ...ownOf(own), ...looks, pointed: null, shownUnit: null, symbol: null, stage: null },
      race: race && atStart(race),
      aim: null,
    },
    undo,
  );
  takeRunBack();
}

/** What is about points, units or symbols of one experiment. */
export const untouched = {
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

/** Its worker is gone. */
function atStart(race: RaceState): RaceState {
  const lanes = race.lanes.map((lane) => ({ ...lane, picture: null, history: emptyHistory }));
  return {
    ...race,
    raceId: nextRaceId(),
    lanes,
    playing: false,
    isOver: false,
    trouble: null,
    silence: null,
  };
}

/** The exchange itself is no step of undo: each experiment has its own. */
function replace(state: Partial<State>, undo: Undo): void {
  endGesture();
  store.temporal.getState().pause();
  store.setState(state);
  store.temporal.setState(undo);
  store.temporal.getState().resume();
}
