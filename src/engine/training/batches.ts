/**
 * Which points an update sees. Every epoch has its own permutation, drawn from the seed and the number of the epoch alone, so any
 * epoch can be repeated without replaying the ones before it.
 */

import type { Updates } from '../devices/device';
import { createRandom, type DrawPermutations, drawPermutations, permutation } from '../random';

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

/** Updates whose indices stay in the processor's caches between being drawn and being used. */
export function updatesAtOnce({ size, points }: BatchPlan): number {
  return Math.max(1, Math.floor(16_384 / (size === points ? 4 : size)));
}

/**
 * The next `count` updates from `start` on, and where training stands after them; they are overwritten by the next call for the
 * plan. `rate` answers an epoch's learning rate; `draw` may be a device's own.
 */
export function nextUpdates(
  plan: BatchPlan,
  start: Cursor,
  count: number,
  rate: (epoch: number) => number,
  draw: DrawPermutations = drawPermutations,
): { updates: Updates; end: Cursor } {
  const { size, perEpoch, points } = plan;
  const whole = size === points;
  const stretches = epochStretches(plan, start, count);
  const { order, starts, ends, learningRates } = roomFor(plan, whole ? 0 : count * size, count);
  if (!whole) joinOrders(plan, stretches, order, draw);
  let update = 0;
  let offset = 0;
  for (const { epoch, batch, batches } of stretches) {
    const length = Math.min((batch + batches) * size, points) - batch * size;
    const learningRate = rate(epoch);
    for (let i = 0; i < batches; i++) {
      starts[update + i] = whole ? 0 : offset + i * size;
      ends[update + i] = whole ? size : offset + Math.min((i + 1) * size, length);
      learningRates[update + i] = learningRate;
    }
    update += batches;
    offset += length;
  }
  const batchesSince = start.batch + count;
  const end = { epoch: start.epoch + Math.floor(batchesSince / perEpoch), batch: batchesSince % perEpoch };
  const updates = {
    // Every call gets a new array, because devices compare it by identity with the last one.
    order: whole ? epochOrder(plan, 0) : order.subarray(0, offset),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
    learningRates: learningRates.subarray(0, count),
  };
  return { updates, end };
}

/** Consecutive batches of one epoch. */
interface Stretch extends Cursor {
  readonly batches: number;
}

function epochStretches({ perEpoch }: BatchPlan, start: Cursor, count: number): Stretch[] {
  const stretches: Stretch[] = [];
  let { epoch, batch } = start;
  for (let left = count; left > 0; ) {
    const batches = Math.min(left, perEpoch - batch);
    stretches.push({ epoch, batch, batches });
    left -= batches;
    epoch += 1;
    batch = 0;
  }
  return stretches;
}

/** Where the updates of a plan are written, again and again: fresh memory costs more than what is written to it. */
const rooms = new WeakMap<BatchPlan, Updates>();

/** Makes room for at least these numbers of indices and updates. */
function roomFor(plan: BatchPlan, indices: number, updates: number): Updates {
  const room = rooms.get(plan);
  if (room && room.order.length >= indices && room.starts.length >= updates) return room;
  const fresh: Updates = {
    order: new Uint32Array(indices),
    starts: new Uint32Array(updates),
    ends: new Uint32Array(updates),
    learningRates: new Float64Array(updates),
  };
  rooms.set(plan, fresh);
  return fresh;
}

/** Writes the indices of the points of all stretches one after another. Whole epochs are drawn where they are to stand. */
function joinOrders(
  plan: BatchPlan,
  stretches: readonly Stretch[],
  order: Uint32Array,
  draw: DrawPermutations,
): void {
  const { size, points, perEpoch, seed } = plan;
  const whole = stretches.filter(({ batches }) => batches === perEpoch);
  let offset = 0;
  for (const stretch of stretches) {
    const { epoch, batch, batches } = stretch;
    const to = Math.min((batch + batches) * size, points);
    if (stretch === whole[0]) draw(order, offset, points, seed, epoch, whole.length);
    else if (batches < perEpoch) order.set(epochOrder(plan, epoch).subarray(batch * size, to), offset);
    offset += to - batch * size;
  }
}
