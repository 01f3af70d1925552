import { expect, it } from 'vitest';
import { precision, recall } from './confusionRates';

// Rows: truth. Nobody is of class 3, nobody is taken for class 2.
const confusion = Uint32Array.of(8, 0, 2, 3, 0, 1, 0, 0, 0);

it('precision looks down a column, recall along a row', () => {
  expect(precision(confusion, 0)).toBe(8 / 11);
  expect(recall(confusion, 0)).toBe(0.8);
  expect(recall(confusion, 1)).toBe(0);
  expect(precision(confusion, 2)).toBe(0);
});

it('neither is defined where there is nothing to divide by', () => {
  expect(precision(confusion, 1)).toBeNull();
  expect(recall(confusion, 2)).toBeNull();
});
