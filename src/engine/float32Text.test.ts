import fc from 'fast-check';
import { expect, it } from 'vitest';
import { float32Text } from './float32Text';

it('writes single-precision numbers as short as they are told apart', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Math.fround(Number(float32Text(value)))).toBe(value + 0);
    }),
  );
  expect(float32Text(Math.fround(0.1))).toBe('0.1');
  expect(float32Text(Number.NaN)).toBe('');
});
