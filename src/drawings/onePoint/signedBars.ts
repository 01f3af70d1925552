/** Bars to the left and right of zero. Places are shares of the width, 0–1; a value that is not finite has no bar. */

export interface BarScale {
  readonly values: ArrayLike<number>;
  /** The value of a whole bar. */
  readonly full: number;
  /** Zero lies in the middle, else at the left. */
  readonly isSigned: boolean;
}

export function barSpan(value: number, { full, isSigned }: Omit<BarScale, 'values'>) {
  if (!Number.isFinite(value)) return { start: 0, length: 0 };
  const share = Math.min(Math.abs(value) / full, 1);
  if (!isSigned) return { start: 0, length: value < 0 ? 0 : share };
  return { start: value < 0 ? 0.5 - share / 2 : 0.5, length: share / 2 };
}

/** The bars of all values with one sign under each other, as the path of an SVG. */
export function barsPath(scale: BarScale, widthPx: number, heightPx: number, sign: 1 | -1): string {
  const rowPx = heightPx / scale.values.length;
  const barPx = Math.max(0.6, rowPx - Math.min(2, rowPx * 0.3));
  const parts: string[] = [];
  for (let row = 0; row < scale.values.length; row++) {
    const value = scale.values[row]!;
    if (value * sign <= 0) continue;
    const { start, length } = barSpan(value, scale);
    if (length === 0) continue;
    const [x, y] = [(start * widthPx).toFixed(1), (row * rowPx).toFixed(1)];
    parts.push(
      `M${x} ${y}h${(length * widthPx).toFixed(1)}v${barPx.toFixed(1)}h${(-length * widthPx).toFixed(1)}z`,
    );
  }
  return parts.join('');
}
