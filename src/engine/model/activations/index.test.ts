import { describe, expect, it } from 'vitest';
import type { Activation } from './activation';
import { activations } from './index';
import { logistic, logOnePlusExp, logSumExp } from './scalar';

const all: Activation[] = Object.values(activations);
const places = Array.from({ length: 161 }, (_, i) => (i - 80) / 10 + 0.0137);
const wide = [-1e4, -700, -40, -20, -5, -0.5, -0, 0, 0.5, 5, 20, 40, 700, 1e4];

/** g at −∞, −1e4, 0, 1e4, +∞. */
const limits: Record<keyof typeof activations, readonly number[]> = {
  linear: [-Infinity, -1e4, 0, 1e4, Infinity],
  sigmoid: [0, 0, 0.5, 1, 1],
  tanh: [-1, -1, 0, 1, 1],
  relu: [0, 0, 0, 1e4, Infinity],
  leakyRelu: [-Infinity, -2000, 0, 1e4, Infinity],
  elu: [-1, -1, 0, 1e4, Infinity],
  swish: [0, 0, 0, 1e4, Infinity],
  softplus: [0, 0, Math.LN2, 1e4, Infinity],
  gelu: [0, 0, 0, 1e4, Infinity],
};

/** dg/dz at −∞, −1e4, 0, 1e4, +∞; at a kink from the left. */
const slopes: Record<keyof typeof activations, readonly number[]> = {
  linear: [1, 1, 1, 1, 1],
  sigmoid: [0, 0, 0.25, 0, 0],
  tanh: [0, 0, 1, 0, 0],
  relu: [0, 0, 0, 1, 1],
  leakyRelu: [0.2, 0.2, 0.2, 1, 1],
  elu: [0, 0, 1, 1, 1],
  swish: [0, 0, 0.5, 1, 1],
  softplus: [0, 0, 0.5, 1, 1],
  gelu: [0, 0, 0.5, 1, 1],
};

const marks = [-Infinity, -1e4, 0, 1e4, Infinity];
/** toEqual tells −0 from 0; a sum does not. */
const unsigned = (values: readonly number[]) => values.map((value) => value + 0);

describe.each(all)('$id', (activation) => {
  const id = activation.id as keyof typeof activations;

  it('has the derivative that central differences measure', () => {
    const step = 1e-5;
    for (const z of [...places, -30, -15, 15, 30]) {
      const measured = (activation.at(z + step) - activation.at(z - step)) / (2 * step);
      expect(Math.abs(activation.derivative(z) - measured), `at ${z}`).toBeLessThanOrEqual(1e-8);
    }
  });

  it('is finite, with a finite derivative, from −10,000 to 10,000', () => {
    for (const z of wide) {
      expect(Number.isFinite(activation.at(z)), `g(${z})`).toBe(true);
      expect(Number.isFinite(activation.derivative(z)), `g′(${z})`).toBe(true);
    }
  });

  it('goes to its limits', () => {
    expect(unsigned(marks.map((z) => activation.at(z)))).toEqual(limits[id]);
    expect(unsigned(marks.map((z) => activation.derivative(z)))).toEqual(slopes[id]);
  });

  it('takes −0 like 0', () => {
    expect(activation.at(-0) + 0).toBe(activation.at(0) + 0);
    expect(activation.derivative(-0)).toBe(activation.derivative(0));
  });

  it('stays in its range and comes close to both ends', () => {
    const values = [...places, ...wide].map((z) => activation.at(z));
    const [low, high] = activation.range;
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
    expect(Math.min(...values)).toBeLessThanOrEqual(low === -Infinity ? -1000 : low + 1e-3);
    expect(Math.max(...values)).toBeGreaterThanOrEqual(high === Infinity ? 1000 : high - 1e-3);
  });

  it('hands on a value that is no number', () => {
    expect(activation.at(Number.NaN)).toBeNaN();
  });
});

describe('the stable pieces', () => {
  it('agree with their definitions where those are safe', () => {
    for (const z of places) {
      expect(logistic(z)).toBeCloseTo(1 / (1 + Math.exp(-z)), 14);
      expect(logOnePlusExp(z)).toBeCloseTo(Math.log(1 + Math.exp(z)), 13);
      expect(logSumExp([z, 1, -2])).toBeCloseTo(Math.log(Math.exp(z) + Math.E + Math.exp(-2)), 13);
    }
  });

  it('do not overflow where those do', () => {
    expect([logistic(-800), logOnePlusExp(800), logOnePlusExp(-800)]).toEqual([0, 800, 0]);
    expect(logSumExp([1000, 1000])).toBeCloseTo(1000 + Math.LN2, 10);
    expect(logSumExp([-1000, -2000])).toBe(-1000);
  });

  it('can leave one term of log Σ e^z out', () => {
    expect(logSumExp([5, 1, 1], 0)).toBeCloseTo(1 + Math.LN2, 12);
    expect(logSumExp([5], 0)).toBe(-Infinity);
  });
});
