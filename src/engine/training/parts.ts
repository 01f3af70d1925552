/** The two parts of the data, those who train and those who test, as the devices and the metrics want them. */
import type { PreparedData } from '../data/prepareData';
import type { DataSpec } from '../experiment';
import type { NetworkPlan } from '../model/network';
import { targetsOf } from '../model/prediction';

export interface DataPart {
  readonly points: number;
  /** [point][feature] */
  readonly inputs: Float32Array;
  /** [point][output unit] */
  readonly targets: Float32Array;
  /** Class index or real target. [point] */
  readonly labels: Float64Array;
}

export interface Parts<T> {
  readonly train: T;
  readonly test: T;
}

export function partsOf(
  { points, inputMap, split }: PreparedData,
  network: NetworkPlan,
  task: DataSpec['task'],
): Parts<DataPart> {
  const part = (indices: Uint32Array): DataPart => {
    const column = (values: Float64Array) => Float64Array.from(indices, (i) => values[i] as number);
    return {
      points: indices.length,
      inputs: inputMap.fill(column(points.x1), column(points.x2)),
      targets: targetsOf(task, points.y, indices, network.outputs),
      labels: column(points.y),
    };
  };
  return { train: part(split.train), test: part(split.test) };
}

/** Values of both parts in the order of the data. [point] */
export function scatter({ split, points }: PreparedData, { train, test }: Parts<Float32Array>): Float32Array {
  const values = new Float32Array(points.y.length);
  split.train.forEach((index, i) => {
    values[index] = train[i] as number;
  });
  split.test.forEach((index, i) => {
    values[index] = test[i] as number;
  });
  return values;
}
