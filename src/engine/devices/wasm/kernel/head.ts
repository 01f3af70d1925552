/**
 * dJ/dz of the output layer for a chunk of points, from its activations (and for some pairs its logits) and the targets. All arrays
 * are [unit][point] with rows of `stride` bytes. Formulas from logits wherever a loss and an activation belong together, so that no
 * gradient dies at ±1000. Ids follow `headOf` of the device.
 */
import { expNegative, lanes, madd } from './math';

/** a − y: softmax or sigmoid with cross-entropy, linear with squared error. */
export const NATURAL: u32 = 0;
/** y (a − 1): sigmoid with categorical cross-entropy, which sees the true class alone. */
export const SIGMOID_CATEGORICAL: u32 = 1;
/** Softmax with binary cross-entropy over its units. */
export const SOFTMAX_BINARY: u32 = 2;
/** Softmax with squared error. */
export const SOFTMAX_SQUARED: u32 = 3;
/** dJ/da of squared error; g′ follows. */
export const SQUARED: u32 = 4;
/** dJ/da of binary cross-entropy of a clipped output; g′ follows. */
export const CLIPPED_BINARY: u32 = 5;
/** dJ/da of categorical cross-entropy of clipped outputs; g′ follows. */
export const CLIPPED_CATEGORICAL: u32 = 6;

/** `probabilityFloor` of the losses. */
const FLOOR: f32 = 1e-7;
const CEILING: f32 = 1 - 1e-7;

/** Whether `outputDeltas` answers dJ/da, which has yet to be multiplied by g′. */
export function needsSlope(head: u32): bool {
  return head >= SQUARED;
}

/**
 * Writes `scale` · dL/dz (or dL/da) to `deltas`. Only SOFTMAX_BINARY reads `logits`. Points from `count` on are padding and get 0.
 */
export function outputDeltas(
  head: u32,
  units: u32,
  outputs: usize,
  logits: usize,
  targets: usize,
  deltas: usize,
  stride: usize,
  scale: f32,
  count: u32,
): void {
  const end = <usize>units * stride;
  const k = lanes(scale);
  switch (head) {
    case NATURAL:
    case SQUARED:
      for (let at: usize = 0; at < end; at += 16) {
        v128.store(deltas + at, f32x4.mul(f32x4.sub(v128.load(outputs + at), v128.load(targets + at)), k));
      }
      break;
    case SIGMOID_CATEGORICAL:
      for (let at: usize = 0; at < end; at += 16) {
        const wrong = f32x4.sub(v128.load(outputs + at), lanes(1));
        v128.store(deltas + at, f32x4.mul(f32x4.mul(v128.load(targets + at), wrong), k));
      }
      break;
    case CLIPPED_BINARY:
    case CLIPPED_CATEGORICAL:
      for (let at: usize = 0; at < end; at += 16) {
        const a = v128.load(outputs + at);
        const y = v128.load(targets + at);
        const p = f32x4.pmin(f32x4.pmax(a, lanes(FLOOR)), lanes(CEILING));
        const others = f32x4.sub(lanes(1), p);
        const slope =
          head == CLIPPED_BINARY
            ? f32x4.sub(f32x4.div(f32x4.sub(lanes(1), y), others), f32x4.div(y, p))
            : f32x4.neg(f32x4.div(y, p));
        // Where clipping bites, the loss is flat. NaN is kept.
        const inside = f32x4.eq(a, p);
        const notNumber = f32x4.ne(a, a);
        v128.store(deltas + at, v128.and(f32x4.mul(slope, k), v128.or(inside, notNumber)));
      }
      break;
    case SOFTMAX_SQUARED:
      for (let point: usize = 0; point < stride; point += 16) {
        softmaxSquared(outputs + point, targets + point, deltas + point, end, stride, k);
      }
      break;
    case SOFTMAX_BINARY:
      for (let point: usize = 0; point < stride; point += 16) {
        softmaxBinary(outputs + point, logits + point, targets + point, deltas + point, end, stride, k);
      }
      break;
  }
  clearPadding(units, deltas, stride, count);
}

/** a_k (e_k − Σ_j e_j a_j) with e = a − y. */
@inline
function softmaxSquared(a: usize, y: usize, out: usize, end: usize, stride: usize, scale: v128): void {
  let mean = lanes(0);
  for (let at: usize = 0; at < end; at += stride) {
    const value = v128.load(a + at);
    mean = madd(f32x4.sub(value, v128.load(y + at)), value, mean);
  }
  for (let at: usize = 0; at < end; at += stride) {
    const value = v128.load(a + at);
    const error = f32x4.sub(f32x4.sub(value, v128.load(y + at)), mean);
    v128.store(out + at, f32x4.mul(f32x4.mul(value, error), scale));
  }
}

/**
 * Σ_j y_j (a − δ_j) + (1 − y_j) (a − s^j): the second from −log(1 − a_j) = log Σ_k e^z − log Σ_{k≠j} e^z, where s^j is the softmax
 * without unit j, taken from the logits because 1 − a_j may be 0.
 */
@inline
function softmaxBinary(
  a: usize,
  z: usize,
  y: usize,
  out: usize,
  end: usize,
  stride: usize,
  scale: v128,
): void {
  const count = lanes(<f32>(end / stride));
  for (let at: usize = 0; at < end; at += stride) {
    v128.store(out + at, f32x4.sub(f32x4.mul(count, v128.load(a + at)), v128.load(y + at)));
  }
  for (let left: usize = 0; left < end; left += stride) {
    let largest = lanes(-Infinity);
    for (let at: usize = 0; at < end; at += stride) {
      if (at != left) largest = f32x4.pmax(v128.load(z + at), largest);
    }
    let sum = lanes(0);
    for (let at: usize = 0; at < end; at += stride) {
      if (at != left) sum = f32x4.add(sum, expNegative(f32x4.sub(v128.load(z + at), largest)));
    }
    const share = f32x4.div(f32x4.sub(lanes(1), v128.load(y + left)), sum);
    for (let at: usize = 0; at < end; at += stride) {
      if (at == left) continue;
      const e = expNegative(f32x4.sub(v128.load(z + at), largest));
      v128.store(out + at, f32x4.sub(v128.load(out + at), f32x4.mul(e, share)));
    }
  }
  for (let at: usize = 0; at < end; at += stride) {
    v128.store(out + at, f32x4.mul(v128.load(out + at), scale));
  }
}

/** Zeros in the last 1–3 lanes of every row, so that padding adds nothing to any gradient. */
function clearPadding(units: u32, deltas: usize, stride: usize, count: u32): void {
  const used = <usize>count << 2;
  for (let u: u32 = 0; u < units; u++) {
    for (let at = used; at < stride; at += 4) f32.store(deltas + at, 0);
    deltas += stride;
  }
}
