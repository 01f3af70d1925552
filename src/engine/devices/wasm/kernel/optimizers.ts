/**
 * The optimisers' rules over the whole parameter array, element by element; definitions as in `training/optimizers`, whose order gives
 * the ids and the places of the options. Every array has `bytes` bytes; gradients are multiplied by `scale` first (clipping). Padding has
 * gradient 0 and stays 0.
 */
import { ADAGRAD, ADAM, ADAMAX, ADAMW, MOMENTUM, NESTEROV, RMSPROP, SGD } from './ids';
import { lanes, madd } from './math';

/**
 * What one update needs; written by the device before a call of `train`. Behind it follow, for each hyper-parameter of the optimiser in
 * their order, its value and that value to the power t of the updates done so far (f64 both); rules that need powers keep them up.
 */
@unmanaged
export class Rule {
  id: u32;
  /** What Adam's family multiplies the mean by; see `prepare`. */
  stepSize: f32;
  learningRate: f64;
}

/** Address of hyper-parameter `index`; its power stands 8 bytes behind it. */
@inline
function optionAt(rule: Rule, index: u32): usize {
  return changetype<usize>(rule) + offsetof<Rule>() + (<usize>index << 4);
}

@inline
function option(rule: Rule, index: u32): f64 {
  return load<f64>(optionAt(rule, index));
}

/** β to the power of this update, which it moves on to; in float64 because 1 − βᵗ cancels. */
@inline
function nextPower(rule: Rule, index: u32): f64 {
  const at = optionAt(rule, index);
  const power = load<f64>(at, 8) * load<f64>(at);
  store<f64>(at, power, 8);
  return power;
}

/** Place of β₁ among the options of Adam's family; β₂ and ε follow. */
@inline
function firstDecay(id: u32): u32 {
  return id == ADAMW ? 1 : 0;
}

/**
 * Begins an update at a learning rate: what does not depend on the gradient is computed before it, where the processor has other
 * things to do meanwhile.
 */
export function prepare(rule: Rule, learningRate: f64): void {
  rule.learningRate = learningRate;
  if (rule.id == ADAMAX) rule.stepSize = <f32>(learningRate / (1 - nextPower(rule, 0)));
  if (rule.id != ADAM && rule.id != ADAMW) return;
  const first = firstDecay(rule.id);
  const power = nextPower(rule, first);
  const power2 = nextPower(rule, first + 1);
  rule.stepSize = <f32>((learningRate * Math.sqrt(1 - power2)) / (1 - power));
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
  switch (rule.id) {
    case SGD:
      for (let at: usize = 0; at < bytes; at += 16) {
        const g = f32x4.mul(v128.load(gradients + at), s);
        v128.store(weights + at, f32x4.sub(v128.load(weights + at), f32x4.mul(g, rate)));
      }
      break;
    case MOMENTUM: {
      const decay = lanes(<f32>option(rule, 0));
      for (let at: usize = 0; at < bytes; at += 16) {
        const change = f32x4.mul(f32x4.mul(v128.load(gradients + at), s), rate);
        const velocity = f32x4.sub(f32x4.mul(v128.load(slot0 + at), decay), change);
        v128.store(slot0 + at, velocity);
        v128.store(weights + at, f32x4.add(v128.load(weights + at), velocity));
      }
      break;
    }
    case NESTEROV: {
      const decay = lanes(<f32>option(rule, 0));
      for (let at: usize = 0; at < bytes; at += 16) {
        const change = f32x4.mul(f32x4.mul(v128.load(gradients + at), s), rate);
        const velocity = f32x4.sub(f32x4.mul(v128.load(slot0 + at), decay), change);
        v128.store(slot0 + at, velocity);
        const ahead = f32x4.sub(f32x4.mul(velocity, decay), change);
        v128.store(weights + at, f32x4.add(v128.load(weights + at), ahead));
      }
      break;
    }
    case ADAGRAD: {
      const epsilon = lanes(<f32>option(rule, 0));
      for (let at: usize = 0; at < bytes; at += 16) {
        const g = f32x4.mul(v128.load(gradients + at), s);
        const sum = madd(g, g, v128.load(slot0 + at));
        v128.store(slot0 + at, sum);
        divided(weights + at, f32x4.mul(g, rate), f32x4.sqrt(f32x4.add(sum, epsilon)));
      }
      break;
    }
    case RMSPROP: {
      const decay = lanes(<f32>option(rule, 0));
      const rest = lanes(<f32>(1 - option(rule, 0)));
      const epsilon = lanes(<f32>option(rule, 1));
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
    case ADAMAX: {
      const stepSize = lanes(rule.stepSize);
      const rest = lanes(<f32>(1 - option(rule, 0)));
      const decay = lanes(<f32>option(rule, 1));
      const epsilon = lanes(<f32>option(rule, 2));
      for (let at: usize = 0; at < bytes; at += 16) {
        const g = f32x4.mul(v128.load(gradients + at), s);
        const before = v128.load(slot0 + at);
        const mean = madd(f32x4.sub(g, before), rest, before);
        v128.store(slot0 + at, mean);
        const largest = f32x4.max(f32x4.abs(g), f32x4.mul(v128.load(slot1 + at), decay));
        v128.store(slot1 + at, largest);
        divided(weights + at, f32x4.mul(mean, stepSize), f32x4.add(largest, epsilon));
      }
      break;
    }
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
  const kept = lanes(rule.id == ADAMW ? <f32>(1 - rule.learningRate * option(rule, 0)) : 1);
  const first = firstDecay(rule.id);
  const rest = lanes(<f32>(1 - option(rule, first)));
  const rest2 = lanes(<f32>(1 - option(rule, first + 1)));
  const epsilon = lanes(<f32>option(rule, first + 2));
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
