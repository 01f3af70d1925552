/** Numbers as the pictures write them: three significant digits, a real minus sign, powers of ten only where they are shorter. */

export function figure(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 0.001 || size >= 100_000)
      ? Number(value.toPrecision(2)).toExponential().replace('e+', 'e')
      : plain(value);
  return text.replaceAll('-', '−');
}

/** Epochs, with parts of one as long as they tell moments apart. */
export function epochFigure(epoch: number): string {
  if (epoch >= 100) return Math.floor(epoch).toLocaleString('en');
  return epoch.toLocaleString('en', { maximumFractionDigits: epoch < 10 ? 2 : 1 });
}

function plain(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
