/**
 * A lesson is a folder: `lesson.ts` says what its cards set up, show and check, `en.mdx` and `zh.mdx` hold their words by the id of the
 * card. A card asks for one thing on the real page; its check reads the state, so that any way of doing it counts.
 */
import type { Experiment } from '../engine/experiment';
import type { Demand } from '../engine/model/demand';
import type { Health, HistoryRow } from '../engine/training/snapshot';
import type { Localized } from '../i18n/localized';
import type { PageId } from '../store/pages';
import type { ScreenPart, Step, StepUnit, ViewState } from '../store/runState';

/** predict: choose, then see. make: reach a state. explain: pick what the page shows. break: do what one should not. */
export type CardKind = 'predict' | 'make' | 'explain' | 'break';

/** What a check reads of one state of the page. Figures are null before the first picture of the run. */
export interface Facts {
  readonly experiment: Experiment;
  readonly runId: number;
  readonly updates: number;
  readonly epoch: number;
  /** J over the training points, penalties left out. */
  readonly cost: number | null;
  /** Share of the training points classified rightly, 0–1; null for regression, too. */
  readonly accuracy: number | null;
  /** The highest share at an epoch of this run: where training is at once, no picture may show it. */
  readonly bestAccuracy: number | null;
  /** The largest norm of the gradient of the first layer in this run, of the moments at which the layers were examined. */
  readonly firstGradient: number | null;
  readonly playing: boolean;
  /** Training has ended by itself. */
  readonly hasEnded: boolean;
  readonly page: PageId;
  readonly question: string | null;
  /** Index of the point that is pinned. */
  readonly point: number | null;
  readonly stepUnit: StepUnit;
  /** The T-shirt of its page. */
  readonly demand: Demand;
  /** All weights and biases of the network. */
  readonly parameterCount: number;
  /** Some unit was 0 at every point when the layers were last examined. */
  readonly hasDead: boolean;
  /** First hidden activation of each lane, in a race between activations; null where there is none. */
  readonly raceActivations: string | null;
  /** Share classified rightly by the best lane of the race that is on, 0–1. */
  readonly raceAccuracy: number | null;
}

/** The present state, with the numbers of the network and of the points. Arrays are null before the first picture of the run. */
export interface Now extends Facts {
  /** In the layout of `NetworkPlan`. */
  readonly parameters: Float32Array | null;
  /** Predicted class, or value. [point] */
  readonly predictions: Float32Array | null;
  /** [point] */
  readonly losses: Float32Array | null;
  /** Output of the true class, or the output itself where there is one. [point] */
  readonly answers: Float32Array | null;
  /** The curve of the run so far, also of epochs between two pictures. */
  readonly rows: readonly HistoryRow[];
  /** The layers as examined in this very state; null in most states while training goes on. */
  readonly health: Health | null;
}

/** Whether a card is done: of the present state and of those since the card was opened, the earliest first. */
export type Check = (now: Now, past: readonly Facts[]) => boolean;

export interface Card {
  /** Unique within the lesson; its words have the same. */
  readonly id: string;
  readonly kind: CardKind;
  /** The experiment of the card, made of the one before; without it the run goes on. */
  readonly setUp?: (experiment: Experiment) => Experiment;
  /** The page that the card opens with; the learner may turn to others. */
  readonly page?: PageId;
  /** The question of Why that the card is about. What happens within any other is not what the card asks for. */
  readonly question?: string;
  /** The parts of the screen that the card needs; all of them where it does not say. */
  readonly show?: readonly ScreenPart[];
  /** What else of the view the card begins with. */
  readonly look?: Partial<Pick<ViewState, 'demand'>>;
  /** Steps whose settings the card holds fast. */
  readonly lock?: readonly Step[];
  /** Ids of what there is to choose. A card with choices is done only when one is taken, an `explain` card only with the right one. */
  readonly choices?: readonly string[];
  readonly right?: string;
  /** Marked LaTeX (`drawings/formula/markedLatex`) whose symbols light the page. */
  readonly formula?: readonly string[];
  readonly check: Check;
  /** What is to be small, in a state that counts; null in any other. The least is kept, also once the card is done. */
  readonly best?: (now: Now) => number | null;
  /** The second hint: does it for the learner. */
  readonly help?: (now: Now) => void;
}

export interface Lesson {
  /** Place in the order of the course, from 1. */
  readonly number: number;
  readonly title: Localized;
  /** What it is about, in one line. */
  readonly about: Localized;
  /** The first card starts from it. */
  readonly experiment: Experiment;
  readonly cards: readonly Card[];
}
