import { describe, expect, it } from 'vitest';
import { logistic, logOnePlusExp, logSumExp } from '../scalar';
import type { Activation, Scalars } from './activation';
import { flatStretches } from './flatness';
import { goldens } from './goldens';
import { activations } from './index';

const all: (Activation & Scalars)[] = Object.values(activations);
const places = Array.from({ length: 161 }, (_, i) => (i - 80) / 10 + 0.0137);
const wide = [-1e4, -700, -40, -20, -5, -0.5, -0, 0, 0.5, 5, 20, 40, 700, 1e4];

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

  it('has the values that somebody else worked out', () => {
    for (const [z, value, slope] of goldens[id]) {
      expect(activation.at(z) + 0, `g(${z})`).toBeCloseTo(value, 12);
      expect(activation.derivative(z) + 0, `g′(${z})`).toBeCloseTo(slope, 12);
    }
  });

  it('is at ±∞ what it comes to on the way there, and no number where it repeats itself', () => {
    for (const side of [-1, 1]) {
      const [far, end] = [activation.at(1e4 * side), activation.at(Infinity * side)];
      if (activation.period !== undefined) {
        expect([end, activation.derivative(Infinity * side)]).toEqual([Number.NaN, Number.NaN]);
        continue;
      }
      expect(activation.derivative(Infinity * side)).toBe(activation.derivative(1e4 * side));
      if (activation.derivative(1e4 * side) === 0) expect(end + 0).toBe(far + 0);
      else expect(end).toBe(Infinity * Math.sign(far));
    }
  });

  it('says whether it increases', () => {
    const values = places.map((z) => activation.at(z));
    expect(values.slice(1).every((value, i) => value > values[i]!)).toBe(activation.isIncreasing);
  });

  it('says on which sides it is flat, and whether a unit can die there', () => {
    const stretches = flatStretches(activation);
    const sides = [stretches[0]?.[0] === -Infinity, stretches.at(-1)?.[1] === Infinity];
    expect(sides).toEqual([activation.flat !== 'nowhere', activation.flat === 'both']);
    expect(places.some((z) => activation.at(z) === 0 && activation.derivative(z) === 0)).toBe(
      activation.canDie,
    );
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

it.each(all.filter(({ period }) => period !== undefined))(
  '$id repeats itself after its period, not before',
  ({ at, period = 0 }) => {
    const apart = (shift: number) => Math.max(...places.map((z) => Math.abs(at(z + shift) - at(z))));
    expect(apart(period)).toBeLessThanOrEqual(1e-12);
    for (const part of [2, 3, 5]) expect(apart(period / part)).toBeGreaterThan(0.1);
  },
);

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
