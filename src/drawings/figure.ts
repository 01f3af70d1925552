/** Numbers as the pictures write them, with a real minus sign. */

/** Three significant digits, powers of ten only where they are shorter. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 0.001 || size >= 100_000)
      ? Number(value.toPrecision(2)).toExponential().replace('e+', 'e')
      : plain(value);
  return text.replaceAll('-', '−');
}

/** Epochs, with parts of one as many as tell neighbouring checkpoints apart. */
export function epochFigure(epoch: number): string {
  if (epoch >= 100) return Math.floor(epoch).toLocaleString('en');
  return epoch.toLocaleString('en', { maximumFractionDigits: epoch < 10 ? 2 : 1 });
}

function plain(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** For numbers that stand under each other: a fixed number of decimals, powers of ten only where those fail. */
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
