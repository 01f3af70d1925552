/** What an element-wise activation is. `at` and `derivative` are float64 scalars and the truth every device is held to. */
import type { Localized } from '../../../i18n/localized';

/**
 * The same mathematics for the GPU: expressions of GLSL ES 3.00 in `vec4 z`, component by component, that may use `glslPieces`. They
 * hold over ±1e4 and at ±Infinity, where the products and differences of the textbook overflow or cancel.
 */
export interface ActivationGlsl {
  readonly value: string;
  readonly derivative: string;
}

export interface Activation {
  readonly id: string;
  readonly name: Localized;
  /** g(z) in LaTeX. */
  readonly formula: string;
  /** The name in `Dense(units, activation=…)`. */
  readonly keras: string;
  /** Smallest and largest value g can take. */
  readonly range: readonly [number, number];
  at(z: number): number;
  /** dg/dz; at a kink the value from the left. */
  derivative(z: number): number;
  readonly glsl: ActivationGlsl;
}
