/** The numbers of a task as every peer wants them: points, targets, and initial weights layer by layer. */
import { planeGrid } from '../src/engine/data/inputs';
import { prepareData } from '../src/engine/data/prepareData';
import { initialParameters, type NetworkPlan, planNetwork } from '../src/engine/model/network';
import { targetsOf } from '../src/engine/model/prediction';
import { createRandom } from '../src/engine/random';
import { experimentOf, type Task, updatesPerEpoch } from './works';

export interface Material {
  readonly network: NetworkPlan;
  readonly points: number;
  /** Points an update sees; the last of an epoch may see fewer. */
  readonly batchSize: number;
  readonly updatesPerEpoch: number;
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** One-hot. [point][class] */
  readonly targets: Float32Array;
  /** Class indices. [point] */
  readonly labels: Uint8Array;
  /** Kernels [in][out] and biases, as `network` lays them out. */
  readonly parameters: Float32Array;
  /** Inputs of a grid over the plane. [row · column][feature] */
  gridInputs(columns: number): Float32Array;
}

export function materialOf(task: Task): Material {
  const { data, model } = experimentOf(task);
  const { points, inputMap } = prepareData(data);
  const network = planNetwork(model, data, inputMap.width);
  const count = points.y.length;
  return {
    network,
    points: count,
    batchSize: task.batch === 'all' ? count : Math.min(task.batch, count),
    updatesPerEpoch: updatesPerEpoch(task),
    inputs: inputMap.fill(points.x1, points.x2),
    targets: targetsOf(
      data.task,
      points.y,
      Array.from(points.y, (_, i) => i),
      network.outputs,
    ),
    labels: Uint8Array.from(points.y),
    parameters: initialParameters(network, model),
    gridInputs: (columns) => {
      const grid = planeGrid(data.plane, columns, columns);
      return inputMap.fill(grid.x1, grid.x2);
    },
  };
}

/** Answers the order of each next epoch: always the same array, shuffled anew without allocating. */
export function shuffler(points: number): () => Int32Array {
  const random = createRandom(1);
  const order = Int32Array.from({ length: points }, (_, i) => i);
  return () => {
    for (let i = points - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j] = kept;
    }
    return order;
  };
}

/** Mean of −log p of the true class. Probabilities are [point][class] and need not add up to 1. */
export function crossEntropy(probabilities: ArrayLike<number>, labels: Uint8Array): number {
  const classes = probabilities.length / labels.length;
  let sum = 0;
  labels.forEach((label, point) => {
    let all = 0;
    for (let c = 0; c < classes; c++) all += Math.max(0, probabilities[point * classes + c]!);
    sum -= Math.log(Math.max(1e-7, probabilities[point * classes + label]! / all));
  });
  return sum / labels.length;
}
