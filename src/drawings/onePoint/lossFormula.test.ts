import { expect, test } from 'vitest';
import { outputName, termFormula } from './lossFormula';

test('the logarithm is of the true class, or of what is left of the others', () => {
  expect(termFormula({ kind: 'logOutput', target: 1, value: 1 }, outputName(0, false))).toBe('−log a₁');
  expect(termFormula({ kind: 'logRest', target: 0, value: 1 }, outputName(2, false))).toBe('−log(1 − a₃)');
  expect(termFormula({ kind: 'logRest', target: 0, value: 1 }, outputName(0, true))).toBe('−log(1 − f)');
});

test('a squared error names its target', () => {
  expect(termFormula({ kind: 'squared', target: 1, value: 1 }, 'a₂')).toBe('½(a₂ − 1)²');
  expect(termFormula({ kind: 'squared', target: -0.5, value: 1 }, outputName(null, true))).toBe(
    '½(f − (−0.500))²',
  );
});
