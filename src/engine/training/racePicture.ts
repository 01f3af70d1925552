/** One picture of a race: several experiments that have trained for the same number of epochs. */
import type { HistoryRow, Metrics, UnitGrid } from './snapshot';
import type { Halt } from './stopRules';

/** One of the experiments of a race. Arrays are transferred and never changed afterwards. */
export interface LanePicture {
  /** That of the race, or where this lane stopped: with the last finite weights, if it diverged. */
  readonly epoch: number;
  /** Why it goes no further; null while it does. */
  readonly halt: Halt | null;
  /** null when there are no such points. */
  readonly train: Metrics | null;
  readonly test: Metrics | null;
  /** Rows of the loss curve that were measured since the picture before. */
  readonly earlier: readonly HistoryRow[];
  /** Output activations over the plane. */
  readonly outputs: UnitGrid;
  /** Predicted class, or value, of every point in the order of the data. [point] */
  readonly predictions: Float32Array;
}

export interface RacePicture {
  /** Epochs that every lane has trained for, unless it stopped before. */
  readonly epoch: number;
  /** null for a lane that had stopped by the picture before, and looks as it did there. [lane] */
  readonly lanes: readonly (LanePicture | null)[];
  /** Every lane has stopped. */
  readonly isOver: boolean;
}
