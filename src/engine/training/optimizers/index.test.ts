/**
 * The rules against golden numbers of tests/numpy/optimizers.py, which follows the source of Keras 3, and the reference device
 * against the rules: the weights of a linear unit whose gradient is known in closed form.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDevice } from '../../devices/createDevice';
import { planNetwork } from '../../model/network';
import { numberOps } from '../../model/ops';
import { createRandom } from '../../random';
import { defaultValues, type HyperparameterValues } from '../hyperparameter';
import { type OptimizerId, optimizers } from './index';
import type { Optimizer } from './optimizer';

interface Golden {
  readonly weight: number;
  readonly gradients: readonly number[];
  readonly learningRates: readonly number[];
  readonly cases: readonly {
    readonly id: OptimizerId;
    readonly options: HyperparameterValues;
    readonly weights: readonly number[];
  }[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../../../tests/numpy/optimizers.json', import.meta.url), 'utf8'),
) as Golden;

const ids = Object.keys(optimizers) as OptimizerId[];

/** Follows one weight; the state stays inside. */
function follow(id: OptimizerId, options: HyperparameterValues, start: number) {
  const optimizer: Optimizer = optimizers[id];
  let [weight, slots, update]: [number, readonly number[], number] = [start, optimizer.initialSlots, 0];
  return (gradient: number, learningRate: number): number => {
    update += 1;
    ({ weight, slots } = optimizer.rule(numberOps, {
      weight,
      gradient,
      slots,
      learningRate,
      update,
      options,
    }));
    return weight;
  };
}

describe('the rules', () => {
  it('are all in the golden file', () => {
    expect(new Set(golden.cases.map(({ id }) => id))).toEqual(new Set(ids));
  });

  it.each(golden.cases)('of $id with $options follow Keras', ({ id, options, weights }) => {
    const step = follow(id, options, golden.weight);
    golden.gradients.forEach((gradient, k) => {
      expect(step(gradient, golden.learningRates[k]!)).toBeCloseTo(weights[k]!, 12);
    });
  });

  it.each(ids)('of %s leave a weight without gradient where it is, apart from decay', (id) => {
    const options = { ...defaultValues(optimizers[id].hyperparameters), weightDecay: 0 };
    expect(follow(id, options, 1.5)(0, 0.1)).toBe(1.5);
  });

  it('name the option that is missing', () => {
    expect(() => follow('adam', { beta1: 0.9, beta2: 0.9 }, 1)(1, 1)).toThrow(
      new RangeError('optimizer option epsilon is missing'),
    );
  });
});

describe('the reference device', () => {
  const points = 16;
  const random = createRandom(5);
  const x = Float32Array.from({ length: points }, () => random.normal());
  const y = Float32Array.from(x, (value) => 2 * value - 1 + 0.1 * random.normal());
  const model = { hidden: [], outputActivation: 'linear', initializer: 'zeros', seed: 1 } as const;
  const network = planNetwork(model, { task: 'regression', classes: 2 }, 1);

  /** Of the mean of ½(wx + b − y)² over the points from `start` to `end`. */
  function gradientOf([w, b]: readonly [number, number], start: number, end: number): [number, number] {
    let [byW, byB] = [0, 0];
    for (let i = start; i < end; i++) {
      const difference = w * x[i]! + b - y[i]!;
      byW += (difference * x[i]!) / (end - start);
      byB += difference / (end - start);
    }
    return [byW, byB];
  }

  it.each(ids)('follows %s for 20 updates in mini-batches', async (id) => {
    const options = defaultValues(optimizers[id].hyperparameters);
    const start: [number, number] = [0.3, -0.2];
    const steps = [follow(id, options, start[0]), follow(id, options, start[1])] as const;
    const { device } = createDevice('reference', {
      network,
      loss: { id: 'squaredError' },
      inputs: x,
      targets: y,
      points,
    });
    const slots = optimizers[id].initialSlots.map((value) => new Float32Array(2).fill(value));
    await device.write({ parameters: Float32Array.from(start), slots, optimizerUpdates: 0 });
    let truth = start;
    const tuning = { optimizer: { id, options }, l1: 0, l2: 0, clipNorm: null, frozen: null };
    for (let update = 0; update < 20; update++) {
      // Batches of 10 and 6 in turn.
      const [from, to] = update % 2 === 0 ? [0, 10] : [10, points];
      const rate = 0.05 + 0.01 * (update % 3);
      const [byW, byB] = gradientOf(truth, from, to);
      truth = [steps[0](byW, rate), steps[1](byB, rate)];
      const order = Uint32Array.from({ length: to - from }, (_, i) => from + i);
      await device.train(
        {
          order,
          starts: Uint32Array.of(0),
          ends: Uint32Array.of(order.length),
          learningRates: Float64Array.of(rate),
        },
        tuning,
      );
      const { parameters } = await device.read();
      truth.forEach((value, i) => {
        expect(Math.abs(parameters[i]! - value) / Math.max(Math.abs(value), 0.01)).toBeLessThanOrEqual(1e-4);
      });
    }
    expect((await device.read()).optimizerUpdates).toBe(20);
    device.dispose();
  });
});
