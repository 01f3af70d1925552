import { expect, it } from 'vitest';
import { spoken } from './spoken';

it.each([
  [0, '0'],
  [0.01, '0.01'],
  [0.0001, '0.0001'],
  [0.00003, '0.00003'],
  [1e-7, '1 × 10⁻⁷'],
  [1.26, '1.3'],
  [9.96, '10'],
  [40, '40'],
  [256.7, '257'],
  [5000, '5,000'],
  [353_938, '353,938'],
  [6.7e10, '6.7 × 10¹⁰'],
  [-0.25, '−0.25'],
  [Number.POSITIVE_INFINITY, '∞'],
])('%d is said as %s', (value, text) => expect(spoken(value)).toBe(text));

it('takes as many digits as it is asked for', () => {
  expect(spoken(2.4144, 3)).toBe('2.41');
  expect(spoken(0.0020551, 3)).toBe('0.00206');
  expect(spoken(234, 1)).toBe('234');
});
