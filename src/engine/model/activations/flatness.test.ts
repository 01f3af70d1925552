import { describe, expect, it } from 'vitest';
import { flatSlope, flatStretches } from './flatness';
import { activations } from './index';

describe('flat stretches', () => {
  it.each([
    ['linear', []],
    ['leakyRelu', []],
    ['relu', [[-Infinity, 0]]],
    // σ′ = 0.05 at σ = (1 ± √0.8) / 2; tanh′ = 0.05 at tanh = ±√0.95.
    [
      'sigmoid',
      [
        [-Infinity, -2.8873],
        [2.8873, Infinity],
      ],
    ],
    [
      'tanh',
      [
        [-Infinity, -2.1783],
        [2.1783, Infinity],
      ],
    ],
    // softplus′ is σ; ELU′ is e^z below 0.
    ['softplus', [[-Infinity, Math.log(0.05 / 0.95)]]],
    ['elu', [[-Infinity, Math.log(0.05)]]],
  ] as const)('of %s are those worked out by hand', (id, stretches) => {
    const found = flatStretches(activations[id]);
    expect(found).toHaveLength(stretches.length);
    found.flat().forEach((end, i) => {
      expect(end).toBeCloseTo(stretches.flat()[i]!, 4);
    });
  });

  it.each(Object.values(activations))('of $id hold what is flat and nothing else', ({ derivative }) => {
    const stretches = flatStretches({ derivative });
    for (let z = -9.99; z < 10; z += 0.02) {
      const isInside = stretches.some(([from, to]) => z > from && z < to);
      expect(Math.abs(derivative(z)) < flatSlope).toBe(isInside);
    }
  });

  it('of sine lie around every turn', () => {
    const found = flatStretches(activations.sine);
    expect(found.map(([from, to]) => (from + to) / 2 / Math.PI)).toEqual(
      [-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5].map((turn) => expect.closeTo(turn, 6) as number),
    );
    for (const [from, to] of found) expect(to - from).toBeCloseTo(2 * Math.asin(flatSlope), 6);
  });

  it('of swish hold its minimum and its far left side', () => {
    const [far, minimum] = flatStretches(activations.swish);
    expect(far![0]).toBe(-Infinity);
    expect(minimum![0]).toBeLessThan(-1.2785);
    expect(minimum![1]).toBeGreaterThan(-1.2785);
  });
});
