/** The arithmetic of the report: medians, slopes, and how many floating-point operations an epoch takes. */
import type { Work } from './works';

/** The middle value, or the mean of the two in the middle; NaN without values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Least-squares slope of log y over log x: 1 where y grows in proportion to x, 2 where it grows with its square. */
export function logSlope(x: readonly number[], y: readonly number[]): number {
  const logX = x.map(Math.log);
  const logY = y.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(logX), mean(logY)];
  let shared = 0;
  let square = 0;
  logX.forEach((value, i) => {
    shared += (value - meanX) * (logY[i]! - meanY);
    square += (value - meanX) ** 2;
  });
  return shared / square;
}

/**
 * Multiplications and additions of the matrix products of one epoch: two a weight and point for the forward pass, two for the
 * gradient of the weights and two for the gradient of what the layer received, which the first layer does not need. Biases,
 * activations, the loss and the optimiser are left out, so the true rate is a little higher.
 */
export function flopsPerEpoch({ hidden, points }: Pick<Work, 'hidden' | 'points'>): number {
  const widths = [2, ...hidden, 4];
  const weights = widths.slice(1).map((units, layer) => units * widths[layer]!);
  const all = weights.reduce((sum, count) => sum + count, 0);
  return points * (6 * all - 2 * weights[0]!);
}
