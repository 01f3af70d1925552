/**
 * The activations over whole layers, in place: logits become activations, and where g′ cannot be had from g(z) alone it is written
 * beside them. Softmax looks at all units of a point.
 */
import { ELU, GELU, LEAKY_RELU, RELU, SIGMOID, SOFTPLUS, SWISH, TANH } from './ids';
import { expm1Negative, expNegative, lanes, log1pUnit, logistic, madd, tanh } from './math';

const LEAK: f32 = 0.2;
/** From here down g(z) is 0 in float32 for swish and GELU; keeps −∞ · 0 away. */
const DEAD: f32 = -100;
/** From ±12 on GELU is z or 0 in float32, and its cubic may not overflow. */
const GELU_FLAT: f32 = 12;
const GELU_SCALE: f32 = 0.7978845608028654;
const GELU_CUBIC: f32 = 0.044715;

/** g over `bytes` of logits at `values`, in place. With `slopes` ≠ 0, swish, softplus and GELU write g′(z) there. */
export function activate(activation: u32, values: usize, slopes: usize, bytes: usize): void {
  const end = values + bytes;
  const beside = slopes - values;
  switch (activation) {
    case SIGMOID:
      for (let at = values; at < end; at += 16) v128.store(at, logistic(v128.load(at)));
      break;
    case TANH:
      for (let at = values; at < end; at += 16) v128.store(at, tanh(v128.load(at)));
      break;
    case RELU:
      for (let at = values; at < end; at += 16) v128.store(at, f32x4.pmax(v128.load(at), lanes(0)));
      break;
    case LEAKY_RELU:
      for (let at = values; at < end; at += 16) {
        const z = v128.load(at);
        v128.store(at, f32x4.pmax(z, f32x4.mul(z, lanes(LEAK))));
      }
      break;
    case ELU:
      for (let at = values; at < end; at += 16) {
        const z = v128.load(at);
        v128.store(at, v128.bitselect(z, expm1Negative(z), f32x4.gt(z, lanes(0))));
      }
      break;
    case SWISH:
      for (let at = values; at < end; at += 16) {
        const z = f32x4.pmax(v128.load(at), lanes(DEAD));
        const s = logistic(z);
        const a = f32x4.mul(z, s);
        v128.store(at, a);
        // s + a (1 − s); for z → ∞ the second term is ∞ · 0, so a stops where it no longer counts.
        const bounded = f32x4.pmin(a, lanes(-DEAD));
        if (slopes) v128.store(at + beside, madd(bounded, f32x4.sub(lanes(1), s), s));
      }
      break;
    case SOFTPLUS:
      for (let at = values; at < end; at += 16) softplus(at, slopes ? at + beside : 0);
      break;
    case GELU:
      for (let at = values; at < end; at += 16) gelu(at, slopes ? at + beside : 0);
      break;
  }
}

/** max(z, 0) + log(1 + e^−|z|), with σ(z) for its slope. */
@inline
function softplus(at: usize, slope: usize): void {
  const z = v128.load(at);
  const e = expNegative(f32x4.neg(f32x4.abs(z)));
  v128.store(at, f32x4.add(f32x4.pmax(z, lanes(0)), log1pUnit(e)));
  if (slope) {
    const numerator = v128.bitselect(e, lanes(1), f32x4.lt(z, lanes(0)));
    v128.store(slope, f32x4.div(numerator, f32x4.add(e, lanes(1))));
  }
}

/** z σ(2u) with u = √(2/π) (z + 0.044715 z³), which is the tanh form without its cancellation. */
@inline
function gelu(at: usize, slope: usize): void {
  const z = v128.load(at);
  const near = f32x4.pmin(f32x4.pmax(z, lanes(-GELU_FLAT)), lanes(GELU_FLAT));
  const square = f32x4.mul(near, near);
  const u = f32x4.mul(near, madd(square, lanes(2 * GELU_SCALE * GELU_CUBIC), lanes(2 * GELU_SCALE)));
  const s = logistic(u);
  v128.store(at, f32x4.mul(f32x4.pmax(z, lanes(DEAD)), s));
  if (slope) {
    const inner = madd(square, lanes(6 * GELU_SCALE * GELU_CUBIC), lanes(2 * GELU_SCALE));
    const bend = f32x4.mul(f32x4.mul(near, f32x4.sub(lanes(1), s)), inner);
    v128.store(slope, madd(s, bend, s));
  }
}

/** Multiplies `bytes` of dJ/da at `deltas` by g′, from the activations or the slopes that lie as far from their start. */
export function multiplyBySlope(
  activation: u32,
  deltas: usize,
  values: usize,
  slopes: usize,
  bytes: usize,
): void {
  const end = deltas + bytes;
  const toValue = values - deltas;
  const toSlope = slopes - deltas;
  switch (activation) {
    case SIGMOID:
      for (let at = deltas; at < end; at += 16) {
        const a = v128.load(at + toValue);
        const slope = f32x4.mul(a, f32x4.sub(lanes(1), a));
        v128.store(at, f32x4.mul(v128.load(at), slope));
      }
      break;
    case TANH:
      for (let at = deltas; at < end; at += 16) {
        const a = v128.load(at + toValue);
        v128.store(at, f32x4.mul(v128.load(at), f32x4.sub(lanes(1), f32x4.mul(a, a))));
      }
      break;
    case RELU:
      for (let at = deltas; at < end; at += 16) {
        v128.store(at, v128.and(v128.load(at), f32x4.gt(v128.load(at + toValue), lanes(0))));
      }
      break;
    case LEAKY_RELU:
      for (let at = deltas; at < end; at += 16) {
        const slope = v128.bitselect(lanes(1), lanes(LEAK), f32x4.gt(v128.load(at + toValue), lanes(0)));
        v128.store(at, f32x4.mul(v128.load(at), slope));
      }
      break;
    case ELU:
      for (let at = deltas; at < end; at += 16) {
        // e^z = a + 1 on the left, 1 on the right.
        const slope = f32x4.add(f32x4.pmin(v128.load(at + toValue), lanes(0)), lanes(1));
        v128.store(at, f32x4.mul(v128.load(at), slope));
      }
      break;
    case SWISH:
    case SOFTPLUS:
    case GELU:
      for (let at = deltas; at < end; at += 16) {
        v128.store(at, f32x4.mul(v128.load(at), v128.load(at + toSlope)));
      }
      break;
  }
}

/** e^z / Σ e^z over `units` rows `stride` bytes apart, in place; shifted by the largest logit of each point. */
export function softmax(values: usize, units: u32, stride: usize): void {
  if (units == 4) softmaxOfFour(values, true, stride);
  else if (units == 3) softmaxOfFour(values, false, stride);
  else softmaxOfMany(values, units, stride);
}

/** Three or four units, in three passes: a loop with everything in it has too many constants for the registers. */
@inline
function softmaxOfFour(values: usize, four: bool, stride: usize): void {
  const end = values + stride;
  for (let at = values; at < end; at += 16) {
    const z0 = v128.load(at);
    const z1 = v128.load(at + stride);
    const z2 = v128.load(at + stride * 2);
    const z3 = four ? v128.load(at + stride * 3) : z2;
    const largest = f32x4.pmax(f32x4.pmax(z0, z1), f32x4.pmax(z2, z3));
    v128.store(at, f32x4.sub(z0, largest));
    v128.store(at + stride, f32x4.sub(z1, largest));
    v128.store(at + stride * 2, f32x4.sub(z2, largest));
    if (four) v128.store(at + stride * 3, f32x4.sub(z3, largest));
  }
  const last = values + stride * (four ? 4 : 3);
  for (let at = values; at < last; at += 16) v128.store(at, expNegative(v128.load(at)));
  for (let at = values; at < end; at += 16) {
    const e0 = v128.load(at);
    const e1 = v128.load(at + stride);
    const e2 = v128.load(at + stride * 2);
    const e3 = four ? v128.load(at + stride * 3) : lanes(0);
    const share = f32x4.div(lanes(1), f32x4.add(f32x4.add(e0, e1), f32x4.add(e2, e3)));
    v128.store(at, f32x4.mul(e0, share));
    v128.store(at + stride, f32x4.mul(e1, share));
    v128.store(at + stride * 2, f32x4.mul(e2, share));
    if (four) v128.store(at + stride * 3, f32x4.mul(e3, share));
  }
}

function softmaxOfMany(values: usize, units: u32, stride: usize): void {
  const end = values + <usize>units * stride;
  for (let point: usize = 0; point < stride; point += 16) {
    let largest = v128.load(values + point);
    for (let at = values + stride + point; at < end; at += stride) {
      largest = f32x4.pmax(v128.load(at), largest);
    }
    let sum = lanes(0);
    for (let at = values + point; at < end; at += stride) {
      const e = expNegative(f32x4.sub(v128.load(at), largest));
      v128.store(at, e);
      sum = f32x4.add(sum, e);
    }
    const share = f32x4.div(lanes(1), sum);
    for (let at = values + point; at < end; at += stride) {
      v128.store(at, f32x4.mul(v128.load(at), share));
    }
  }
}
