/** The numbers along an axis: as many decimals as its steps need, for values of any size; powers of ten where they say it shorter. */
/** More figures than these are not written with a power of ten. */
const mostPowerFigures = 3;
const plainFrom = 1e-4;
const plainTo = 1e6;

/** `values` are evenly spaced. No two of the answers are alike. */
export function axisNumbers(values: readonly number[]): string[] {
  const [first = 0, second] = values;
  const step = second === undefined ? Math.abs(first) || 1 : Math.abs(second - first);
  const largest = Math.max(...values.map(Math.abs));
  // The step's own place, with a little room for the rounding of what is nearly a power of ten.
  const place = Math.floor(Math.log10(step) + 1e-9);
  const figures = Math.floor(Math.log10(largest) + 1e-9) - place + 1;
  const isPlain = largest < plainTo && step >= plainFrom;
  if (!isPlain && figures <= mostPowerFigures) return values.map((value) => power(value, step));
  const decimals = Math.min(Math.max(0, -place), 12);
  return values.map((value) => minusSign(plain(value, decimals, largest)));
}

function plain(value: number, decimals: number, largest: number): string {
  // −0 would have a sign.
  const text = (Math.abs(value) < 10 ** -decimals / 2 ? 0 : value).toFixed(decimals);
  if (largest < 1000 || decimals > 0) return text;
  return Number(text).toLocaleString('en');
}

function power(value: number, step: number): string {
  if (Math.abs(value) < step / 2) return '0';
  return minusSign(Number(value.toPrecision(6)).toExponential().replace('e+', 'e'));
}

function minusSign(text: string): string {
  return text.replaceAll('-', '−');
}
