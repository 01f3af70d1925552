/** What a rule looks at, and what it may find: a sentence, the figures in it, and a change that tries a remedy. Plain data, no words. */
import type { PreparedData } from '../../../engine/data/prepareData';
import type { Experiment } from '../../../engine/experiment';
import type { NetworkPlan } from '../../../engine/model/network';
import type { HealthRow } from '../../../engine/training/healthRow';
import type { Health, HistoryRow, Snapshot } from '../../../engine/training/snapshot';
import type { English } from '../../../i18n/en';
import type { SentenceValues } from '../../controls/useWords';

/** The run as far as it has come. */
export interface Situation {
  readonly experiment: Experiment;
  readonly data: PreparedData;
  readonly network: NetworkPlan;
  /** Of this run; null before its first one. */
  readonly snapshot: Pick<
    Snapshot,
    'epoch' | 'updates' | 'learningRate' | 'train' | 'test' | 'predictions'
  > | null;
  /** The loss curve from epoch 0 to the snapshot. */
  readonly rows: readonly HistoryRow[];
  readonly health: Health | null;
  /** Gradients and updates of the layers over the run. */
  readonly healthRows: readonly HealthRow[];
  /** The epoch since which settings and weights are left to the run; 0 unless the learner changed them during the run. */
  readonly untouchedSince: number;
  /** Whether over the last doubling of the epochs no answer changed and the picture stood still. */
  readonly settled: boolean;
  /** Whether the run ended because a loss or a weight was no longer finite. */
  readonly diverged: boolean;
}

type Sentence<Section extends keyof English> = `${Section}.${Extract<keyof English[Section], string>}`;

export interface Remedy {
  readonly words: Sentence<'remedies'>;
  readonly values?: SentenceValues;
  /** A pure edit of the document. */
  readonly change: (experiment: Experiment) => Experiment;
  /** What has happened to the weights cannot be mended by training on: the run starts again from its initial weights. */
  readonly startsAgain?: boolean;
}

export interface Finding {
  /** What is said, as a key of the words; also what it is dismissed by. */
  readonly words: Exclude<Sentence<'diagnosis'> | Sentence<'advice'>, 'diagnosis.title'>;
  readonly kind: 'warning' | 'info';
  readonly values?: SentenceValues;
  /** The class that the sentence calls `class`, from 0. */
  readonly classIndex?: number;
  readonly remedy?: Remedy;
}

/** Answers what it finds, gravest first. */
export type AdviceRule = (situation: Situation) => readonly Finding[];
