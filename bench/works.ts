/**
 * What is trained: four networks on four blobs of points, each with three batch sizes. Every subject gets the same points, the same
 * initial weights and the same optimiser; all points train, none is kept for testing.
 */
import { defaultExperiment, type Experiment } from '../src/engine/experiment';

export type Batch = number | 'all';

/** One network on one set of points. There are 2 inputs and 4 outputs (softmax); hidden units are tanh. */
export interface Work {
  readonly id: string;
  readonly hidden: readonly number[];
  readonly points: number;
}

/** A work with the batch size it is trained with. */
export interface Task {
  readonly work: Work;
  readonly batch: Batch;
}

export const works: readonly Work[] = [
  { id: 'S', hidden: [4], points: 200 },
  { id: 'M', hidden: [8, 8], points: 400 },
  { id: 'L', hidden: [64, 64], points: 1000 },
  { id: 'XL', hidden: [128, 128, 128], points: 2000 },
];

export const batches: readonly Batch[] = [10, 32, 'all'];

export const learningRate = 0.01;
export const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 } as const;

/** For example "M 2-8-8-4, 400 points". */
export function titleOf({ id, hidden, points }: Work): string {
  return `${id} ${[2, ...hidden, 4].join('-')}, ${points.toLocaleString('en-US')} points`;
}

/** Updates of one epoch; the last may see fewer points. */
export function updatesPerEpoch({ work, batch }: Task): number {
  return batch === 'all' ? 1 : Math.ceil(work.points / batch);
}

export function experimentOf({ work, batch }: Task): Experiment {
  const { data, model, training } = defaultExperiment;
  return {
    ...defaultExperiment,
    data: {
      ...data,
      source: { kind: 'preset', id: 'blobs', points: work.points, noise: 1, seed: 1 },
      testShare: 0,
    },
    model: { ...model, hidden: work.hidden.map((units) => ({ units, activation: 'tanh' })) },
    training: { ...training, optimizer: { id: 'adam', options: adam }, learningRate, batchSize: batch },
  };
}
