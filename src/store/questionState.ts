/** A question of Why that is open: its experiment is the page's, and the learner's is kept aside. */
import type { Experiment } from '../engine/experiment';
import type { RaceState } from './raceState';
import type { Latest, RunState, ViewState } from './runState';

/** The steps of undo, before and after the present. */
export interface Undo {
  readonly pastStates: { readonly experiment?: Experiment }[];
  readonly futureStates: { readonly experiment?: Experiment }[];
}

/** The learner's state that a question replaces while it is open. */
export interface Aside extends Undo {
  readonly experiment: Experiment;
  readonly run: RunState;
  readonly latest: Latest;
  readonly view: ViewState;
  readonly race: RaceState | null;
}

export interface Question {
  /** Of `panels/page/why/questions.ts`. */
  readonly id: string;
  readonly aside: Aside;
}
