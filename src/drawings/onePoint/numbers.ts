/** Numbers as the page writes them: fixed decimals and a real minus sign, powers of ten where those run too wide or show nothing. */
import { figure } from '../figure';

/** From here on a power of ten is shorter than the digits. */
const tooWide = 1e5;

/** Weights, sums and coordinates: what is close to 0 is 0.00. */
export function numberText(value: number, decimals: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return figure(value);
  if (size >= tooWide) return signedPower(value);
  if (size >= 1000) return figure(value);
  return isNothing(value, decimals) ? (0).toFixed(decimals) : value.toFixed(decimals).replace('-', '−');
}

/** Probabilities and losses: how close to 0 they are is what there is to see. */
export function preciseText(value: number, decimals: number): string {
  return value !== 0 && isNothing(value, decimals) ? signedPower(value) : numberText(value, decimals);
}

/** Whether the decimals are all 0. */
function isNothing(value: number, decimals: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -decimals;
}

function signedPower(value: number): string {
  return (value < 0 ? '−' : '') + powerOfTen(Math.log10(Math.abs(value)));
}

/** e^z, or a sum of powers by its logarithm: also where the power itself is beyond every number of the machine. */
export function powerText(z: number): string {
  const exponent = z / Math.LN10;
  if (!Number.isFinite(z) || Math.abs(exponent) > 3) {
    return Number.isFinite(z) ? powerOfTen(exponent) : figure(Math.exp(z));
  }
  const value = Math.exp(z);
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value < 0.1 ? 3 : 2);
}

/** A factor of a product that is not the first: negative ones in brackets. */
export function factorText(value: number, decimals: number): string {
  const text = numberText(value, decimals);
  return text.startsWith('−') ? `(${text})` : text;
}

/** 10^exponent with two significant digits: 3.2·10⁻⁹. */
function powerOfTen(exponent: number): string {
  let whole = Math.floor(exponent);
  let digits = (10 ** (exponent - whole)).toFixed(1);
  if (digits === '10.0') {
    digits = '1.0';
    whole += 1;
  }
  return `${digits}·10${String(whole).replace(/./g, (sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '⁻')}`;
}
