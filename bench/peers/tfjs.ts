/**
 * A training loop as the tfjs documentation writes it: const variables, `optimizer.minimize`, data kept on the backend, the loss not
 * read in between. An epoch is gathered in its new order once and cut into slices, the cheapest way to shuffle.
 */
import * as tf from '@tensorflow/tfjs';
import { type Material, materialOf, shuffler } from '../material';
import type { OpenSession, Session, Units } from '../subject';
import { adam, learningRate, type Task } from '../works';
import { type BackendName, startBackend } from './tfjsBackend';

interface Layer {
  readonly kernel: tf.Variable<tf.Rank.R2>;
  readonly bias: tf.Variable<tf.Rank.R1>;
}

/** Inputs and targets of some points. */
interface Rows {
  readonly inputs: tf.Tensor2D;
  readonly targets: tf.Tensor2D;
}

export function openTfjs(backend: BackendName): OpenSession {
  return async (task: Task): Promise<Session> => {
    await startBackend(backend);
    const material = materialOf(task);
    const layers = layersOf(material);
    const last = layers.at(-1)!;
    const trainer = new TfjsLoop(material, layers);
    const gridRows = new Map<number, tf.Tensor2D>();
    return {
      async run(updates) {
        for (let i = 0; i < updates; i++) trainer.update();
        // Waits for everything queued before it.
        last.bias.dataSync();
        return updates;
      },
      loss: async () => tf.tidy(() => trainer.loss(trainer.all).dataSync()[0]!),
      async grid(columns, units) {
        const rows =
          gridRows.get(columns) ?? tf.tensor2d(material.gridInputs(columns), [columns * columns, 2]);
        gridRows.set(columns, rows);
        tf.tidy(() => tf.transpose(activations(layers, rows, units)).dataSync());
      },
    };
  };
}

class TfjsLoop {
  readonly all: Rows;
  private epoch: Rows;
  private batch = 0;
  private readonly optimizer = tf.train.adam(learningRate, adam.beta1, adam.beta2, adam.epsilon);
  private readonly variables: tf.Variable[];
  private readonly shuffle: () => Int32Array;

  constructor(
    private readonly material: Material,
    private readonly layers: readonly Layer[],
  ) {
    const { inputs, targets, points, network } = material;
    this.all = {
      inputs: tf.tensor2d(inputs, [points, network.inputs]),
      targets: tf.tensor2d(targets, [points, network.outputs]),
    };
    this.epoch = this.all;
    this.variables = layers.flatMap(({ kernel, bias }) => [kernel, bias]);
    this.shuffle = shuffler(points);
  }

  loss({ inputs, targets }: Rows): tf.Scalar {
    return tf.losses.softmaxCrossEntropy(targets, logits(this.layers, inputs));
  }

  update(): void {
    const { batchSize, points, updatesPerEpoch } = this.material;
    if (updatesPerEpoch > 1 && this.batch === 0) this.reorder();
    const start = this.batch * batchSize;
    const size = Math.min(batchSize, points - start);
    tf.tidy(() => {
      const rows = size === points ? this.all : this.slice(start, size);
      this.optimizer.minimize(() => this.loss(rows), false, this.variables);
    });
    this.batch = (this.batch + 1) % updatesPerEpoch;
  }

  private slice(start: number, size: number): Rows {
    const cut = (tensor: tf.Tensor2D) => tf.slice2d(tensor, [start, 0], [size, -1]);
    return { inputs: cut(this.epoch.inputs), targets: cut(this.epoch.targets) };
  }

  private reorder(): void {
    if (this.epoch !== this.all) tf.dispose([this.epoch.inputs, this.epoch.targets]);
    const order = tf.tensor1d(this.shuffle(), 'int32');
    this.epoch = { inputs: tf.gather(this.all.inputs, order), targets: tf.gather(this.all.targets, order) };
    order.dispose();
  }
}

function layersOf({ network, parameters }: Material): Layer[] {
  return network.layers.map(({ inputs, units, kernelOffset, biasOffset }) => ({
    kernel: tf.variable(tf.tensor2d(parameters.slice(kernelOffset, biasOffset), [inputs, units])),
    bias: tf.variable(tf.tensor1d(parameters.slice(biasOffset, biasOffset + units))),
  }));
}

function logits(layers: readonly Layer[], inputs: tf.Tensor2D): tf.Tensor2D {
  let values = inputs;
  layers.forEach(({ kernel, bias }, index) => {
    const sums = tf.add<tf.Tensor2D>(tf.matMul(values, kernel), bias);
    values = index === layers.length - 1 ? sums : tf.tanh(sums);
  });
  return values;
}

/** [cell][unit] */
function activations(layers: readonly Layer[], inputs: tf.Tensor2D, units: Units): tf.Tensor2D {
  let values = inputs;
  const every = layers.map(({ kernel, bias }, index) => {
    const sums = tf.add<tf.Tensor2D>(tf.matMul(values, kernel), bias);
    values = index === layers.length - 1 ? tf.softmax(sums) : tf.tanh(sums);
    return values;
  });
  return units === 'all' ? tf.concat2d(every, 1) : values;
}
