/**
 * What the trainer shows of itself at one moment. Typed arrays are transferred and never changed after they are posted.
 */
import type { DeviceId } from '../devices/device';

/** Activations over the plane. `values` is [unit][row][column], row 0 at the top, cell centres evenly spaced. */
export interface UnitGrid {
  readonly columns: number;
  /** 1 when the model has one input: the grid is then a line. */
  readonly rows: number;
  readonly units: number;
  readonly values: Float32Array;
}

/** Figures over one part of the data. */
export interface Metrics {
  /** Mean data loss, regularisation left out. */
  readonly loss: number;
  /** Share classified rightly, 0–1; null for regression. */
  readonly accuracy: number | null;
  /** [true class][predicted class], counts; null for regression. */
  readonly confusion: Uint32Array | null;
}

/** One row of the loss curve. */
export interface HistoryRow {
  readonly epoch: number;
  readonly trainLoss: number;
  /** null without test points. */
  readonly testLoss: number | null;
  readonly trainAccuracy: number | null;
  readonly testAccuracy: number | null;
}

export interface Snapshot {
  readonly runId: number;
  readonly device: DeviceId;
  /** Epochs completed. */
  readonly epoch: number;
  /** Updates of the weights so far. */
  readonly updates: number;
  readonly learningRate: number;
  /** Measured while running; null when paused. */
  readonly epochsPerSecond: number | null;
  /** null when there are no training points. */
  readonly train: Metrics | null;
  readonly test: Metrics | null;
  /** The penalty L1/L2 adds to the mean loss. */
  readonly penalty: number;
  /** All kernels and biases in the layout of `NetworkPlan`. */
  readonly parameters: Float32Array;
  /** Output activations, fine. */
  readonly outputs: UnitGrid;
  /** Every unit of every layer in order, outputs included, coarse; for thumbnails. */
  readonly unitMaps: UnitGrid;
  /** Predicted class of every point of the data, in its order, or the predicted value for regression. [point] */
  readonly predictions: Float32Array;
}
