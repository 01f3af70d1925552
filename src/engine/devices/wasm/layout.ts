/**
 * Where a network and its training points lie in the kernel's memory. The records mirror `Network` and `Layer` of
 * src/engine/devices/wasm/kernel/network.ts field by field. Addresses are in bytes; arrays begin at multiples of 64.
 */
import { outputHead } from '../../model/heads';
import type { LayerPlan, NetworkPlan } from '../../model/network';
import { optimizers } from '../../training/optimizers';
import type { DeviceJob } from '../device';
import { activationNumber, headNumber, keepsBeside } from './ids';

/** Indices and updates that one call of the kernel may name; more go in several calls. */
const callRoom = 65_536;
/** Values of one layer that a chunk of points may have, so that it stays in the processor's first caches. */
const chunkValues = 8192;
/** Fields of the records, four bytes each. */
const [networkFields, layerFields] = [20, 7];
/** Bytes of `Rule` of kernel/optimizers.ts, before the options of the optimiser. */
export const ruleHead = 16;
const mostOptions = Math.max(
  ...Object.values(optimizers).map(({ hyperparameters }) => hyperparameters.length),
);

export interface MemoryLayout {
  readonly network: number;
  /** The options of the loss, as `lossOptions` lists them. */
  readonly lossOptions: number;
  readonly rule: number;
  readonly regularization: number;
  readonly weights: number;
  readonly slots: readonly [number, number];
  /** Numbers in `weights` and in each slot, padding included. */
  readonly weightCount: number;
  /** [feature][point], rows of `pointColumns` numbers. */
  readonly inputs: number;
  /** [unit][point], rows of `pointColumns` numbers. */
  readonly targets: number;
  readonly pointColumns: number;
  /** Inputs and targets point by point, `recordColumns` numbers each. */
  readonly records: number;
  readonly recordColumns: number;
  readonly order: number;
  readonly orderRoom: number;
  readonly starts: number;
  readonly ends: number;
  readonly rates: number;
  readonly updateRoom: number;
  /** For all bits of what is frozen, and for weights as they were; both in the layout of `weights`. */
  readonly frozen: number;
  readonly kept: number;
  /** Points that the kernel works on at a time. */
  readonly chunk: number;
  /** Everything from here on is free for inputs to evaluate and their results. */
  readonly free: number;
  /** What stands at `network`: its record, then those of the layers. */
  readonly header: Uint32Array;
  /** Where parameter i of the plan lies, in numbers from `weights`. [parameterCount] */
  readonly places: Uint32Array;
}

export function padToFour(count: number): number {
  return Math.ceil(count / 4) * 4;
}

/** What the page may change while the network stands: options of the loss, the rule with its options, and the penalties. */
function takeSettings(take: (numbers: number) => number) {
  return { lossOptions: take(16), rule: take(ruleHead / 4 + 4 * mostOptions), regularization: take(16) };
}

export function layOut(job: DeviceJob): MemoryLayout {
  const { network, points } = job;
  const { layers } = network;
  const take = createRegion();
  const header = new Uint32Array(networkFields + layerFields * layers.length);
  const networkAt = take(header.length);
  const settings = takeSettings(take);
  const packed = packParameters(layers);
  const [weights, gradients] = [take(packed.count), take(packed.count)];
  const slots = [take(packed.count), take(packed.count)] as const;
  const pointColumns = padToFour(points);
  const inputs = take(network.inputs * pointColumns);
  const targets = take(network.outputs * pointColumns);
  const recordColumns = padToFour(network.inputs + network.outputs);
  const records = take((points + 1) * recordColumns);
  const chunk = chunkOf(network);
  header.set([
    layers.length,
    networkAt + 4 * networkFields,
    settings.lossOptions,
    headNumber(outputHead(job.loss.id, network)),
    weights,
    gradients,
    ...slots,
    4 * packed.count,
    chunk,
    inputs,
    targets,
    points,
    4 * pointColumns,
    records,
    4 * recordColumns,
    ...chunkRows(network).map((rows) => take(rows * chunk)),
  ]);
  layers.forEach((layer, index) => {
    const [kernel, bias] = [weights + 4 * packed.kernels[index]!, weights + 4 * packed.biases[index]!];
    const places = [kernel, bias, ...takeLayerRoom(take, layer, chunk)];
    const record = [layer.inputs, layer.units, activationNumber(layer.activation), ...places];
    header.set(record, networkFields + index * layerFields);
  });
  return {
    network: networkAt,
    ...settings,
    weights,
    slots,
    weightCount: packed.count,
    inputs,
    targets,
    pointColumns,
    records,
    recordColumns,
    ...takeCallRoom(take, points),
    frozen: take(packed.count),
    kept: take(packed.count),
    free: take(0),
    chunk,
    header,
    places: packed.places,
  };
}

/** Room for a layer's activations at a chunk of points, and beside them. */
function takeLayerRoom(take: (numbers: number) => number, layer: LayerPlan, chunk: number) {
  const numbers = padToFour(layer.units) * chunk;
  return [take(numbers), keepsBeside(layer.activation) ? take(numbers) : 0];
}

/** Room for the arguments of `train`. */
function takeCallRoom(take: (numbers: number) => number, points: number) {
  const orderRoom = Math.max(callRoom, points);
  return {
    order: take(orderRoom),
    orderRoom,
    starts: take(callRoom),
    ends: take(callRoom),
    rates: take(2 * callRoom),
    updateRoom: callRoom,
  };
}

function widestRows({ inputs, layers }: NetworkPlan): number {
  return Math.max(padToFour(inputs), ...layers.map(({ units }) => padToFour(units)));
}

/** Points in a chunk, a multiple of 8. */
function chunkOf(network: NetworkPlan): number {
  return Math.min(1024, Math.max(32, Math.floor(chunkValues / widestRows(network) / 8) * 8));
}

/** Rows of a chunk's arrays, in the order of the record: inputs and targets, two of deltas, transposed deltas. */
function chunkRows(network: NetworkPlan): number[] {
  const widest = widestRows(network);
  return [padToFour(network.inputs + network.outputs), widest, widest, widest];
}

/** Reserves addresses for a number of 4-byte numbers, one after another. The first bytes stay free: address 0 means none. */
function createRegion(): (numbers: number) => number {
  let next = 64;
  return (numbers) => {
    const start = next;
    next += Math.ceil(numbers / 16) * 64;
    return start;
  };
}

interface PackedParameters {
  /** Numbers in all, padding included. */
  readonly count: number;
  /** Where each layer's kernel and bias begin. [layer] */
  readonly kernels: readonly number[];
  readonly biases: readonly number[];
  /** [parameterCount] */
  readonly places: Uint32Array;
}

/** Kernels in panels of four units, [unit / 4][input][unit % 4], each followed by its bias; units padded to a multiple of four. */
function packParameters(layers: readonly LayerPlan[]): PackedParameters {
  const kernels: number[] = [];
  const biases: number[] = [];
  const places: number[] = [];
  let count = 0;
  for (const { inputs, units } of layers) {
    const kernel = count;
    const bias = kernel + inputs * padToFour(units);
    for (let i = 0; i < inputs; i++) {
      for (let u = 0; u < units; u++) places.push(kernel + ((u >> 2) * inputs + i) * 4 + (u & 3));
    }
    for (let u = 0; u < units; u++) places.push(bias + u);
    kernels.push(kernel);
    biases.push(bias);
    count = bias + padToFour(units);
  }
  return { count, kernels, biases, places: Uint32Array.from(places) };
}
