/** `model.fit` of the tfjs layers, on the backend that a short probe finds fastest for the task. */
import * as tf from '@tensorflow/tfjs';
import { type Material, materialOf } from '../material';
import type { Session } from '../subject';
import { adam, learningRate, type Task } from '../works';
import { type BackendName, backendNames, startBackend } from './tfjsBackend';

const probeMs = 300;

export async function openTfjsFit(task: Task): Promise<Session> {
  const material = materialOf(task);
  const backend = await fastestBackend(material);
  await startBackend(backend);
  const model = modelOf(material);
  const { inputs, targets } = tensorsOf(material, material.points);
  const { batchSize, updatesPerEpoch } = material;
  return {
    note: backend,
    async run(updates) {
      const epochs = Math.max(1, Math.round(updates / updatesPerEpoch));
      await model.fit(inputs, targets, {
        batchSize,
        epochs,
        shuffle: true,
        yieldEvery: 'never',
      });
      model.getWeights().at(-1)!.dataSync();
      return epochs * updatesPerEpoch;
    },
    loss: async () => (model.evaluate(inputs, targets) as tf.Scalar).dataSync()[0]!,
  };
}

/** Trains single batches briefly on every backend; wasm comes first, for tfjs keeps the epsilon of its first backend. */
async function fastestBackend(material: Material): Promise<BackendName> {
  const paces: { name: BackendName; perSecond: number }[] = [];
  for (const name of backendNames) {
    const started = await startBackend(name).then(
      () => true,
      () => false,
    );
    if (started) paces.push({ name, perSecond: await batchesPerSecond(material) });
    tf.disposeVariables();
  }
  paces.sort((a, b) => b.perSecond - a.perSecond);
  return paces[0]!.name;
}

async function batchesPerSecond(material: Material): Promise<number> {
  const model = modelOf(material);
  const { inputs, targets } = tensorsOf(material, material.batchSize);
  const train = () => model.trainOnBatch(inputs, targets);
  await train();
  await train();
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < probeMs) {
    await train();
    count++;
  }
  const pace = (count * 1000) / (performance.now() - startMs);
  tf.dispose([inputs, targets]);
  return pace;
}

function tensorsOf(material: Material, points: number): { inputs: tf.Tensor2D; targets: tf.Tensor2D } {
  const { network } = material;
  return {
    inputs: tf.tensor2d(material.inputs.slice(0, points * network.inputs), [points, network.inputs]),
    targets: tf.tensor2d(material.targets.slice(0, points * network.outputs), [points, network.outputs]),
  };
}

function modelOf({ network, parameters }: Material): tf.Sequential {
  const model = tf.sequential({
    layers: network.layers.map(({ inputs, units, activation }) =>
      tf.layers.dense({ inputShape: [inputs], units, activation: activation as 'tanh' | 'softmax' }),
    ),
  });
  model.setWeights(
    network.layers.flatMap(({ inputs, units, kernelOffset, biasOffset }) => [
      tf.tensor2d(parameters.slice(kernelOffset, biasOffset), [inputs, units]),
      tf.tensor1d(parameters.slice(biasOffset, biasOffset + units)),
    ]),
  );
  model.compile({
    optimizer: tf.train.adam(learningRate, adam.beta1, adam.beta2, adam.epsilon),
    loss: 'categoricalCrossentropy',
  });
  return model;
}
