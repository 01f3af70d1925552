import { expect, it } from 'vitest';
import { lineRanges, sizeWords } from './WholeProgram';

it('puts neighbouring lines together', () => {
  expect(lineRanges([])).toEqual([]);
  expect(lineRanges([3, 5, 6, 7, 9])).toEqual(['3', '5–7', '9']);
});

it('says about how large a program is', () => {
  expect(sizeWords(12_345)).toBe('12 kB');
  expect(sizeWords(4_321_000)).toBe('4.3 MB');
});
