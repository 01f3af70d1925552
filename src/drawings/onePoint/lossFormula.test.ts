import { expect, test } from 'vitest';
import { errorCurve } from '../errorCurve';
import { outputName, termFormula } from './lossFormula';

test('the logarithm is of the true class, or of what is left of the others', () => {
  expect(termFormula({ kind: 'logOutput', target: 1, value: 1 }, outputName(0, false))).toBe('−log a₁');
  expect(termFormula({ kind: 'logRest', target: 0, value: 1 }, outputName(2, false))).toBe('−log(1 − a₃)');
  expect(termFormula({ kind: 'logRest', target: 0, value: 1 }, outputName(0, true))).toBe('−log(1 − f)');
});

test('the Huber loss is the square up to δ, and a straight line beyond', () => {
  const curve = errorCurve({ id: 'huber', options: { delta: 0.5 } })!;
  const formula = (of: number) =>
    termFormula({ kind: 'error', target: 1, value: curve.at(of), error: { curve, of } }, 'f');
  expect(formula(-0.5)).toBe('½(f − 1)²');
  expect(formula(2)).toBe('0.5·(|f − 1| − 0.25)');
  expect([0, 0.5, -0.5, 2].map(curve.at)).toEqual([0, 0.125, 0.125, 0.875]);
});

test('a squared error names its target', () => {
  const error = { curve: errorCurve({ id: 'squaredError' })!, of: 1 };
  const formula = (target: number, output: string) =>
    termFormula({ kind: 'error', target, value: 0.5, error }, output);
  expect(formula(1, 'a₂')).toBe('½(a₂ − 1)²');
  expect(formula(-0.5, outputName(null, true))).toBe('½(f − (−0.500))²');
});
