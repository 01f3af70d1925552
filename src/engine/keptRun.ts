/** A run that is kept after its end: its experiment and its loss curve, as plain JSON. */
import type { Experiment } from './experiment';
import type { HistoryRow } from './training/snapshot';

export interface KeptRun {
  /** Unique among all runs of all visits. */
  readonly id: string;
  /** Given by the learner; null while the page calls it by what it is. */
  readonly name: string | null;
  /** Kept by the page, because the run went another way; the oldest of these go first. */
  readonly isAutomatic: boolean;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly experiment: Experiment;
  /** Thinned, ascending epochs, at least one; the last is where the run stood. */
  readonly rows: readonly HistoryRow[];
  /** Which of the lines over the loss chart is its own, from 0; null for none. */
  readonly line: number | null;
}

/** Most curves beside the present one that can be told apart. */
export const mostLines = 4;

/** Longest name, in characters. */
export const longestName = 80;
