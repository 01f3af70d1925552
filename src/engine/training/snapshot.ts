/**
 * One picture of the trainer. Typed arrays are transferred and never changed after they are posted.
 */
import type { PlaneRange } from '../data/dataset';
import type { DeviceId } from '../devices/device';

/** Activations over the plane. `values` is [unit][row][column], row 0 at the top, cell centres evenly spaced. */
export interface UnitGrid {
  readonly columns: number;
  /** 1 when the model has one input: the grid is then a line. */
  readonly rows: number;
  readonly units: number;
  readonly values: Float32Array;
  /** The part of the plane that it covers; absent where that is the document's, whichever was looked at. */
  readonly range?: PlaneRange;
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

/** How often values fall into equal bins from `low` to `high`. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  /** [bin] */
  readonly counts: Uint32Array;
}

/** How one layer fares. */
export interface LayerHealth {
  /** L2 norm of the cost's gradient over the layer's kernel and bias. */
  readonly gradientNorm: number;
  /** ‖Δw‖ / ‖w‖ of one update, over kernel and bias; null where none was watched. */
  readonly updateRatio: number | null;
  /** Share of units, 0–1, whose output is 0 at every examined point; null where the activation is not ReLU. */
  readonly dead: number | null;
  /** Share of outputs, 0–1, within 2 % of an end of the activation's range; null unless that has two finite ends. */
  readonly saturated: number | null;
  /** Outputs of all units at the examined points. */
  readonly activations: Histogram;
  /** The kernel. */
  readonly weights: Histogram;
}

/** A closer look at every layer, taken now and then at a sample of the training points. */
export interface Health {
  /** With parts of an epoch. */
  readonly epoch: number;
  /** Training points that were examined. */
  readonly points: number;
  /** Hidden layers, then the output layer. */
  readonly layers: readonly LayerHealth[];
}

/** What one layer answers at some points of the data. */
export interface LayerAnswers {
  /** Index into `NetworkPlan.layers`. */
  readonly layer: number;
  /** Which points, ascending. */
  readonly indices: Uint32Array;
  /** Activations. [unit][index into `indices`] */
  readonly values: Float32Array;
}

/** One row of the loss curve. */
export interface HistoryRow {
  /** With parts of an epoch. */
  readonly epoch: number;
  readonly trainLoss: number;
  /** null without test points. */
  readonly testLoss: number | null;
  readonly trainAccuracy: number | null;
  readonly testAccuracy: number | null;
}

/** A weight or bias, by its place in the layout of `NetworkPlan`, and its new value. */
export interface WeightChange {
  readonly index: number;
  readonly value: number;
}

/** What snapshots show only when somebody looks. */
export interface Watch {
  /** Maps of all units finely, because one of them fills the plane. */
  readonly fineUnits: boolean;
  /** The hidden layer whose answers at the points are wanted; null for none. */
  readonly hiddenLayer: number | null;
}

/** The checkpoints of a run. */
export interface Timeline {
  /** Epochs of the checkpoints, with parts of an epoch, ascending. [mark] */
  readonly epochs: readonly number[];
  /** The checkpoint that is shown; null at the front of the run. */
  readonly at: number | null;
}

export interface Snapshot {
  readonly runId: number;
  /** Number of the last command that was done before it. */
  readonly command: number;
  readonly device: DeviceId;
  /** Epochs completed. */
  readonly epoch: number;
  /** The same with parts of an epoch. */
  readonly progress: number;
  /** Updates of the weights so far. */
  readonly updates: number;
  readonly learningRate: number;
  /** Measured while running; null when paused. */
  readonly epochsPerSecond: number | null;
  /** Nothing more is to be seen: over the last doubling of the updates no answer changed and the picture stood still. */
  readonly settled: boolean;
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
  /** Loss of every point, in the order of the data, regularisation left out. [point] */
  readonly losses: Float32Array;
  /**
   * What the loss of a point is about: the output of its true class, or with a single output unit that output. [point]
   */
  readonly answers: Float32Array;
  /** What was measured since the snapshot before, ascending: the beginning of a run is over before the first picture. */
  readonly earlier: readonly HistoryRow[];
  /** Closer looks at a few points, taken at the same epochs. */
  readonly earlierHealth: readonly Health[];
  /** null in most snapshots: examining takes longer than a picture. */
  readonly health: Health | null;
  /** Answers of the hidden layer that is watched; null when none is. */
  readonly hidden: LayerAnswers | null;
}
