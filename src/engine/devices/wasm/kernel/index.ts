/**
 * The SIMD kernel: trains a dense network and evaluates it, on one thread and in one memory that the device lays out. Everything is
 * feature-major, so that each operation runs along points and tiny layers lose nothing. A batch passes in chunks that stay in the
 * processor's caches, forwards and backwards, before its gradient is applied.
 */
import { activate, multiplyBySlope, softmax } from './activations';
import { needsSlope, outputDeltas } from './head';
import { SOFTMAX, SOFTMAX_BINARY } from './ids';
import { lanes, madd } from './math';
import { affine, backward, outer, outerOfFour, storeTransposed, transpose } from './matrix';
import { Layer, layerAt, Network } from './network';
import { prepare, Rule, step } from './optimizers';

export { drawPermutations } from './permutation';

/** Penalties, clipping and what is frozen, for every update; written by the device. */
@unmanaged
class Regularization {
  l1: f32;
  l2: f32;
  /** 0 for no clipping. */
  clipNorm: f32;
  /** All bits of each frozen weight, in the layout of the weights; 0 where nothing is frozen. */
  frozen: usize;
  /** Room for the weights as they were. */
  kept: usize;
}

/**
 * `count` updates. Update k sees the training points order[starts[k]] … order[ends[k] − 1] (u32) at learning rate rates[k] (f64).
 * An update of all points takes them in their own order, without copying them.
 */
export function train(
  network: Network,
  rule: Rule,
  regularization: Regularization,
  order: usize,
  starts: usize,
  ends: usize,
  rates: usize,
  count: u32,
): void {
  keepFrozen(network, regularization);
  for (let k: u32 = 0; k < count; k++) {
    const at = <usize>k << 2;
    const start = load<u32>(starts + at);
    const size = load<u32>(ends + at) - start;
    batchGradient(network, order + (<usize>start << 2), size, 0, size);
    stepBy(network, rule, regularization, load<f64>(rates + (<usize>k << 3)));
  }
}

/**
 * The second half of an update that is done in pieces, after `batchGradient` of all of its points. Both halves together compute what
 * `train` does, to the bit.
 */
export function applyGradient(network: Network, rule: Rule, regularization: Regularization, rate: f64): void {
  keepFrozen(network, regularization);
  stepBy(network, rule, regularization, rate);
}

function stepBy(network: Network, rule: Rule, regularization: Regularization, rate: f64): void {
  const weights = network.weights;
  const gradients = network.gradients;
  const weightBytes = network.weightBytes;
  const frozen = regularization.frozen;
  prepare(rule, rate);
  if (regularization.l1 > 0 || regularization.l2 > 0) penalize(network, regularization);
  if (frozen != 0) clearFrozen(gradients, frozen, weightBytes);
  const scale = clipScale(gradients, weightBytes, regularization.clipNorm);
  step(rule, weights, gradients, network.slot0, network.slot1, weightBytes, scale);
  if (frozen != 0) restoreFrozen(weights, regularization.kept, frozen, weightBytes);
}

function keepFrozen(network: Network, regularization: Regularization): void {
  if (regularization.frozen != 0) memory.copy(regularization.kept, network.weights, network.weightBytes);
}

/**
 * Adds the points `from` to before `to` of a batch of `size` to its mean gradient of the data loss; begins with it where `from` is 0.
 * `from` is a multiple of the chunk.
 */
export function batchGradient(network: Network, order: usize, size: u32, from: u32, to: u32): void {
  const scale: f32 = <f32>1 / <f32>size;
  const whole = size == network.points;
  for (let start = from; start < to; start += network.chunk) {
    const count = min(network.chunk, to - start);
    const stride = rowBytes(count);
    const offset = <usize>start << 2;
    const output = layerAt(network, network.layerCount - 1);
    let inputs = network.chunkSource;
    let inputStride = stride;
    let targets = inputs + <usize>layerAt(network, 0).inputs * stride;
    if (whole) {
      inputs = network.inputs + offset;
      inputStride = network.pointBytes;
      copyRows(network.targets + offset, inputStride, output.units, targets, stride);
    } else {
      gather(network, order + offset, count, stride);
    }
    forward(network, inputs, inputStride, stride, true);
    chunkGradient(network, inputs, inputStride, targets, stride, count, scale, start == 0);
  }
}

/** Bytes of a row of `count` points, padded to whole vectors. */
@inline
function rowBytes(count: u32): usize {
  return (<usize>count + 3) >> 2 << 4;
}

/** The records of `count` points in the given order become columns of the chunk; padding becomes 0. */
function gather(network: Network, order: usize, count: u32, stride: usize): void {
  const records = network.records;
  const recordBytes = network.recordBytes;
  const none = records + <usize>network.points * recordBytes;
  let to = network.chunkSource;
  for (let p: u32 = 0; p < count; p += 4) {
    const left = count - p;
    const a = records + <usize>load<u32>(order) * recordBytes;
    const b = left > 1 ? records + <usize>load<u32>(order, 4) * recordBytes : none;
    const c = left > 2 ? records + <usize>load<u32>(order, 8) * recordBytes : none;
    const d = left > 3 ? records + <usize>load<u32>(order, 12) * recordBytes : none;
    let rows = to;
    for (let at: usize = 0; at < recordBytes; at += 16) {
      storeTransposed(v128.load(a + at), v128.load(b + at), v128.load(c + at), v128.load(d + at), rows, stride);
      rows += stride << 2;
    }
    order += 16;
    to += 16;
  }
}

function copyRows(from: usize, fromStride: usize, rows: u32, to: usize, stride: usize): void {
  for (let row: u32 = 0; row < rows; row++) {
    for (let at: usize = 0; at < stride; at += 16) v128.store(to + at, v128.load(from + at));
    from += fromStride;
    to += stride;
  }
}

/** Fills `values` (and for training `slopes`) of every layer. `training` keeps what the gradient needs. */
function forward(
  network: Network,
  inputs: usize,
  inputStride: usize,
  stride: usize,
  training: bool,
): void {
  let values = inputs;
  let valueStride = inputStride;
  for (let l: u32 = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    affine(layer.kernel, layer.bias, layer.inputs, layer.units, values, valueStride, layer.values, stride);
    finish(network, layer, l, stride, training);
    values = layer.values;
    valueStride = stride;
  }
}

/** Logits of a layer to activations. */
function finish(network: Network, layer: Layer, index: u32, stride: usize, training: bool): void {
  const bytes = <usize>layer.units * stride;
  if (layer.activation == SOFTMAX) {
    if (training && network.head == SOFTMAX_BINARY) memory.copy(layer.slopes, layer.values, bytes);
    softmax(layer.values, layer.units, stride);
  } else {
    activate(layer.activation, layer.values, training ? layer.slopes : 0, bytes);
  }
}

/** Adds the gradient of a chunk, or begins with it, after `forward`. `scale` is 1 / points of the batch. */
function chunkGradient(
  network: Network,
  inputs: usize,
  inputStride: usize,
  targets: usize,
  stride: usize,
  count: u32,
  scale: f32,
  first: bool,
): void {
  const last = network.layerCount - 1;
  const toGradient = network.gradients - network.weights;
  let deltas = network.deltas;
  let below = network.deltasBelow;
  const output = layerAt(network, last);
  outputDeltas(
    network.head,
    network.lossOptions,
    output.units,
    output.values,
    output.slopes,
    targets,
    deltas,
    stride,
    scale,
    count,
  );
  const outputBytes = <usize>output.units * stride;
  if (needsSlope(network.head)) {
    multiplyBySlope(output.activation, deltas, output.values, output.slopes, outputBytes);
  }
  for (let l = last; ; l--) {
    const layer = layerAt(network, l);
    const units = layer.units;
    const kernel = layer.kernel;
    const values = l == 0 ? inputs : layerAt(network, l - 1).values;
    const valueStride = l == 0 ? inputStride : stride;
    const gradient = kernel + toGradient;
    const biasGradient = layer.bias + toGradient;
    if (units <= 4 && layer.inputs <= 4) {
      outerOfFour(layer.inputs, units, values, valueStride, deltas, stride, gradient, biasGradient, first);
    } else {
      transpose(units, deltas, stride, network.transposed, biasGradient, first);
      outer(layer.inputs, units, values, valueStride, network.transposed, stride, gradient, first);
    }
    if (l == 0) return;
    const under = layerAt(network, l - 1);
    backward(kernel, layer.inputs, units, deltas, below, stride);
    multiplyBySlope(under.activation, below, under.values, under.slopes, <usize>under.units * stride);
    const swap = deltas;
    deltas = below;
    below = swap;
  }
}

/** Adds ∂/∂w of l1 Σ|w| + l2 Σw² over the kernels; the slope of |w| at 0 is 0. */
function penalize(network: Network, regularization: Regularization): void {
  const l1 = lanes(regularization.l1);
  const l2 = lanes(2 * regularization.l2);
  const toGradient = network.gradients - network.weights;
  const sign = lanes(-0.0);
  for (let l: u32 = 0; l < network.layerCount; l++) {
    const layer = layerAt(network, l);
    for (let at = layer.kernel; at < layer.bias; at += 16) {
      const w = v128.load(at);
      const side = v128.or(v128.and(w, sign), l1);
      const pull = v128.and(side, f32x4.ne(w, lanes(0)));
      const sum = f32x4.add(v128.load(at + toGradient), pull);
      v128.store(at + toGradient, madd(w, l2, sum));
    }
  }
}

/** Frozen weights have gradient 0, in place of the computed one. */
function clearFrozen(gradients: usize, frozen: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(gradients + at, v128.andnot(v128.load(gradients + at), v128.load(frozen + at)));
  }
}

/** Puts the frozen weights back, to the bit: momentum and weight decay move them without a gradient. */
function restoreFrozen(weights: usize, kept: usize, frozen: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const before = v128.load(kept + at);
    v128.store(weights + at, v128.bitselect(before, v128.load(weights + at), v128.load(frozen + at)));
  }
}

/** What scales a gradient down to the norm `clipNorm`; 1 without clipping. */
function clipScale(gradients: usize, bytes: usize, clipNorm: f32): f32 {
  if (clipNorm == 0) return 1;
  let sum = lanes(0);
  for (let at = gradients; at < gradients + bytes; at += 16) {
    const g = v128.load(at);
    sum = madd(g, g, sum);
  }
  const norm = sqrt<f32>(
    f32x4.extract_lane(sum, 0) +
      f32x4.extract_lane(sum, 1) +
      f32x4.extract_lane(sum, 2) +
      f32x4.extract_lane(sum, 3),
  );
  return norm > clipNorm ? clipNorm / norm : norm == norm ? 1 : norm;
}

/**
 * The network over `points` rows of inputs, [feature][point] with rows of `inputBytes`. Writes [unit][point] without padding: the
 * activations of every unit of every layer (`all`), of the output layer, or its logits.
 */
export function evaluate(
  network: Network,
  inputs: usize,
  inputBytes: usize,
  points: u32,
  all: bool,
  logits: bool,
  out: usize,
): void {
  const rows = <usize>points << 2;
  for (let start: u32 = 0; start < points; start += network.chunk) {
    const count = min(network.chunk, points - start);
    const stride = rowBytes(count);
    const offset = <usize>start << 2;
    let values = inputs + offset;
    let valueStride = inputBytes;
    let to = out + offset;
    for (let l: u32 = 0; l < network.layerCount; l++) {
      const layer = layerAt(network, l);
      const isOutput = l == network.layerCount - 1;
      affine(layer.kernel, layer.bias, layer.inputs, layer.units, values, valueStride, layer.values, stride);
      if (!(isOutput && logits)) finish(network, layer, l, stride, false);
      values = layer.values;
      valueStride = stride;
      if (!all && !isOutput) continue;
      for (let u: u32 = 0; u < layer.units; u++) {
        memory.copy(to, values + <usize>u * stride, <usize>count << 2);
        to += rows;
      }
    }
  }
}
