/**
 * The two directions in which the activations of a layer vary most. A file of its own because it brings a library along: load it with
 * `import()`, when a layer of three units or more is looked into.
 */
import { PCA } from 'ml-pca';
import type { Projection, Samples } from './projection';

export interface PrincipalAxes extends Projection {
  /** Share of the whole variance that the two axes show, 0–1. */
  readonly share: number;
}

/** Variance below this, for activations of this size, is rounding. */
const ROUNDING = 1e-12;

/** null where nothing varies. Places with a value that is not finite are left out. Two units or more. */
export function principalAxes(samples: Samples): PrincipalAxes | null {
  const { units } = samples;
  const columns = finiteColumns(samples);
  const places = columns[0]?.length ?? 0;
  if (places < 2) return null;
  const centre = Float64Array.from(columns, (column) => column.reduce((sum, a) => sum + a, 0) / places);
  columns.forEach((column, unit) => {
    for (let i = 0; i < places; i++) column[i]! -= centre[unit]!;
  });
  const covariance = covarianceOf(columns);
  const variance = covariance.reduce((sum, row, unit) => sum + row[unit]!, 0);
  const size = centre.reduce((sum, a) => sum + a * a, 0);
  if (!(variance > ROUNDING * size) || variance === 0) return null;
  const analysis = new PCA(covariance, { isCovarianceMatrix: true });
  const vectors = analysis.getEigenvectors();
  const [first = 0, second = 0] = analysis.getExplainedVariance();
  const axis = (k: number) =>
    upright(Float64Array.from({ length: units }, (_, unit) => vectors.get(unit, k)));
  return { centre, axes: [axis(0), axis(1)], share: Math.min(1, first + second) };
}

/** [unit][place] */
function finiteColumns({ values, units, places }: Samples): Float64Array[] {
  const finite: number[] = [];
  for (let i = 0; i < places; i++) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) sum += values[unit * places + i]!;
    if (Number.isFinite(sum)) finite.push(i);
  }
  return Array.from({ length: units }, (_, unit) =>
    Float64Array.from(finite, (i) => values[unit * places + i]!),
  );
}

/** Of centred columns. The library would work it out more slowly than it finds the axes. [unit][unit] */
function covarianceOf(columns: readonly Float64Array[]): number[][] {
  const covariance = columns.map(() => new Array<number>(columns.length).fill(0));
  columns.forEach((a, j) => {
    for (let k = j; k < columns.length; k++) {
      const b = columns[k]!;
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
      covariance[j]![k] = sum / (a.length - 1);
      covariance[k]![j] = sum / (a.length - 1);
    }
  });
  return covariance;
}

/** A direction and its opposite are the same axis; the one whose largest part is positive is taken. */
function upright(axis: Float64Array): Float64Array {
  const largest = axis.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return largest < 0 ? axis.map((part) => -part) : axis;
}
