import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchPlan, type Cursor, epochOrder, nextUpdates, planBatches } from './batches';

const start: Cursor = { epoch: 0, batch: 0 };
const ascending = (count: number) => Array.from({ length: count }, (_, i) => i);
const rate = (epoch: number) => 1 / (epoch + 1);

/** The batches as lists of indices. */
function batchesOf(
  plan: BatchPlan,
  from: Cursor,
  count: number,
): { batches: number[][]; rates: number[]; end: Cursor } {
  const { updates, end } = nextUpdates(plan, from, count, rate);
  const batches = [...updates.ends].map((to, k) => [...updates.order.subarray(updates.starts[k], to)]);
  return { batches, rates: [...updates.learningRates], end };
}

const plans = fc
  .record({
    points: fc.integer({ min: 1, max: 40 }),
    size: fc.integer({ min: 1, max: 50 }),
    seed: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ points, size, seed }) => planBatches(points, size, seed));

describe('the batches of an epoch', () => {
  it('visit every point once, in full batches and one smaller at the end', () => {
    fc.assert(
      fc.property(plans, fc.nat({ max: 1000 }), (plan, epoch) => {
        const { batches, end } = batchesOf(plan, { epoch, batch: 0 }, plan.perEpoch);
        expect(batches.flat().sort((a, b) => a - b)).toEqual(ascending(plan.points));
        const sizes = batches.map((batch) => batch.length);
        expect(sizes.slice(0, -1).every((size) => size === plan.size)).toBe(true);
        expect(sizes.at(-1)).toBe(plan.points - (plan.perEpoch - 1) * plan.size);
        expect(end).toEqual({ epoch: epoch + 1, batch: 0 });
      }),
      { seed: 1 },
    );
  });

  it('of ten points by four are four, four and two', () => {
    const { batches } = batchesOf(planBatches(10, 4, 1), start, 3);
    expect(batches.map((batch) => batch.length)).toEqual([4, 4, 2]);
  });

  it('are shuffled anew in every epoch, by the seed alone', () => {
    const plan = planBatches(30, 10, 1);
    const orders = [0, 1, 2, 3].map((epoch) => String(epochOrder(plan, epoch)));
    expect(new Set(orders).size).toBe(4);
    expect(String(epochOrder(plan, 2))).toBe(orders[2]);
    expect(String(epochOrder(planBatches(30, 10, 2), 2))).not.toBe(orders[2]);
  });

  it('put every point first about equally often', () => {
    const plan = planBatches(10, 5, 7);
    const counts = new Array<number>(10).fill(0);
    for (let epoch = 0; epoch < 2000; epoch++) {
      const first = epochOrder(plan, epoch)[0]!;
      counts[first] = counts[first]! + 1;
    }
    // Expected 200 each with a standard deviation of 13.
    expect(Math.min(...counts)).toBeGreaterThan(140);
    expect(Math.max(...counts)).toBeLessThan(260);
  });

  it.each(['all', 10, 99] as const)('are one ascending batch when %s points are asked for of ten', (size) => {
    const plan = planBatches(10, size, 1);
    expect(plan).toMatchObject({ size: 10, perEpoch: 1 });
    expect(batchesOf(plan, start, 2).batches).toEqual([ascending(10), ascending(10)]);
  });

  it('are none without points', () => {
    expect(planBatches(0, 'all', 1).perEpoch).toBe(0);
    expect(planBatches(0, 8, 1).perEpoch).toBe(0);
  });
});

describe('nextUpdates', () => {
  it('gives the same sequence wherever it is split', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 8 }), (plan, counts) => {
        const whole = batchesOf(
          plan,
          start,
          counts.reduce((sum, count) => sum + count, 0),
        );
        let [at, batches, rates]: [Cursor, number[][], number[]] = [start, [], []];
        for (const count of counts) {
          const part = batchesOf(plan, at, count);
          [at, batches, rates] = [part.end, [...batches, ...part.batches], [...rates, ...part.rates]];
        }
        expect({ batches, rates, end: at }).toEqual(whole);
      }),
      { seed: 1 },
    );
  });

  it('asks for the learning rate of the epoch that each update belongs to', () => {
    const { rates, end } = batchesOf(planBatches(10, 4, 1), { epoch: 1, batch: 2 }, 5);
    expect(rates).toEqual([1 / 2, 1 / 3, 1 / 3, 1 / 3, 1 / 4]);
    expect(end).toEqual({ epoch: 3, batch: 1 });
  });
});
