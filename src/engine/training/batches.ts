/**
 * Which points an update sees. Every epoch has its own permutation, drawn from the seed and the number of the epoch alone, so any
 * epoch can be repeated without replaying the ones before it.
 */

import type { Updates } from '../devices/device';
import { createRandom, permutation } from '../random';

/** Where training stands: `batch` counts within the epoch. */
export interface Cursor {
  readonly epoch: number;
  readonly batch: number;
}

export interface BatchPlan {
  readonly points: number;
  /** Points of a full batch, 1 … points. */
  readonly size: number;
  readonly perEpoch: number;
  readonly seed: number;
}

export function planBatches(points: number, batchSize: number | 'all', seed: number): BatchPlan {
  const size = batchSize === 'all' ? points : Math.min(batchSize, points);
  return { points, size, perEpoch: points === 0 ? 0 : Math.ceil(points / size), seed };
}

/** The order of the epoch at work: a turn of training is often shorter than an epoch of many points. */
const kept = new WeakMap<BatchPlan, { readonly epoch: number; readonly order: Uint32Array }>();

/**
 * Indices of the training points in the order epoch `epoch` (from 0) visits them; ascending when one batch holds all. Not to be
 * written to.
 */
export function epochOrder(plan: BatchPlan, epoch: number): Uint32Array {
  const all = plan.size === plan.points;
  const known = kept.get(plan);
  if (known && (all || known.epoch === epoch)) return known.order;
  const order = all
    ? Uint32Array.from({ length: plan.points }, (_, i) => i)
    : permutation(plan.points, createRandom(plan.seed, epoch));
  kept.set(plan, { epoch, order });
  return order;
}

/** The next `count` updates from `start` on, and where training stands after them. `rate` answers an epoch's learning rate. */
export function nextUpdates(
  plan: BatchPlan,
  start: Cursor,
  count: number,
  rate: (epoch: number) => number,
): { updates: Updates; end: Cursor } {
  const batches: Uint32Array[] = [];
  const learningRates = new Float64Array(count);
  let { epoch, batch } = start;
  let order = epochOrder(plan, epoch);
  for (let k = 0; k < count; k++) {
    batches.push(order.subarray(batch * plan.size, (batch + 1) * plan.size));
    learningRates[k] = rate(epoch);
    batch += 1;
    if (batch === plan.perEpoch) {
      batch = 0;
      epoch += 1;
      if (k < count - 1) order = epochOrder(plan, epoch);
    }
  }
  return { updates: { ...joined(batches), learningRates }, end: { epoch, batch } };
}

function joined(batches: readonly Uint32Array[]): Pick<Updates, 'order' | 'ends'> {
  const ends = new Uint32Array(batches.length);
  let length = 0;
  batches.forEach((batch, k) => {
    length += batch.length;
    ends[k] = length;
  });
  const order = new Uint32Array(length);
  batches.forEach((batch, k) => {
    order.set(batch, (ends[k] as number) - batch.length);
  });
  return { order, ends };
}
