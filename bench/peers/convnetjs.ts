/**
 * ConvNetJS with its own layers and trainer, which takes one point at a time and changes the weights after every `batch_size`
 * points. It has no Adam; SGD with momentum is its cheapest rule that trains these networks.
 */
import convnetjs from 'convnetjs';
import { crossEntropy, materialOf, shuffler } from '../material';
import type { Session } from '../subject';
import { learningRate, type Task } from '../works';

export async function openConvnet(task: Task): Promise<Session> {
  const { inputs, labels, network, points, batchSize, updatesPerEpoch } = materialOf(task);
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: network.inputs },
    ...task.work.hidden.map((units) => ({ type: 'fc', num_neurons: units, activation: 'tanh' })),
    { type: 'softmax', num_classes: network.outputs },
  ]);
  const trainer = new convnetjs.Trainer(net, {
    method: 'sgd',
    learning_rate: learningRate,
    momentum: 0.9,
    batch_size: batchSize,
  });
  const vols = Array.from(labels, (_, i) => new convnetjs.Vol([inputs[2 * i]!, inputs[2 * i + 1]!]));
  const shuffle = shuffler(points);
  let order = shuffle();
  let batch = 0;
  const update = () => {
    if (batch === 0 && updatesPerEpoch > 1) order = shuffle();
    const end = Math.min((batch + 1) * batchSize, points);
    for (let i = batch * batchSize; i < end; i++) trainer.train(vols[order[i]!]!, labels[order[i]!]!);
    batch = (batch + 1) % updatesPerEpoch;
  };
  return {
    note: 'SGD with momentum: it has no Adam',
    async run(updates) {
      for (let i = 0; i < updates; i++) update();
      return updates;
    },
    loss: async () =>
      crossEntropy(
        vols.flatMap((vol) => Array.from(net.forward(vol).w)),
        labels,
      ),
  };
}
