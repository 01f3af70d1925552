/** How a number is written in a program: one way for each, in Python and JavaScript alike. */

/** With a power of ten below 0.001: 5e-4, never 0.0005. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  return size > 0 && size < 1e-3 ? value.toExponential() : String(value);
}

/** A float of Python: 1.0, never 1, which Keras refuses as a learning rate and as a momentum. */
export function floatText(value: number): string {
  const text = numberText(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
