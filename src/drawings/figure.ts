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

function plain(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}
