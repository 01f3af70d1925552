/** A single-precision number with no more digits than tell it from its neighbours; empty for none. */
export function float32Text(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return '';
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}
