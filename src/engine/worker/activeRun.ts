/** The run that a session works on, from its configuration until the next. */
import type { Experiment } from '../experiment';
import type { FilmWatch } from '../training/filmWatch';
import type { Trainer } from '../training/trainer';

export interface ActiveRun {
  readonly id: number;
  /** Replaced when the run takes over other settings. */
  experiment: Experiment;
  readonly trainer: Trainer;
  readonly film: FilmWatch;
}
