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
  const { size, perEpoch } = plan;
  const whole = size === plan.points;
  const orders: Uint32Array[] = [];
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const learningRates = new Float64Array(count);
  let { epoch, batch } = start;
  let length = 0;
  for (let k = 0; k < count; ) {
    const batches = Math.min(count - k, perEpoch - batch);
    const from = batch * size;
    const to = Math.min((batch + batches) * size, plan.points);
    learningRates.fill(rate(epoch), k, k + batches);
    for (let i = 0; i < batches; i++) {
      starts[k + i] = whole ? 0 : length + i * size;
      ends[k + i] = whole ? size : Math.min(length + (i + 1) * size, length + to - from);
    }
    if (!whole) orders.push(epochOrder(plan, epoch).subarray(from, to));
    length += to - from;
    k += batches;
    batch += batches;
    if (batch === perEpoch) {
      batch = 0;
      epoch += 1;
    }
  }
  const order = whole ? epochOrder(plan, 0) : joined(orders, length);
  return { updates: { order, starts, ends, learningRates }, end: { epoch, batch } };
}

function joined(parts: readonly Uint32Array[], length: number): Uint32Array {
  const whole = new Uint32Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
