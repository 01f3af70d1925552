import fc from 'fast-check';
import { expect, it } from 'vitest';
import { singleText } from './singleText';

it('writes single-precision numbers as short as they are told apart', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Math.fround(Number(singleText(value)))).toBe(value + 0);
    }),
  );
  expect(singleText(Math.fround(0.1))).toBe('0.1');
  expect(singleText(Number.NaN)).toBe('');
});
