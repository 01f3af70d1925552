/**
 * The optimisers' rules over the whole parameter array, element by element; definitions and ids as in `training/optimizers`. Every
 * array has `bytes` bytes; gradients are multiplied by `scale` first (clipping). Padding has gradient 0 and stays 0.
 */
import { lanes, madd } from './math';

export const SGD: u32 = 0;
export const MOMENTUM: u32 = 1;
export const NESTEROV: u32 = 2;
export const ADAGRAD: u32 = 3;
export const RMSPROP: u32 = 4;
export const ADAM: u32 = 5;
export const ADAMW: u32 = 6;

/** What one update needs; written by the device before a call of `train`. */
@unmanaged
export class Rule {
  id: u32;
  /** What Adam multiplies its mean by; see `prepare`. */
  stepSize: f32;
  learningRate: f64;
  /** μ of momentum and Nesterov, ρ of RMSProp, β₁ of Adam. */
  decay: f64;
  /** β₂ of Adam. */
  decay2: f64;
  epsilon: f64;
  /** λ of AdamW. */
  weightDecay: f64;
  /** β₁ᵗ and β₂ᵗ of the updates done so far; in float64 because 1 − β₂ᵗ cancels. */
  power: f64;
  power2: f64;
}

/**
 * Begins an update at a learning rate: what does not depend on the gradient is computed before it, where the processor has other
 * things to do meanwhile.
 */
export function prepare(rule: Rule, learningRate: f64): void {
  rule.learningRate = learningRate;
  if (rule.id != ADAM && rule.id != ADAMW) return;
  rule.power *= rule.decay;
  rule.power2 *= rule.decay2;
  rule.stepSize = <f32>((learningRate * Math.sqrt(1 - rule.power2)) / (1 - rule.power));
}

/** One update of all parameters. `slot0` and `slot1` are the state arrays, as many as the rule has. */
export function step(
  rule: Rule,
  weights: usize,
  gradients: usize,
  slot0: usize,
  slot1: usize,
  bytes: usize,
  scale: f32,
): void {
  const s = lanes(scale);
  const rate = lanes(<f32>rule.learningRate);
  const decay = lanes(<f32>rule.decay);
  const epsilon = lanes(<f32>rule.epsilon);
  switch (rule.id) {
    case SGD:
      for (let at: usize = 0; at < bytes; at += 16) {
        const g = f32x4.mul(v128.load(gradients + at), s);
        v128.store(weights + at, f32x4.sub(v128.load(weights + at), f32x4.mul(g, rate)));
      }
      break;
    case MOMENTUM:
      for (let at: usize = 0; at < bytes; at += 16) {
        const change = f32x4.mul(f32x4.mul(v128.load(gradients + at), s), rate);
        const velocity = f32x4.sub(f32x4.mul(v128.load(slot0 + at), decay), change);
        v128.store(slot0 + at, velocity);
        v128.store(weights + at, f32x4.add(v128.load(weights + at), velocity));
      }
      break;
    case NESTEROV:
      for (let at: usize = 0; at < bytes; at += 16) {
        const change = f32x4.mul(f32x4.mul(v128.load(gradients + at), s), rate);
        const velocity = f32x4.sub(f32x4.mul(v128.load(slot0 + at), decay), change);
        v128.store(slot0 + at, velocity);
        const ahead = f32x4.sub(f32x4.mul(velocity, decay), change);
        v128.store(weights + at, f32x4.add(v128.load(weights + at), ahead));
      }
      break;
    case ADAGRAD:
      for (let at: usize = 0; at < bytes; at += 16) {
        const g = f32x4.mul(v128.load(gradients + at), s);
        const sum = madd(g, g, v128.load(slot0 + at));
        v128.store(slot0 + at, sum);
        divided(weights + at, f32x4.mul(g, rate), f32x4.sqrt(f32x4.add(sum, epsilon)));
      }
      break;
    case RMSPROP: {
      const rest = lanes(<f32>(1 - rule.decay));
      for (let at: usize = 0; at < bytes; at += 16) {
        const g = f32x4.mul(v128.load(gradients + at), s);
        const mean = madd(f32x4.mul(g, g), rest, f32x4.mul(v128.load(slot0 + at), decay));
        v128.store(slot0 + at, mean);
        divided(weights + at, f32x4.mul(g, rate), f32x4.sqrt(f32x4.add(mean, epsilon)));
      }
      break;
    }
    case ADAM:
    case ADAMW:
      adam(rule, weights, gradients, slot0, slot1, bytes, s);
      break;
  }
}

/** weight −= numerator / denominator */
@inline
function divided(weight: usize, numerator: v128, denominator: v128): void {
  v128.store(weight, f32x4.sub(v128.load(weight), f32x4.div(numerator, denominator)));
}

function adam(
  rule: Rule,
  weights: usize,
  gradients: usize,
  slot0: usize,
  slot1: usize,
  bytes: usize,
  s: v128,
): void {
  const stepSize = lanes(rule.stepSize);
  const kept = lanes(rule.id == ADAMW ? <f32>(1 - rule.learningRate * rule.weightDecay) : 1);
  const rest = lanes(<f32>(1 - rule.decay));
  const rest2 = lanes(<f32>(1 - rule.decay2));
  const epsilon = lanes(<f32>rule.epsilon);
  for (let at: usize = 0; at < bytes; at += 16) {
    const g = f32x4.mul(v128.load(gradients + at), s);
    let mean = v128.load(slot0 + at);
    mean = madd(f32x4.sub(g, mean), rest, mean);
    v128.store(slot0 + at, mean);
    let square = v128.load(slot1 + at);
    square = madd(f32x4.sub(f32x4.mul(g, g), square), rest2, square);
    v128.store(slot1 + at, square);
    const change = f32x4.div(f32x4.mul(mean, stepSize), f32x4.add(f32x4.sqrt(square), epsilon));
    v128.store(weights + at, f32x4.sub(f32x4.mul(v128.load(weights + at), kept), change));
  }
}
