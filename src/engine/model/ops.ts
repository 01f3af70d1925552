import { logistic, logOnePlusExp } from './scalar';

/**
 * Operations on anything that stands for one value or an array of them: numbers (the oracle), tensors, text of shaders and programs. A formula
 * written over `Ops` is written once; every device and program prints it.
 */
export interface Ops<T> {
  constant(k: number): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  /** a · k */
  scale(a: T, k: number): T;
  /** a + k */
  shift(a: T, k: number): T;
  sqrt(a: T): T;
  abs(a: T): T;
  exp(a: T): T;
  /** e^a − 1, exact near 0. */
  expm1(a: T): T;
  log(a: T): T;
  /** log(1 + a), exact near 0; a ≥ −½. */
  log1p(a: T): T;
  /** log(1 + e^a) without overflow. */
  softplus(a: T): T;
  tanh(a: T): T;
  /** sin a, a in radians; no number for ±∞. */
  sin(a: T): T;
  cos(a: T): T;
  /** σ(a) = 1 / (1 + e^−a) without overflow. */
  logistic(a: T): T;
  /** σ(a) σ(−a), the slope of σ, which loses no digits far out. */
  logisticSlope(a: T): T;
  min(a: T, b: T): T;
  max(a: T, b: T): T;
  /** `yes` where a > 0, else `no`. */
  where(a: T, yes: T, no: T): T;
}

export const numberOps: Ops<number> = {
  constant: (k) => k,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  scale: (a, k) => a * k,
  shift: (a, k) => a + k,
  sqrt: Math.sqrt,
  abs: Math.abs,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  softplus: logOnePlusExp,
  tanh: Math.tanh,
  sin: Math.sin,
  cos: Math.cos,
  logistic,
  logisticSlope: (a) => logistic(a) * logistic(-a),
  min: Math.min,
  max: Math.max,
  where: (a, yes, no) => (a > 0 ? yes : no),
};

/** log(1 + e^a) without overflow. */
export function softplusOf<T>(ops: Ops<T>, a: T): T {
  return ops.add(ops.max(a, ops.constant(0)), ops.log1p(ops.exp(ops.scale(ops.abs(a), -1))));
}

/**
 * a within ±1000, where σ, tanh and their slopes have long reached their limits in float32 and float64: keeps ±∞ · 0 out of products with
 * them, and changes no result.
 */
export function boundedOf<T>(ops: Ops<T>, a: T): T {
  return ops.min(ops.max(a, ops.constant(-1000)), ops.constant(1000));
}

/** z σ(u), where u goes to −∞ with z. */
export function gatedOf<T>(ops: Ops<T>, z: T, u: T): T {
  return ops.multiply(ops.max(z, ops.constant(-1000)), ops.logistic(u));
}

/** The slope of `gatedOf`, when du is that of u. */
export function gatedSlopeOf<T>(ops: Ops<T>, z: T, u: T, du: T): T {
  const bend = ops.multiply(ops.multiply(boundedOf(ops, z), du), ops.logisticSlope(u));
  return ops.add(ops.logistic(u), bend);
}
