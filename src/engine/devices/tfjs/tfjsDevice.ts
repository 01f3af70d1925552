/**
 * A device out of stock tfjs operations with automatic differentiation. On the CPU backend it is `reference`, the oracle of the
 * tests and the last resort; on the WebGL backend it is `webgl`. Owns its tensors; nothing is read back between updates.
 */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { LayerPlan } from '../../model/network';
import { optimizers } from '../../training/optimizers';
import type { Optimizer } from '../../training/optimizers/optimizer';
import { placeColumns } from '../columns';
import type { Device, DeviceId, DeviceJob, DeviceState, UpdateSettings, Updates } from '../device';
import { pointsFor } from '../timings';
import type { Backend } from './backend';
import { allActivations, meanLoss, outputLogits } from './layers';
import { clipGlobally, penalized } from './penalties';
import { tensorOps } from './tensorOps';

/** Evaluation inputs kept on the device: training part, test part, the fine grid and the coarse one, and a resize of each. */
const keptInputs = 8;

/** Multiply-adds of a piece of work on the CPU: some twenty milliseconds; on a slow machine, and for the first piece, many times that. */
const pieceMultiplyAdds = 4e6;

interface Shape {
  readonly offset: number;
  readonly shape: [number] | [number, number];
}

/** A mask of `UpdateSettings.frozen`, and the same in the shapes of kernels and biases. */
interface FrozenTensors {
  readonly mask: Uint8Array;
  readonly tensors: tf.Tensor[];
}

export function createTfjsDevice(id: DeviceId, backend: Backend, job: DeviceJob): Device {
  return new TfjsDevice(id, backend, job);
}

class TfjsDevice implements Device {
  private readonly layers: readonly LayerPlan[];
  private readonly shapes: readonly Shape[];
  private parameters: tf.Tensor[] = [];
  private slots: tf.Tensor[][] = [];
  private optimizerUpdates = 0;
  /** Inputs [point][feature] and targets [point][unit]; made at the first update, for there may be no points. */
  private training: [tf.Tensor2D, tf.Tensor2D] | undefined;
  private readonly evaluated = new Map<Float32Array, tf.Tensor2D>();
  private frozen: FrozenTensors | null = null;

  constructor(
    readonly id: DeviceId,
    private readonly backend: Backend,
    private readonly job: DeviceJob,
  ) {
    this.layers = job.network.layers;
    this.shapes = this.layers.flatMap(shapesOf);
  }

  async train(updates: Updates, tuning: UpdateSettings): Promise<void> {
    const { order, starts, ends, learningRates } = updates;
    if (ends.length === 1 && ends[0]! - starts[0]! > this.pieceOf(1)) {
      await this.trainInPieces(order.subarray(starts[0], ends[0]), learningRates[0]!, tuning);
      return;
    }
    this.backend.run(() => {
      this.freeze(tuning.frozen);
      ends.forEach((end, k) => {
        const batch = order.subarray(starts[k], end);
        this.update(() => this.gradients(batch, batch.length), learningRates[k]!, tuning);
      });
      this.backend.finish();
    });
  }

  async evaluate(inputs: Float32Array, points: number, units: 'outputs' | 'all'): Promise<Float32Array> {
    return this.read2D(inputs, points, (rows) => allActivations(this.layers, this.parameters, rows, units));
  }

  async logits(inputs: Float32Array, points: number): Promise<Float32Array> {
    return this.read2D(inputs, points, (rows) => outputLogits(this.layers, this.parameters, rows));
  }

  async read(): Promise<DeviceState> {
    return this.backend.run(() => ({
      parameters: flat(this.parameters),
      slots: this.slots.map(flat),
      optimizerUpdates: this.optimizerUpdates,
    }));
  }

  async write(state: DeviceState): Promise<void> {
    this.backend.run(() => {
      tf.dispose([this.parameters, this.slots]);
      this.parameters = this.shaped(state.parameters);
      this.slots = state.slots.map((slot) => this.shaped(slot));
      this.optimizerUpdates = state.optimizerUpdates;
    });
  }

  dispose(): void {
    tf.dispose([this.parameters, this.slots, this.training ?? [], ...this.evaluated.values()]);
    this.freeze(null);
    this.evaluated.clear();
    this.backend.release();
  }

  /** Points of a piece of work that takes `share` of an update's time for each; all where nobody looks up. */
  private pieceOf(share: number): number {
    // A graphics processor does what it was given in one go.
    if (!this.job.lookUp || this.id !== 'reference') return Number.POSITIVE_INFINITY;
    return pointsFor(this.job, pieceMultiplyAdds / share);
  }

  /** A single update over `batch`, whose gradient is the sum of those of its pieces. */
  private async trainInPieces(
    batch: Uint32Array,
    learningRate: number,
    tuning: UpdateSettings,
  ): Promise<void> {
    const piece = this.pieceOf(1);
    let sums: tf.Tensor[] = [];
    try {
      for (let from = 0; from < batch.length; from += piece) {
        const part = batch.subarray(from, from + piece);
        const before = sums;
        sums = this.backend.run(() =>
          tf.tidy(() => {
            const gradients = this.gradients(part, batch.length);
            return before.length > 0 ? gradients.map((of, i) => tf.add(of, before[i]!)) : gradients;
          }),
        );
        tf.dispose(before);
        await this.job.lookUp?.('update');
      }
      this.backend.run(() => {
        this.freeze(tuning.frozen);
        this.update(() => sums, learningRate, tuning);
      });
    } finally {
      tf.dispose(sums);
    }
  }

  /** `gradients` are of the data loss alone. */
  private update(gradientsOf: () => tf.Tensor[], learningRate: number, tuning: UpdateSettings): void {
    const { id: optimizerId, options } = tuning.optimizer;
    const optimizer: Optimizer = optimizers[optimizerId];
    const { parameters, slots } = this;
    const update = this.optimizerUpdates + 1;
    const next = tf.tidy(() => {
      const gradients = this.finished(gradientsOf(), tuning);
      const stepped = parameters.map((weight, i) =>
        optimizer.rule(tensorOps, {
          weight,
          gradient: gradients[i]!,
          slots: slots.map((slot) => slot[i]!),
          learningRate,
          update,
          options,
        }),
      );
      return {
        parameters: this.held(
          stepped.map((result) => result.weight),
          parameters,
        ),
        slots: slots.map((_, k) => stepped.map((result) => result.slots[k]!)),
      };
    });
    tf.dispose([parameters, slots]);
    Object.assign(this, next);
    this.optimizerUpdates = update;
  }

  /** The part of these points in the mean gradient of a batch of `size`. */
  private gradients(order: Uint32Array, size: number): tf.Tensor[] {
    const [inputs, targets] = this.batch(order);
    const { activation } = this.layers.at(-1)!;
    const cost = (...trained: tf.Tensor[]): tf.Scalar =>
      meanLoss(this.job.loss, activation, outputLogits(this.layers, trained, inputs), targets);
    const gradients = tf.grads(cost)(this.parameters);
    return order.length === size ? gradients : gradients.map((of) => tf.mul(of, order.length / size));
  }

  /** With penalties, without what is frozen, and clipped. */
  private finished(gradients: tf.Tensor[], tuning: UpdateSettings): tf.Tensor[] {
    const whole = penalized(gradients, this.parameters, tuning);
    const free = this.held(whole, this.frozen === null ? [] : whole.map(tf.zerosLike));
    return clipGlobally(free, tuning.clipNorm);
  }

  /** `next` with the frozen places of `before`. */
  private held(next: tf.Tensor[], before: readonly tf.Tensor[]): tf.Tensor[] {
    const { frozen } = this;
    if (frozen === null) return next;
    return next.map((values, i) => tf.where(frozen.tensors[i]!, before[i]!, values));
  }

  /** Makes the tensors of what is frozen where that is not what it was. */
  private freeze(mask: Uint8Array | null): void {
    if (this.frozen?.mask === mask) return;
    tf.dispose(this.frozen?.tensors ?? []);
    this.frozen = mask && { mask, tensors: this.shaped(mask, 'bool') };
  }

  private batch(order: Uint32Array): [tf.Tensor2D, tf.Tensor2D] {
    const [inputs, targets] = this.trainingTensors();
    if (order.length === this.job.points) return [inputs, targets];
    const indices = tf.tensor1d(Int32Array.from(order), 'int32');
    return [tf.gather(inputs, indices), tf.gather(targets, indices)];
  }

  private trainingTensors(): [tf.Tensor2D, tf.Tensor2D] {
    const { inputs, targets, points, network } = this.job;
    this.training ??= [
      tf.keep(tf.tensor2d(inputs, [points, network.inputs])),
      tf.keep(tf.tensor2d(targets, [points, network.outputs])),
    ];
    return this.training;
  }

  /** Runs `build` over the rows of `inputs` and answers [unit][point]. */
  private async read2D(
    inputs: Float32Array,
    points: number,
    build: (rows: tf.Tensor2D) => tf.Tensor2D,
  ): Promise<Float32Array> {
    const piece = this.pieceOf(1 / 2);
    if (points <= piece) return this.readPiece(inputs, points, 0, points, build);
    let all = new Float32Array(0);
    for (let from = 0; from < points; from += piece) {
      const count = Math.min(piece, points - from);
      const found = this.readPiece(inputs, points, from, count, build);
      if (from === 0) all = new Float32Array((found.length / count) * points);
      placeColumns(found, count, all, points, from);
      await this.job.lookUp?.('answer');
    }
    return all;
  }

  /** Of `count` points from `from` on. [unit][point] */
  private readPiece(
    inputs: Float32Array,
    points: number,
    from: number,
    count: number,
    build: (rows: tf.Tensor2D) => tf.Tensor2D,
  ): Float32Array {
    return this.backend.run(() => {
      const all = this.inputTensor(inputs, points);
      const values = tf.tidy(() => {
        const rows = count === points ? all : tf.slice2d(all, [from, 0], [count, -1]);
        return tf.transpose(build(rows));
      });
      const read = values.dataSync<'float32'>();
      values.dispose();
      return read;
    });
  }

  private inputTensor(inputs: Float32Array, points: number): tf.Tensor2D {
    const kept = this.evaluated.get(inputs);
    if (kept) return kept;
    const oldest = this.evaluated.keys().next().value;
    if (this.evaluated.size >= keptInputs && oldest) {
      this.evaluated.get(oldest)?.dispose();
      this.evaluated.delete(oldest);
    }
    const tensor = tf.tensor2d(inputs, [points, this.job.network.inputs]);
    this.evaluated.set(inputs, tensor);
    return tensor;
  }

  private shaped(values: Float32Array | Uint8Array, type: 'float32' | 'bool' = 'float32'): tf.Tensor[] {
    return this.shapes.map(({ offset, shape }) => {
      const size = shape[0] * (shape[1] ?? 1);
      return tf.tensor(values.slice(offset, offset + size), shape, type);
    });
  }
}

/** Kernels and biases one after another, as `NetworkPlan` lays them out. */
function flat(tensors: readonly tf.Tensor[]): Float32Array {
  const joined = tf.tidy(() => tf.concat(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]))));
  const values = joined.dataSync<'float32'>();
  joined.dispose();
  return values;
}

function shapesOf(layer: LayerPlan): Shape[] {
  return [
    { offset: layer.kernelOffset, shape: [layer.inputs, layer.units] },
    { offset: layer.biasOffset, shape: [layer.units] },
  ];
}
