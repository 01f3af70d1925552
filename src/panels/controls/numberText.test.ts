import fc from 'fast-check';
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
    ['– 3', -3],
    ['－３', -3],
    ['+2', 2],
    ['１２', 12],
    ['１，５', 1.5],
    ['1,5', 1.5],
    ['0,5', 0.5],
    ['0,001', 0.001],
    ['0,005', 0.005],
    ['10,000', 10],
    ['-1,5e-3', -0.0015],
    [',5', 0.5],
    ['10 000', 10_000],
    ['1 234 567,5', 1_234_567.5],
    ['０．１', 0.1],
    ['0。1', 0.1],
    ['\u200e7\u00a0', 7],
    ['1e400', Number.POSITIVE_INFINITY],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    'abc',
    '1.2.3',
    '1,2,3',
    '1,234,567',
    '1,234.5',
    '1.234,5',
    '1e',
    '--1',
    '0x10',
    'Infinity',
    'NaN',
    '1,23,4',
    '1 5',
    '1 0000',
    '5²',
    '½',
    '50 %',
    '1e1,5',
  ])('refuses “%s”', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('reads any number back that is written with a comma, in full-width characters, or with a true minus', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = String(value);
        for (const typed of [text, text.replace('.', ','), wide(text), text.replaceAll('-', '−')]) {
          expect(parseNumber(typed)).toBe(value === 0 ? Number(text) : value);
        }
      }),
    );
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

  it('has a sentence of its own for nothing, and loses no number that is not 0', () => {
    for (const text of ['', ' ', '\u3000', '\u200b']) {
      expect(readTyped(text, rate)).toEqual({ problem: 'empty', text: '' });
    }
    const wide = { range: [-1e38, 1e38] } as const;
    expect(readTyped('1e400', wide)).toEqual({ problem: 'outOfRange', text: '1e400' });
    expect(readTyped('1e-400', wide)).toEqual({ problem: 'outOfRange', text: '1e-400' });
    expect(readTyped('0e5', wide)).toEqual({ value: 0 });
  });

  it('never guesses thousands where whole numbers are typed', () => {
    const points = { range: [10, 10_000], integer: true } as const;
    expect(readTyped('10,000', points)).toEqual({ problem: 'notWhole', text: '10,000' });
    expect(readTyped('10 000', points)).toEqual({ value: 10_000 });
    expect(readTyped('1e400', points)).toEqual({ problem: 'outOfRange', text: '1e400' });
  });

  it('quotes long nonsense in part', () => {
    const typed = readTyped('x'.repeat(500), rate);
    expect('text' in typed && typed.text.length).toBeLessThan(30);
  });

  it('reads shares as percentages', () => {
    const share = { range: [0, 0.9], format: 'percent' } as const;
    expect(readTyped('50', share)).toEqual({ value: 0.5 });
    expect(readTyped('12.5 %', share)).toEqual({ value: 0.125 });
    expect(readTyped('12,5％', share)).toEqual({ value: 0.125 });
    expect(readTyped('5 %', rate)).toEqual({ problem: 'notANumber', text: '5 %' });
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
