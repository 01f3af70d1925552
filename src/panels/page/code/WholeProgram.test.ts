import { expect, it } from 'vitest';
import { lineRanges, sizeWords } from './WholeProgram';

it('puts neighbouring lines together', () => {
  expect(lineRanges([])).toBe('');
  expect(lineRanges([3, 5, 6, 7, 9])).toBe('3, 5–7, 9');
});

it('says about how large a program is', () => {
  expect(sizeWords(12_345, 'en')).toBe('12 kB');
  expect(sizeWords(4_321_000, 'zh')).toBe('4.3 MB');
});
