/** What is put aside for an experiment of a question of Why or of a lesson, and which of these is open. */
import type { Experiment } from '../engine/experiment';
import type { RaceState } from './raceState';
import type { Latest, RunState, ViewState } from './runState';

/** The steps of undo, before and after the present. */
export interface Undo {
  readonly pastStates: { readonly experiment?: Experiment }[];
  readonly futureStates: { readonly experiment?: Experiment }[];
}

/** The state that another experiment replaces while it is open. */
export interface Aside extends Undo {
  readonly experiment: Experiment;
  readonly run: RunState;
  readonly latest: Latest;
  readonly view: ViewState;
  readonly race: RaceState | null;
}

/** A question of Why that is open. */
export interface Question {
  /** Of `panels/page/why/questions.ts`. */
  readonly id: string;
  readonly aside: Aside;
}

/** The lesson that is open, and where the learner is in it. */
export interface LessonState {
  /** Name of its folder. */
  readonly id: string;
  readonly card: string;
  /** What was chosen on the card last; null before. */
  readonly answer: string | null;
  /** The check of the card has fired. */
  readonly isDone: boolean;
  /** Hints that were asked for on the card. */
  readonly hints: number;
  /** Changes whenever a card is opened, the same one too. */
  readonly opened: number;
  readonly aside: Aside;
}

interface Open {
  readonly question: Question | null;
  readonly lesson: LessonState | null;
}

/** What the present experiment stands in place of; null where it is the learner's own. */
export function asideOf({ question, lesson }: Open): Aside | null {
  return (question ?? lesson)?.aside ?? null;
}

/** How many experiments are put aside. */
export function asideCount({ question, lesson }: Open): number {
  return (question ? 1 : 0) + (lesson ? 1 : 0);
}
