/** What an input feature is: a function of the plane's coordinates that the first layer receives. */
import type { Localized } from '../../i18n/localized';

export interface Feature {
  readonly id: string;
  readonly name: Localized;
  /** LaTeX, e.g. `x_1^2`. */
  readonly formula: string;
  /** Plain text for small labels, e.g. `x₁²`. */
  readonly label: string;
  /** Whether it looks at x₂; such features do not exist for one-input regression. */
  readonly usesX2: boolean;
  at(x1: number, x2: number): number;
}
