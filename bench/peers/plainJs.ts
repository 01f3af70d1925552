/**
 * The yardstick: what a careful JavaScript programmer writes by hand. Flat typed arrays, nothing allocated while training, every
 * function called with one kind of array, tanh out of the faster exp. Points go through the network in blocks that stay near the
 * processor, and every product is built in registers (plainProducts.ts).
 */
import type { LayerPlan } from '../../src/engine/model/network';
import { type Material, materialOf, shuffler } from '../material';
import type { Session } from '../subject';
import { adam, learningRate, type Task } from '../works';
import { addProduct, type Matrix, wideColumns } from './plainProducts';

/** Points of a block. */
const blockPoints = 32;

interface Layer {
  readonly inputs: number;
  readonly units: number;
  /** [input][unit] */
  readonly kernel: Matrix;
  /** The same numbers seen as [unit][input]: a copy made before each update where that is worth it. */
  readonly turned: Matrix;
  readonly bias: Float64Array;
  readonly kernelGradient: Float64Array;
  readonly biasGradient: Float64Array;
  /** Activations of the block. [point][unit] */
  readonly values: Matrix;
  /** The activations as [unit][point]. */
  readonly valuesAcross: Matrix;
  /** Slope of the cost by the logits of the block. [point][unit] */
  readonly deltas: Matrix;
}

export async function openPlainJs(task: Task): Promise<Session> {
  const network = new PlainNetwork(materialOf(task));
  return {
    async run(updates) {
      for (let i = 0; i < updates; i++) network.update();
      return updates;
    },
    loss: async () => network.loss(),
  };
}

class PlainNetwork {
  private readonly layers: readonly Layer[];
  private readonly parameters: Float64Array;
  private readonly gradients: Float64Array;
  private readonly means: Float64Array;
  private readonly squares: Float64Array;
  /** Inputs of the block. [point][feature] */
  private readonly block: Matrix;
  private readonly blockAcross: Matrix;
  private readonly blockLabels = new Uint8Array(blockPoints);
  private readonly inputs: Float64Array;
  private readonly labels: Uint8Array;
  private readonly shuffle: () => Int32Array;
  private readonly points: number;
  private readonly batchSize: number;
  private order: Int32Array;
  private position = 0;
  private updates = 0;

  constructor(material: Material) {
    const { network, points, batchSize } = material;
    const flat = () => new Float64Array(network.parameterCount);
    this.parameters = Float64Array.from(material.parameters);
    this.gradients = flat();
    this.means = flat();
    this.squares = flat();
    this.layers = network.layers.map((plan) => layerOf(plan, this.parameters, this.gradients));
    this.block = rowMajor(new Float64Array(blockPoints * network.inputs), network.inputs);
    this.blockAcross = across(this.block);
    this.inputs = Float64Array.from(material.inputs);
    this.labels = material.labels;
    this.points = points;
    this.batchSize = batchSize;
    this.shuffle = shuffler(points);
    this.order = Int32Array.from({ length: points }, (_, i) => i);
  }

  /** One update of the weights. */
  update(): void {
    const { points, batchSize, layers } = this;
    if (this.position === 0 && batchSize < points) this.order = this.shuffle();
    const end = Math.min(this.position + batchSize, points);
    this.gradients.fill(0);
    for (let l = 1; l < layers.length; l++) turn(layers[l]!);
    for (let start = this.position; start < end; start += blockPoints) {
      this.learnBlock(start, Math.min(blockPoints, end - start), 1 / (end - this.position));
    }
    this.position = end === points ? 0 : end;
    this.updates += 1;
    const stepSize =
      (learningRate * Math.sqrt(1 - adam.beta2 ** this.updates)) / (1 - adam.beta1 ** this.updates);
    adamStep(this.parameters, this.gradients, this.means, this.squares, stepSize);
  }

  loss(): number {
    let sum = 0;
    for (let start = 0; start < this.points; start += blockPoints) {
      const count = Math.min(blockPoints, this.points - start);
      this.forward(start, count);
      const { values, units } = this.layers.at(-1)!;
      for (let p = 0; p < count; p++) sum -= Math.log(values.values[p * units + this.blockLabels[p]!]!);
    }
    return sum / this.points;
  }

  private takeBlock(start: number, count: number): void {
    const { block, inputs, labels, blockLabels, order } = this;
    const features = block.row;
    for (let p = 0; p < count; p++) {
      const point = order[start + p]!;
      for (let f = 0; f < features; f++) block.values[p * features + f] = inputs[point * features + f]!;
      blockLabels[p] = labels[point]!;
    }
  }

  private forward(start: number, count: number): void {
    const { layers } = this;
    this.takeBlock(start, count);
    let previous = this.block;
    for (let l = 0; l < layers.length; l++) {
      const { kernel, bias, values, inputs, units } = layers[l]!;
      fillRows(values.values, bias, count, units);
      addProduct(values.values, count, units, inputs, previous, kernel);
      if (l < layers.length - 1) tanhAll(values.values, count * units);
      else softmaxRows(values.values, count, units);
      previous = values;
    }
  }

  private learnBlock(start: number, count: number, weight: number): void {
    const { layers, blockLabels } = this;
    this.forward(start, count);
    const last = layers[layers.length - 1]!;
    outputDeltas(last.deltas.values, last.values.values, blockLabels, count, last.units, weight);
    for (let l = layers.length - 1; l > 0; l--) {
      const { deltas, turned, kernelGradient, biasGradient, inputs, units } = layers[l]!;
      const below = layers[l - 1]!;
      addProduct(kernelGradient, inputs, units, count, below.valuesAcross, deltas);
      addRows(biasGradient, deltas.values, count, units);
      below.deltas.values.fill(0, 0, count * inputs);
      addProduct(below.deltas.values, count, inputs, units, deltas, turned);
      throughTanh(below.deltas.values, below.values.values, count * inputs);
    }
    const { deltas, kernelGradient, biasGradient, inputs, units } = layers[0]!;
    addProduct(kernelGradient, inputs, units, count, this.blockAcross, deltas);
    addRows(biasGradient, deltas.values, count, units);
  }
}

function rowMajor(values: Float64Array, columns: number): Matrix {
  return { values, row: columns, step: 1 };
}

/** The same numbers with rows and columns exchanged. */
function across({ values, row, step }: Matrix): Matrix {
  return { values, row: step, step: row };
}

function layerOf(plan: LayerPlan, parameters: Float64Array, gradients: Float64Array): Layer {
  const { inputs, units, kernelOffset, biasOffset } = plan;
  const kernelOf = (all: Float64Array) => all.subarray(kernelOffset, biasOffset);
  const biasOf = (all: Float64Array) => all.subarray(biasOffset, biasOffset + units);
  const kernel = rowMajor(kernelOf(parameters), units);
  const values = rowMajor(new Float64Array(blockPoints * units), units);
  return {
    inputs,
    units,
    kernel,
    turned: inputs < wideColumns ? across(kernel) : rowMajor(new Float64Array(inputs * units), inputs),
    bias: biasOf(parameters),
    kernelGradient: kernelOf(gradients),
    biasGradient: biasOf(gradients),
    values,
    valuesAcross: across(values),
    deltas: rowMajor(new Float64Array(blockPoints * units), units),
  };
}

/** Brings the copy of the kernel up to date. */
function turn({ kernel, turned, inputs, units }: Layer): void {
  if (turned.values === kernel.values) return;
  for (let i = 0; i < inputs; i++) {
    for (let u = 0; u < units; u++) turned.values[u * inputs + i] = kernel.values[i * units + u]!;
  }
}

/** Every row ← bias. */
function fillRows(rows: Float64Array, bias: Float64Array, count: number, units: number): void {
  for (let p = 0, k = 0; p < count; p++) for (let u = 0; u < units; u++) rows[k++] = bias[u]!;
}

/** sums ← sums + all rows. */
function addRows(sums: Float64Array, rows: Float64Array, count: number, units: number): void {
  for (let p = 0, k = 0; p < count; p++) for (let u = 0; u < units; u++) sums[u] = sums[u]! + rows[k++]!;
}

function tanhAll(values: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) values[i] = 1 - 2 / (Math.exp(2 * values[i]!) + 1);
}

/** Softmax of each row; shifted by the largest logit. */
function softmaxRows(rows: Float64Array, count: number, units: number): void {
  for (let p = 0; p < count; p++) {
    const start = p * units;
    let most = rows[start]!;
    for (let u = 1; u < units; u++) most = Math.max(most, rows[start + u]!);
    let sum = 0;
    for (let u = 0; u < units; u++) {
      const power = Math.exp(rows[start + u]! - most);
      rows[start + u] = power;
      sum += power;
    }
    const scale = 1 / sum;
    for (let u = 0; u < units; u++) rows[start + u] = rows[start + u]! * scale;
  }
}

/** (a − y) · weight for softmax with cross-entropy. */
function outputDeltas(
  deltas: Float64Array,
  values: Float64Array,
  labels: Uint8Array,
  count: number,
  units: number,
  weight: number,
): void {
  for (let i = 0; i < count * units; i++) deltas[i] = values[i]! * weight;
  for (let p = 0; p < count; p++) {
    const i = p * units + labels[p]!;
    deltas[i] = deltas[i]! - weight;
  }
}

/** deltas ← deltas · (1 − a²). */
function throughTanh(deltas: Float64Array, values: Float64Array, length: number): void {
  for (let i = 0; i < length; i++) deltas[i] = deltas[i]! * (1 - values[i]! * values[i]!);
}

function adamStep(
  parameters: Float64Array,
  gradients: Float64Array,
  means: Float64Array,
  squares: Float64Array,
  stepSize: number,
): void {
  const { beta1, beta2, epsilon } = adam;
  for (let i = 0; i < parameters.length; i++) {
    const g = gradients[i]!;
    const mean = beta1 * means[i]! + (1 - beta1) * g;
    const square = beta2 * squares[i]! + (1 - beta2) * g * g;
    means[i] = mean;
    squares[i] = square;
    parameters[i] = parameters[i]! - (stepSize * mean) / (Math.sqrt(square) + epsilon);
  }
}
