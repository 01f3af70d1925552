/**
 * brain.js 1.6.1, whose `train` changes the weights after every point (plain SGD with momentum, squared error, the same activation
 * in every layer). It knows no batches and no softmax, so its figures stand beside the table rather than in it.
 */
import neuralNetwork from 'brain.js/dist/neural-network.js';
import { crossEntropy, materialOf } from '../material';
import type { Session } from '../subject';
import { learningRate, type Task } from '../works';

// A CommonJS module, whose default is its exports or the class, as the bundler decides.
const NeuralNetwork = 'default' in neuralNetwork ? neuralNetwork.default : neuralNetwork;

export async function openBrain(task: Task): Promise<Session> {
  const { inputs, targets, labels, network, points } = materialOf(task);
  const net = new NeuralNetwork({ hiddenLayers: [...task.work.hidden], activation: 'tanh' });
  const rows = Array.from(labels, (_, i) => ({
    input: Array.from(inputs.subarray(i * network.inputs, (i + 1) * network.inputs)),
    output: Array.from(targets.subarray(i * network.outputs, (i + 1) * network.outputs)),
  }));
  net.verifyIsInitialized(rows);
  return {
    note: 'online SGD with momentum, squared error',
    batch: 1,
    async run(updates) {
      const iterations = Math.max(1, Math.round(updates / points));
      net.train(rows, { iterations, learningRate, momentum: 0.1, errorThresh: 1e-9 });
      return iterations * points;
    },
    loss: async () =>
      crossEntropy(
        rows.flatMap(({ input }) => Array.from(net.run(input))),
        labels,
      ),
  };
}
