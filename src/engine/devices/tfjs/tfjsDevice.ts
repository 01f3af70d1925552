/**
 * A device out of stock tfjs operations with automatic differentiation. On the CPU backend it is `reference`, the oracle of the
 * tests and the last resort; on the WebGL backend it is `webgl`. Owns its tensors; nothing is read back between updates.
 */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { LayerPlan } from '../../model/network';
import { optimizers } from '../../training/optimizers';
import type { Optimizer } from '../../training/optimizers/optimizer';
import type { Device, DeviceId, DeviceJob, DeviceState, Tuning, Updates } from '../device';
import type { Backend } from './backend';
import { activate, affine, meanLoss, outputLogits, tensorAlgebra } from './layers';

/** Evaluation inputs kept on the device: training part, test part, the fine grid and the coarse one, and a resize of each. */
const keptInputs = 8;

interface Shape {
  readonly offset: number;
  readonly shape: [number] | [number, number];
}

export function createTfjsDevice(id: DeviceId, backend: Backend, job: DeviceJob): Device {
  const { layers } = job.network;
  const shapes = layers.flatMap(shapesOf);
  const last = layers[layers.length - 1] as LayerPlan;
  let parameters: tf.Tensor[] = [];
  let slots: tf.Tensor[][] = [];
  let optimizerUpdates = 0;
  let training: [tf.Tensor2D, tf.Tensor2D] | undefined;
  const evaluated = new Map<Float32Array, tf.Tensor2D>();

  const inputTensor = (inputs: Float32Array, points: number): tf.Tensor2D => {
    const kept = evaluated.get(inputs);
    if (kept) return kept;
    const oldest = evaluated.keys().next().value;
    if (evaluated.size >= keptInputs && oldest) {
      evaluated.get(oldest)?.dispose();
      evaluated.delete(oldest);
    }
    const tensor = tf.tensor2d(inputs, [points, job.network.inputs]);
    evaluated.set(inputs, tensor);
    return tensor;
  };

  const trainingTensors = (): [tf.Tensor2D, tf.Tensor2D] => [
    tf.tensor2d(job.inputs, [job.points, job.network.inputs]),
    tf.tensor2d(job.targets, [job.points, job.network.outputs]),
  ];

  const batchOf = (order: Uint32Array): [tf.Tensor2D, tf.Tensor2D] => {
    const [inputs, targets] = training as [tf.Tensor2D, tf.Tensor2D];
    if (order.length === job.points) return [inputs, targets];
    const indices = tf.tensor1d(Int32Array.from(order), 'int32');
    return [tf.gather(inputs, indices), tf.gather(targets, indices)];
  };

  const gradientsOf = (order: Uint32Array, tuning: Tuning): tf.Tensor[] => {
    const [inputs, targets] = batchOf(order);
    const cost = (...trained: tf.Tensor[]): tf.Scalar =>
      meanLoss(job.loss, last.activation, outputLogits(layers, trained, inputs), targets);
    const gradients = tf.grads(cost)(parameters);
    return clipGlobally(penalized(gradients, parameters, tuning), tuning.clipNorm);
  };

  const update = (order: Uint32Array, learningRate: number, tuning: Tuning): void => {
    const { id: optimizerId, options } = tuning.optimizer;
    const optimizer: Optimizer = optimizers[optimizerId];
    const next = tf.tidy(() => {
      const gradients = gradientsOf(order, tuning);
      const stepped = parameters.map((weight, i) =>
        optimizer.rule(tensorAlgebra, {
          weight,
          gradient: gradients[i] as tf.Tensor,
          slots: slots.map((slot) => slot[i] as tf.Tensor),
          learningRate,
          update: optimizerUpdates + 1,
          options,
        }),
      );
      return {
        parameters: stepped.map((result) => result.weight),
        slots: slots.map((_, k) => stepped.map((result) => result.slots[k] as tf.Tensor)),
      };
    });
    tf.dispose([parameters, slots]);
    ({ parameters, slots } = next);
    optimizerUpdates += 1;
  };

  const flat = (tensors: readonly tf.Tensor[]): Float32Array => {
    const joined = tf.tidy(() => tf.concat(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]))));
    const values = joined.dataSync() as Float32Array;
    joined.dispose();
    return values;
  };

  const shaped = (values: Float32Array): tf.Tensor[] =>
    shapes.map(({ offset, shape }) => {
      const size = shape[0] * (shape[1] ?? 1);
      return tf.tensor(values.slice(offset, offset + size), shape);
    });

  /** Runs `build` over the rows of `inputs` and answers [unit][point]. */
  const evaluateWith = async (
    inputs: Float32Array,
    points: number,
    build: (rows: tf.Tensor2D) => tf.Tensor2D,
  ): Promise<Float32Array> =>
    backend.run(() => {
      const rows = inputTensor(inputs, points);
      const values = tf.tidy(() => tf.transpose(build(rows)));
      const read = values.dataSync() as Float32Array;
      values.dispose();
      return read;
    });

  return {
    id,
    train: async (updates: Updates, tuning) =>
      backend.run(() => {
        training ??= trainingTensors();
        let start = 0;
        updates.ends.forEach((end, k) => {
          update(updates.order.subarray(start, end), updates.learningRates[k] as number, tuning);
          start = end;
        });
        backend.finish();
      }),
    evaluate: (inputs, points, units) =>
      evaluateWith(inputs, points, (rows) => activations(layers, parameters, rows, units)),
    logits: (inputs, points) =>
      evaluateWith(inputs, points, (rows) => outputLogits(layers, parameters, rows)),
    read: async () =>
      backend.run(() => ({ parameters: flat(parameters), slots: slots.map(flat), optimizerUpdates })),
    write: async (state: DeviceState) =>
      backend.run(() => {
        tf.dispose([parameters, slots]);
        parameters = shaped(state.parameters);
        slots = state.slots.map(shaped);
        ({ optimizerUpdates } = state);
      }),
    dispose: () => {
      tf.dispose([parameters, slots, training ?? [], ...evaluated.values()]);
      evaluated.clear();
      backend.release();
    },
  };
}

function shapesOf(layer: LayerPlan): Shape[] {
  return [
    { offset: layer.kernelOffset, shape: [layer.inputs, layer.units] },
    { offset: layer.biasOffset, shape: [layer.units] },
  ];
}

/** Activations [point][unit] of the output layer, or of all layers side by side. */
function activations(
  layers: readonly LayerPlan[],
  parameters: readonly tf.Tensor[],
  rows: tf.Tensor2D,
  units: 'outputs' | 'all',
): tf.Tensor2D {
  let values = rows;
  const every = layers.map((layer, index) => {
    values = activate(layer.activation, affine(values, parameters, index));
    return values;
  });
  return units === 'all' ? tf.concat2d(every, 1) : values;
}

/**
 * Adds ∂/∂w of l1·Σ|w| + l2·Σw², for kernels only. Written out because tfjs takes the slope of |w| at 0 for −1, where
 * a zero weight must stay where it is.
 */
function penalized(
  gradients: readonly tf.Tensor[],
  parameters: readonly tf.Tensor[],
  { l1, l2 }: Tuning,
): tf.Tensor[] {
  return gradients.map((gradient, i) => {
    if (i % 2 === 1) return gradient;
    const weight = parameters[i] as tf.Tensor;
    const withL1 = l1 > 0 ? tf.add(gradient, tf.mul(tf.sign(weight), l1)) : gradient;
    return l2 > 0 ? tf.add(withL1, tf.mul(weight, 2 * l2)) : withL1;
  });
}

/** Scales all gradients so that their joint L2 norm is at most `clipNorm`. */
function clipGlobally(gradients: tf.Tensor[], clipNorm: number | null): tf.Tensor[] {
  if (clipNorm === null) return gradients;
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  const norm = tf.sqrt(tf.addN(squares));
  const factor = tf.minimum(tf.div(clipNorm, tf.maximum(norm, 1e-30)), 1);
  return gradients.map((gradient) => tf.mul(gradient, factor));
}
