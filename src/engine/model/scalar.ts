/** Stable scalar pieces that several activations and losses are made of, in float64. */

/** 1 / (1 + e^−z) without overflow. */
export function logistic(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

/** log(1 + e^z) without overflow. */
export function logOnePlusExp(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** log Σ e^z. Shifted by the maximum, so that no term overflows. */
export function logSumExp(z: ArrayLike<number>, leaveOut = -1): number {
  let max = -Infinity;
  for (let j = 0; j < z.length; j++) if (j !== leaveOut) max = Math.max(max, z[j] as number);
  if (max === -Infinity) return -Infinity;
  let sum = 0;
  for (let j = 0; j < z.length; j++) if (j !== leaveOut) sum += Math.exp((z[j] as number) - max);
  return max + Math.log(sum);
}
