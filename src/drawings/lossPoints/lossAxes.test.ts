import { describe, expect, test } from 'vitest';
import { calmAxes, calmEnd, extentOf } from './lossAxes';
import { lossShape } from './lossShape';

describe('an end of an axis', () => {
  test('goes up in round steps as soon as something would lie outside', () => {
    expect(calmEnd(null, 1.4, 1)).toBe(2);
    expect(calmEnd(2, 2.1, 1)).toBe(5);
    expect(calmEnd(5, 730, 1)).toBe(1000);
  });

  test('comes down only when the lower step leaves room, and then stays', () => {
    expect(calmEnd(5, 1.8, 1)).toBe(5);
    expect(calmEnd(5, 1.3, 1)).toBe(2);
    expect(calmEnd(2, 1.8, 1)).toBe(2);
  });

  test('stands still while the largest loss trembles', () => {
    let end: number | null = null;
    const ends = new Set<number>();
    for (let i = 0; i < 200; i++) {
      end = calmEnd(end, 1.9 * (1 + 0.2 * Math.sin(i * 1.7)), 1);
      ends.add(end);
    }
    expect([...ends]).toEqual([2, 5]);
  });

  test('never falls below what shows the curve', () => {
    expect(calmEnd(2, 1e-7, 2)).toBe(2);
  });
});

test('probabilities keep their axis from 0 to 1, whatever the losses', () => {
  const shape = lossShape({ id: 'categoricalCrossentropy' }, 'softmax', 3, 'classification');
  expect(calmAxes(null, shape, { low: 0, high: 1, loss: 16 })).toEqual({ x: [0, 1], top: 20 });
});

test('errors of regression lie symmetrically round 0', () => {
  const shape = lossShape({ id: 'squaredError' }, 'linear', 1, 'regression');
  expect(calmAxes(null, shape, { low: -3, high: 1, loss: 4.5 })).toEqual({ x: [-5, 5], top: 5 });
});

test('outputs that are no probabilities widen the axis beyond 0 and 1', () => {
  const shape = lossShape({ id: 'binaryCrossentropy' }, 'linear', 1, 'classification');
  const { x } = calmAxes(null, shape, { low: -0.7, high: 3, loss: 16.1 });
  expect(x).toEqual([-1, 5]);
});

test('hidden points and losses that are not finite decide nothing', () => {
  const shape = lossShape({ id: 'squaredError' }, 'linear', 1, 'regression');
  const values = { losses: Float32Array.of(2, 50, Infinity), answers: Float32Array.of(3, 11, 9e30) };
  const extent = extentOf(shape, values, [1, 1, 1], (i) => i === 1);
  expect(extent).toEqual({ low: 0, high: 2, loss: 2 });
});
