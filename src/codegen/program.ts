/** What a program is: the experiment in the words of one library, in blocks that follow the three steps of the course. */
import type { PreparedData } from '../engine/data/prepareData';
import type { Experiment } from '../engine/experiment';
import type { NetworkPlan } from '../engine/model/network';
import type { Locale } from '../i18n/localized';
import type { Piece } from './code';

export interface ProgramSource {
  readonly experiment: Experiment;
  readonly data: PreparedData;
  readonly network: NetworkPlan;
  /** The run that stands on the page beside the program; without one it is as the experiment says. */
  readonly run?: RunOnPage;
}

/** What the learner has changed in a run beyond its experiment. */
export interface RunOnPage {
  /** All weights and biases that the run began with, where the learner had set some; null where the initialiser had drawn them. */
  readonly start: Float32Array | null;
  /** Whether weights or settings of the training were changed on the way, after the first update. */
  readonly changed: boolean;
}

export interface ProgramOptions {
  /** Language of the comments. */
  readonly locale: Locale;
  /** Whether points, initial weights and the order of the batches are written out, so that the program repeats the run. */
  readonly inlined: boolean;
}

/** 'top' stands above the steps: what the program is, and what it imports; 'order' before the last: the order of the batches. */
export type Step = 'top' | 'order' | CourseStep;

export type CourseStep = 0 | 1 | 2 | 3;

/** A step of the program; one cell of its notebook. */
export interface Block {
  readonly step: Step;
  /** One line a sentence. */
  readonly words: readonly string[];
  /** LaTeX for the notebook; empty where there is nothing to write. */
  readonly formula: string;
  readonly pieces: readonly Piece[];
}

export type ProgramLanguage = 'python' | 'javascript';

export interface Program {
  readonly language: ProgramLanguage;
  readonly blocks: readonly Block[];
}
