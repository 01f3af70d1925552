/**
 * From the plane to what the first layer receives: the chosen features, standardised or not. Mean and deviation are
 * measured on the training points alone, so that the test set stays unseen.
 */
import { type DataSpec, limits } from '../experiment';
import type { PlaneRange, Points } from './dataset';
import { type Feature, type FeatureId, features } from './features';

export interface InputMap {
  /** Number of features: columns of `fill`. */
  readonly width: number;
  /** The features in column order, without those that do not exist for one input. [feature] */
  readonly features: readonly FeatureId[];
  /** Subtracted from each feature; 0 when not standardising. [feature] */
  readonly mean: Float64Array;
  /** Each feature is divided by this; 1 when not standardising and for constant features. [feature] */
  readonly deviation: Float64Array;
  /** Features with one value, as far as can be told, on all training points, standardised or not; empty when nothing trains. */
  readonly constant: readonly FeatureId[];
  /** Input values of any points, row by row. [point][feature] Throws RangeError when the lengths differ. */
  fill(x1: ArrayLike<number>, x2: ArrayLike<number>): Float32Array;
}

interface Statistics {
  readonly mean: number;
  readonly deviation: number;
  readonly isConstant: boolean;
}

/** Spread, relative to the largest value, below which differences are rounding (a radius on a clean ring). */
const ROUNDING = 1e-9;

/**
 * Deviations below which training points are taken for one: less than a thousandth of the smallest plane, cubed. Divided by less, the rest of
 * the plane and the test points would be beyond the numbers of single precision, which end at 3.4e38.
 */
const LEAST_DEVIATION = 1e-21;
const MOST_DEVIATIONS = 1e30;

/** No feature of a point on the plane is further from any other: the largest are cubes. */
const MOST_DISTANCE = 2 * limits.plane[1] ** 3;

/** The chosen features that exist for so many inputs: columns of what the first layer receives. */
export function presentFeatures(data: Pick<DataSpec, 'features' | 'inputs'>): FeatureId[] {
  return data.features.filter((id) => data.inputs === 2 || !features[id].usesX2);
}

/**
 * The input map of an experiment. `train` holds indices into `points`; an index outside throws RangeError. Features
 * that look at x₂ are left out when `inputs` is 1. Deviations are of the population (divided by the number of points).
 */
export function createInputMap(
  featureIds: readonly FeatureId[],
  inputs: 1 | 2,
  points: Points,
  train: Uint32Array,
  standardize: boolean,
): InputMap {
  const present = presentFeatures({ features: featureIds, inputs });
  const columns = present.map((id): Feature => features[id]);
  const statistics = columns.map((feature) => measure(feature, points, train));
  const mean = Float64Array.from(statistics, (column) => (standardize ? column.mean : 0));
  const deviation = Float64Array.from(statistics, (column) => (standardize ? column.deviation : 1));
  const constant = present.filter((_, column) => statistics[column]?.isConstant);
  return {
    width: columns.length,
    features: present,
    mean,
    deviation,
    constant,
    fill: (x1, x2) => fillRows(columns, mean, deviation, x1, x2),
  };
}

/** (feature − mean) / deviation for every point. [point][feature] */
function fillRows(
  columns: readonly Feature[],
  mean: Float64Array,
  deviation: Float64Array,
  x1: ArrayLike<number>,
  x2: ArrayLike<number>,
): Float32Array {
  if (x1.length !== x2.length) {
    throw new RangeError(`x1 and x2 must have one entry a point, not ${x1.length} and ${x2.length}`);
  }
  const width = columns.length;
  const rows = new Float32Array(x1.length * width);
  columns.forEach((feature, column) => {
    const shift = mean[column] as number;
    const scale = deviation[column] as number;
    for (let i = 0; i < x1.length; i++) {
      rows[i * width + column] = (feature.at(x1[i] as number, x2[i] as number) - shift) / scale;
    }
  });
  return rows;
}

/**
 * Population mean and deviation of a feature over the training points; deviation 1 where it is constant. Plain loops: iterators and
 * callbacks take ten times as long while the page opens 100,000 points, and once for each stroke of the eraser.
 */
function measure(feature: Feature, points: Points, train: Uint32Array): Statistics {
  if (train.length === 0) return { mean: 0, deviation: 1, isConstant: false };
  const values = valuesAt(feature, points, train);
  let [sum, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    sum += value;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const mean = sum / values.length;
  const furthest = Math.max(high - mean, mean - low);
  let squares = 0;
  // In shares of the furthest: the square of 1e-200 is 0.
  for (let i = 0; i < values.length; i++) squares += (((values[i] as number) - mean) / furthest) ** 2;
  const deviation = furthest * Math.sqrt(squares / values.length);
  const isConstant =
    high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high)) ||
    deviation < LEAST_DEVIATION ||
    // Which is nearly always known without looking at the points once more.
    (MOST_DISTANCE > MOST_DEVIATIONS * deviation &&
      furthestFrom(mean, feature, points) > MOST_DEVIATIONS * deviation);
  return { mean, deviation: isConstant ? 1 : deviation, isConstant };
}

/** A feature of the points with these indices. Throws RangeError for one that is not there. */
function valuesAt(feature: Feature, { x1, x2 }: Points, indices: Uint32Array): Float64Array {
  const values = new Float64Array(indices.length);
  for (let place = 0; place < indices.length; place++) {
    const i = indices[place] as number;
    if (i >= x1.length || i >= x2.length) throw new RangeError(`there is no point with index ${i}`);
    values[place] = feature.at(x1[i] as number, x2[i] as number);
  }
  return values;
}

function furthestFrom(mean: number, feature: Feature, { x1, x2 }: Points): number {
  let furthest = 0;
  for (let i = 0; i < x1.length; i++) {
    furthest = Math.max(furthest, Math.abs(feature.at(x1[i] as number, x2[i] as number) - mean));
  }
  return furthest;
}

/** Cell centres of a grid over the plane, row by row, the top row (largest x2) first. [row][column] */
export interface PlaneGrid {
  readonly x1: Float64Array;
  readonly x2: Float64Array;
}

/**
 * Centres of `columns` × `rows` cells that tile the plane. One row is the line of a one-input experiment: x2 is then 0
 * everywhere, for any vertical range. Throws RangeError when either number is not a positive whole number.
 */
export function planeGrid(plane: PlaneRange, columns: number, rows: number): PlaneGrid {
  for (const size of [columns, rows]) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`a grid needs at least one cell a side, not ${size}`);
  }
  const [left, right] = plane.x;
  const [bottom, top] = plane.y;
  const x1 = new Float64Array(columns * rows);
  const x2 = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const height = rows === 1 ? 0 : top - ((row + 0.5) * (top - bottom)) / rows;
    for (let column = 0; column < columns; column++) {
      x1[row * columns + column] = left + ((column + 0.5) * (right - left)) / columns;
      x2[row * columns + column] = height;
    }
  }
  return { x1, x2 };
}
