/** What a dataset is. The registry in `datasets/` lists them; a learner's own points have the same shape. */
import type { Localized } from '../../i18n/localized';
import type { Random } from '../random';

export type Task = 'classification' | 'regression';

/** Points of the plane. One-input regression keeps x2 at 0 and draws y upwards. All arrays have one entry a point. */
export interface Points {
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  /** Class index 0 … classes − 1, or the real target. */
  readonly y: Float64Array;
}

/** The visible part of the plane: horizontal and vertical range, low before high. */
export interface PlaneRange {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Dataset {
  readonly id: string;
  readonly name: Localized;
  /** What the sentence about the experiment separates or fits, e.g. “four blobs”; true for any noise and any number of classes. */
  readonly phrase: Localized;
  readonly task: Task;
  /** Coordinates the model sees: 2, or 1 for a curve y(x). */
  readonly inputs: 1 | 2;
  /** Fewest and most classes it can make; [0, 0] for regression. */
  readonly classes: readonly [number, number];
  readonly plane: PlaneRange;
  /** Standard deviation of the Gaussian noise in plane units, 0–2. */
  readonly defaultNoise: number;
  readonly defaultPoints: number;
  /** Draws `points` points (10–10,000); class counts differ by at most one where the shape allows it. */
  generate(options: { points: number; noise: number; classes: number }, random: Random): Points;
}
