import { expect, it } from 'vitest';
import { readRates } from './RatesField';

it('reads a list of learning rates however it is separated, each once', () => {
  expect(readRates('0.001, 0.01;1e-1  .5， 1')).toEqual({ rates: [0.001, 0.01, 0.1, 0.5, 1] });
  expect(readRates('0.1 0.1 0.10')).toEqual({ rates: [0.1] });
  expect(readRates('0,001 0,01; ０，１, 1')).toEqual({ rates: [0.001, 0.01, 0.1, 1] });
  expect(readRates('0.1,0.3，1')).toEqual({ rates: [0.1, 0.3, 1] });
  expect(readRates('  ')).toEqual({ rates: [] });
});

it('names the first that is none', () => {
  expect(readRates('0.1, fast, 7')).toEqual({ bad: 'fast' });
  expect(readRates('0.1 100')).toEqual({ bad: '100' });
  expect(readRates('0,1,0,3')).toEqual({ bad: '0,1,0,3' });
  expect(readRates('0')).toEqual({ bad: '0' });
});
