/** Numbers as a sentence says them: two digits, written out as long as that can be read; 6.7 × 10¹⁰ beyond. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 0.00012 and 354,000 in full. */
const writtenOut = [1e-5, 1e7] as const;

export function spoken(value: number, digits = 2): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : 'NaN';
  const size = Math.abs(value);
  const [least, most] = writtenOut;
  if (size !== 0 && (size < least || size >= most)) return powerOfTen(value, digits);
  const decimals = size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const rounded = Number(value.toPrecision(Math.max(digits, Math.ceil(Math.log10(size + 1)))));
  const text = rounded.toLocaleString('en', { maximumFractionDigits: Math.min(decimals, 20) });
  return text.replace('-', '−');
}

function powerOfTen(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
  const raised = Array.from(exponent.replace('+', ''), (sign) =>
    sign === '-' ? '⁻' : superscripts[Number(sign)],
  );
  return `${Number(mantissa)} × 10${raised.join('')}`.replace('-', '−');
}
