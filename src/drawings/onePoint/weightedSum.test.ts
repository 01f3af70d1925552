import { expect, test } from 'vitest';
import { sumText, weightedSum } from './weightedSum';

const layer = { inputs: 2, units: 2, kernelOffset: 0, biasOffset: 4 };
const more = (count: number, sum: string) => `[${count} more: ${sum}]`;

test('takes the column of the unit from the kernel, and its bias', () => {
  // Kernel [in][out] ((1, 2), (3, 4)), biases (5, 6).
  expect(weightedSum(layer, [1, 2, 3, 4, 5, 6], [0.5, -1], 1)).toEqual({
    terms: [
      { weight: 2, input: 0.5 },
      { weight: 4, input: -1 },
    ],
    bias: 6,
  });
});

test('signs stand between the terms, negative factors in brackets', () => {
  const terms = [
    { weight: -2.23, input: -0.58 },
    { weight: -2.18, input: -0.76 },
  ];
  expect(sumText({ terms, bias: 1.86 }, more)).toBe('−2.23·(−0.58) − 2.18·(−0.76) + 1.86');
});

test('of many terms the first are written out and the others added up', () => {
  const terms = Array.from({ length: 8 }, (_, i) => ({ weight: i + 1, input: 0.5 }));
  // 5, 6, 7, 8 times a half.
  expect(sumText({ terms, bias: -1 }, more)).toBe(
    '1.00·0.50 + 2.00·0.50 + 3.00·0.50 + 4.00·0.50 + [4 more: 13.00] − 1.00',
  );
});
