/** What a rule looks at, and what it may find: a sentence, the figures in it, and a change that tries a remedy. Plain data, no words. */
import type { PreparedData } from '../../engine/data/prepare';
import type { Experiment } from '../../engine/experiment';
import type { NetworkPlan } from '../../engine/model/network';
import type { Health, HistoryRow, Snapshot } from '../../engine/training/snapshot';
import type { en } from '../../i18n/en';
import type { SentenceValues } from '../controls/useWords';

/** The run as far as it has come. */
export interface Situation {
  readonly experiment: Experiment;
  readonly data: PreparedData;
  readonly network: NetworkPlan;
  /** Of this run; null before its first one. */
  readonly snapshot: Pick<Snapshot, 'epoch' | 'train' | 'test'> | null;
  readonly rows: readonly HistoryRow[];
  readonly health: Health | null;
}

type Sentence<Section extends keyof typeof en> = `${Section}.${Extract<keyof (typeof en)[Section], string>}`;

export interface Remedy {
  readonly words: Sentence<'remedies'>;
  readonly values?: SentenceValues;
  /** A pure edit of the document. */
  readonly change: (experiment: Experiment) => Experiment;
}

export interface Finding {
  /** What is said, as a key of the words; also what it is dismissed by. */
  readonly words: Exclude<Sentence<'diagnosis'> | Sentence<'advice'>, 'diagnosis.title'>;
  readonly kind: 'warning' | 'info';
  readonly values?: SentenceValues;
  readonly remedy?: Remedy;
}

/** Answers what it finds, gravest first. */
export type Rule = (situation: Situation) => readonly Finding[];
