/** Numbers that stand under each other: a fixed number of decimals and a real minus sign, powers of ten only where those fail. */
import { figure } from '../figure';

export function digits(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1000) return figure(value);
  if (value !== 0 && size < 0.5 * 10 ** -decimals) {
    return Number(value.toPrecision(2)).toExponential().replaceAll('-', '−');
  }
  return value.toFixed(decimals).replace('-', '−');
}

/** a₁, a₂, …: the index of a class as a learner counts, from 1. */
export function subscript(classIndex: number): string {
  return String(classIndex + 1).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit);
}
