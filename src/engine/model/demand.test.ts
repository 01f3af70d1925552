import { expect, test } from 'vitest';
import { demandValues, firstDemand } from './demand';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

test('the hidden units and the output are those of the weights, worked out by hand', () => {
  const { units, topSeller } = demandValues({ inputs: [3, 0, 8, 8], activation: 'sigmoid' });
  const byHand = [6 - 2.1, -3 + 8, -4 + 0.9 + 5.6].map(sigmoid);
  for (const [i, value] of byHand.entries()) expect(units[i]).toBeCloseTo(value, 12);
  expect(topSeller).toBeCloseTo(sigmoid(3 * byHand.reduce((sum, one) => sum + one) - 6), 12);
  expect(topSeller).toBeGreaterThan(0.9);
});

test('awareness is full with a sigmoid, grows with ReLU and may be negative when linear', () => {
  const awareness = (activation: 'sigmoid' | 'relu' | 'linear', marketing: number) =>
    demandValues({ inputs: [5, 5, marketing, 5], activation }).units[1]!;
  expect(awareness('sigmoid', 10) / awareness('sigmoid', 5)).toBeLessThan(1.2);
  expect(awareness('relu', 10) / awareness('relu', 5)).toBe(3.5);
  expect(awareness('relu', 0)).toBe(0);
  expect(awareness('linear', 0)).toBe(-3);
  expect(demandValues(firstDemand).topSeller).toBeLessThan(0.5);
});
