/**
 * Arithmetic on four float32 lanes at once. Polynomials and rationals are minimax fits in relative error, made in float64 by
 * iteratively reweighted least squares; each states what it reaches. NaN stays NaN through all of them.
 */

/** a · b + c; fused, and so rounded once, where the browser has relaxed SIMD. */
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

@inline
export function lanes(value: f32): v128 {
  return f32x4.splat(value);
}

/** Adding it rounds a float of magnitude below 2²² to a whole number, whose low bits then stand in the mantissa: 1.5 · 2²³. */
const ROUNDER: f32 = 12582912;
const LOG2_E: f32 = 1.4426950408889634;
/** ln 2 in two parts, the first with few enough bits that its product with a whole number is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -0.00021219444005469057;
/** Below it e^x is left to be 0: float32 has only subnormals there. */
const EXP_ZERO: f32 = -87.3;

/** e^x for x ≤ 0, to about 1 ulp; 0 where it would be subnormal. */
@inline
export function expNegative(x: v128): v128 {
  const rounded = madd(x, lanes(LOG2_E), lanes(ROUNDER));
  const k = f32x4.sub(rounded, lanes(ROUNDER));
  const r = madd(k, lanes(-LN2_LOW), madd(k, lanes(-LN2_HIGH), x));
  // (e^r − 1 − r) / r² for |r| ≤ ½ ln 2, so that e^r is right to 1.1e-7.
  let tail = madd(lanes(0.00831250771658639), r, lanes(0.04189027255053017));
  tail = madd(tail, r, lanes(0.1666711513860653));
  tail = madd(tail, r, lanes(0.49999230709624415));
  const fraction = madd(f32x4.mul(r, r), tail, f32x4.add(r, lanes(1)));
  const scaled = i32x4.add(fraction, i32x4.shl(rounded, 23));
  // Left of it everything above is nonsense.
  return v128.andnot(scaled, f32x4.lt(x, lanes(EXP_ZERO)));
}

/** e^x − 1 for x ≤ 0, with small relative error near 0 too. */
@inline
export function expm1Negative(x: v128): v128 {
  const bounded = f32x4.pmax(x, lanes(EXP_ZERO));
  const rounded = madd(bounded, lanes(LOG2_E), lanes(ROUNDER));
  const k = f32x4.sub(rounded, lanes(ROUNDER));
  const r = madd(k, lanes(-LN2_LOW), madd(k, lanes(-LN2_HIGH), bounded));
  // Another term than above, for the 1 no longer hides its error.
  let tail = madd(lanes(0.00138145597662518), r, lanes(0.00836873556954081));
  tail = madd(tail, r, lanes(0.04166838986100702));
  tail = madd(tail, r, lanes(0.16666520477668406));
  tail = madd(tail, r, lanes(0.4999999343741223));
  const expm1 = madd(f32x4.mul(r, r), tail, r);
  const power = i32x4.add(lanes(1), i32x4.shl(rounded, 23));
  return madd(power, expm1, f32x4.sub(power, lanes(1)));
}

/** 1 / (1 + e^−x), right to a few ulp on both sides. */
@inline
export function logistic(x: v128): v128 {
  const e = expNegative(f32x4.neg(f32x4.abs(x)));
  const above = f32x4.lt(x, lanes(0));
  return f32x4.div(v128.bitselect(e, lanes(1), above), f32x4.add(e, lanes(1)));
}

/** From 9.02 on tanh is ±1 in float32; here the fit has just risen above it, fused or not, and is cut. */
const TANH_FLAT: f32 = 9.15;

/** tanh x as x · P(x²) / Q(x²), to 4e-7 as rounded. */
@inline
export function tanh(x: v128): v128 {
  const bounded = f32x4.pmin(f32x4.pmax(x, lanes(-TANH_FLAT)), lanes(TANH_FLAT));
  const square = f32x4.mul(bounded, bounded);
  let p = madd(lanes(1.8161971926389242e-11), square, lanes(-1.2743623242165297e-8));
  p = madd(p, square, lanes(9.255058619726632e-6));
  p = madd(p, square, lanes(0.0029194034223613444));
  p = madd(p, square, lanes(0.12917964075473629));
  p = madd(p, square, lanes(0.9999999402605767));
  let q = madd(lanes(0.00022791261859628724), square, lanes(0.02375760499538502));
  q = madd(q, square, lanes(0.46251246995398226));
  q = madd(q, square, lanes(1));
  const ratio = f32x4.div(f32x4.mul(bounded, p), q);
  return f32x4.pmin(f32x4.pmax(ratio, lanes(-1)), lanes(1));
}

/** log(1 + e) for 0 ≤ e ≤ 1, to 2e-7 as rounded. */
@inline
export function log1pUnit(e: v128): v128 {
  let p = madd(lanes(0.005232691442970852), e, lanes(-0.029505227475007112));
  p = madd(p, e, lanes(0.07822593347731492));
  p = madd(p, e, lanes(-0.13663244234112074));
  p = madd(p, e, lanes(0.19106006026893477));
  p = madd(p, e, lanes(-0.24842982026089958));
  p = madd(p, e, lanes(0.3331909678395386));
  p = madd(p, e, lanes(-0.4999949313934463));
  p = madd(p, e, lanes(0.9999999698794673));
  return f32x4.mul(p, e);
}
