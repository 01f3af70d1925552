/** The next of 1, 2, 5, 10, 20, … that is not below: an end for an axis that seldom moves. 1 for nothing and for what is no number. */
export function niceCeiling(value: number): number {
  if (!(value > 0) || value === Infinity) return 1;
  const exponent = Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((step) => Number(`${step}e${exponent}`));
  return steps.find((step) => step >= value * (1 - 1e-9)) ?? value;
}
