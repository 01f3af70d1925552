import { describe, expect, it } from 'vitest';
import { exactText, parseNumber, readTyped, shownText } from './numberText';

describe('parseNumber', () => {
  it.each([
    ['0.0123', 0.0123],
    ['1e-4', 1e-4],
    ['1E-4', 1e-4],
    ['.5', 0.5],
    [' 12 ', 12],
    ['−3', -3],
    ['50 %', 50],
    ['10,000', 10_000],
    ['1,234,567.5', 1_234_567.5],
    ['0,5', 0.5],
    ['０．１', 0.1],
    ['0。1', 0.1],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', 'abc', '1.2.3', '1e', '--1', '0x10', 'Infinity', 'NaN', '1,23,4'])('refuses “%s”', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('readTyped', () => {
  const rate = { range: [1e-5, 10] } as const;

  it('keeps a value in the range as it is', () => {
    expect(readTyped('0.0123', rate)).toEqual({ value: 0.0123 });
    expect(readTyped('10', rate)).toEqual({ value: 10 });
  });

  it('never clamps: it says what is wrong', () => {
    expect(readTyped('11', rate)).toEqual({ problem: 'outOfRange', text: '11' });
    expect(readTyped('1e999', rate)).toEqual({ problem: 'outOfRange', text: '1e999' });
    expect(readTyped('fast', rate)).toEqual({ problem: 'notANumber', text: 'fast' });
    expect(readTyped('2.5', { range: [1, 128], integer: true })).toEqual({
      problem: 'notWhole',
      text: '2.5',
    });
  });

  it('quotes long nonsense in part', () => {
    const typed = readTyped('x'.repeat(500), rate);
    expect('text' in typed && typed.text.length).toBeLessThan(30);
  });

  it('reads shares as percentages', () => {
    const share = { range: [0, 0.9], format: 'percent' } as const;
    expect(readTyped('50', share)).toEqual({ value: 0.5 });
    expect(readTyped('12.5 %', share)).toEqual({ value: 0.125 });
    expect(readTyped('95', share)).toEqual({ problem: 'outOfRange', text: '95' });
  });
});

describe('shown and exact text', () => {
  it('shows the decimals of the step, and more where the value has more', () => {
    expect(shownText(0.1, { range: [0, 2], step: 0.01 })).toBe('0.10');
    expect(shownText(0.125, { range: [0, 2], step: 0.01 })).toBe('0.125');
  });

  it('shows small numbers short and whole numbers in full', () => {
    expect(shownText(0.0123, { range: [0, 1] })).toBe('0.0123');
    expect(shownText(0.00001, { range: [0, 1] })).toBe('1e-5');
    expect(shownText(2_147_483_647, { range: [1, 2_147_483_647], integer: true })).toBe('2147483647');
  });

  it('round-trips what it offers for editing', () => {
    for (const value of [0.1 + 0.2, 1e-7, 123_456.789]) {
      expect(readTyped(exactText(value), { range: [0, 1e6] })).toEqual({ value });
    }
    expect(exactText(0.07, 'percent')).toBe('7');
  });
});
