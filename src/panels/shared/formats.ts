/** Figures of a run as short text whose width changes little while they run. */

/** 12,300 */
export function formatCount(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}

/** 12,300; millions with two decimals, so that it stays as short: 4.83 M */
export function formatEpoch(epoch: number): string {
  return epoch < 1e6 ? formatCount(epoch) : `${(epoch / 1e6).toFixed(2)} M`;
}

/** Three decimals, or an exponent where three decimals say nothing. */
export function formatLoss(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value !== 0 && Math.abs(value) < 0.0005) return value.toExponential(1);
  return Math.abs(value) >= 1000 ? value.toExponential(2) : value.toFixed(3);
}

export function formatAccuracy(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}

/** Rates: whole above 100, else with as many digits as tell something. */
export function formatRate(value: number): string {
  if (value >= 100) return formatCount(value);
  return value >= 10 ? value.toFixed(1) : value.toPrecision(2);
}
