/**
 * Where everything lies in memory. The device lays these records out before the first call (`wasm/layout.ts` mirrors them field by
 * field, four bytes each); the kernel allocates nothing.
 */

@unmanaged
export class Layer {
  inputs: u32;
  units: u32;
  activation: u32;
  /** Panels [unit / 4][input][unit % 4]. */
  kernel: usize;
  /** [unit], padded to a multiple of 4. */
  bias: usize;
  /** Logits, then activations of a chunk. [unit][point] */
  values: usize;
  /** g′ of a chunk, for activations that keep slopes (`kernelKeeps`); logits, for the head that needs them; else 0. [unit][point] */
  slopes: usize;
}

/** Bytes of a `Layer`. */
export const LAYER_BYTES: usize = 28;

@unmanaged
export class Network {
  layerCount: u32;
  /** The first of the layers, one after another. */
  layers: usize;
  /** Numbers that the loss is made with, float32, in the order in which it declares them. */
  lossOptions: usize;
  /** How loss and output activation meet; see head.ts. */
  head: u32;
  /** All kernels and biases; gradients and state have the same layout. */
  weights: usize;
  gradients: usize;
  slot0: usize;
  slot1: usize;
  /** Bytes of each of the four. */
  weightBytes: usize;
  /** Points worked on at a time, a multiple of 8. */
  chunk: u32;
  /** Training points. [feature][point] and [unit][point], rows of `pointBytes`, padded with zeros. */
  inputs: usize;
  targets: usize;
  points: u32;
  pointBytes: usize;
  /** The same once more, point by point: inputs, then targets, `recordBytes` each; a record of zeros after the last. */
  records: usize;
  recordBytes: usize;
  /** A chunk of inputs, and of targets after them. [feature or unit][point] */
  chunkSource: usize;
  /** dJ/dz of one layer and of the one below it. [unit][point] */
  deltas: usize;
  deltasBelow: usize;
  /** dJ/dz of one layer as [unit / 4][point][unit % 4]. */
  transposed: usize;
}

@inline
export function layerAt(network: Network, index: u32): Layer {
  return changetype<Layer>(network.layers + <usize>index * LAYER_BYTES);
}
