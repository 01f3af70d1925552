/** The input features that the first layer may receive, as functions of the plane's coordinates. A new one is a row here. */
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
  /** `at` as programs write it: x1, x2, `*`, `**`, and functions that NumPy and JavaScript's `Math` both call by this name. */
  readonly program: string;
}

/** In the order of the menu. */
export const features = {
  x1: {
    id: 'x1',
    name: { en: 'Coordinate x₁', zh: '坐标 x₁' },
    formula: 'x_1',
    label: 'x₁',
    usesX2: false,
    at: (x1) => x1,
    program: 'x1',
  },
  x2: {
    id: 'x2',
    name: { en: 'Coordinate x₂', zh: '坐标 x₂' },
    formula: 'x_2',
    label: 'x₂',
    usesX2: true,
    at: (_x1, x2) => x2,
    program: 'x2',
  },
  x1Squared: {
    id: 'x1Squared',
    name: { en: 'x₁ squared', zh: 'x₁ 的平方' },
    formula: 'x_1^2',
    label: 'x₁²',
    usesX2: false,
    at: (x1) => x1 * x1,
    program: 'x1**2',
  },
  x2Squared: {
    id: 'x2Squared',
    name: { en: 'x₂ squared', zh: 'x₂ 的平方' },
    formula: 'x_2^2',
    label: 'x₂²',
    usesX2: true,
    at: (_x1, x2) => x2 * x2,
    program: 'x2**2',
  },
  x1x2: {
    id: 'x1x2',
    name: { en: 'x₁ times x₂', zh: 'x₁ 与 x₂ 的乘积' },
    formula: 'x_1 x_2',
    label: 'x₁x₂',
    usesX2: true,
    at: (x1, x2) => x1 * x2,
    program: 'x1 * x2',
  },
  x1Cubed: {
    id: 'x1Cubed',
    name: { en: 'x₁ cubed', zh: 'x₁ 的立方' },
    formula: 'x_1^3',
    label: 'x₁³',
    usesX2: false,
    at: (x1) => x1 * x1 * x1,
    program: 'x1**3',
  },
  x2Cubed: {
    id: 'x2Cubed',
    name: { en: 'x₂ cubed', zh: 'x₂ 的立方' },
    formula: 'x_2^3',
    label: 'x₂³',
    usesX2: true,
    at: (_x1, x2) => x2 * x2 * x2,
    program: 'x2**3',
  },
  sinX1: {
    id: 'sinX1',
    name: { en: 'Sine of x₁', zh: 'x₁ 的正弦' },
    formula: '\\sin x_1',
    label: 'sin x₁',
    usesX2: false,
    at: (x1) => Math.sin(x1),
    program: 'sin(x1)',
  },
  sinX2: {
    id: 'sinX2',
    name: { en: 'Sine of x₂', zh: 'x₂ 的正弦' },
    formula: '\\sin x_2',
    label: 'sin x₂',
    usesX2: true,
    at: (_x1, x2) => Math.sin(x2),
    program: 'sin(x2)',
  },
  cosX1: {
    id: 'cosX1',
    name: { en: 'Cosine of x₁', zh: 'x₁ 的余弦' },
    formula: '\\cos x_1',
    label: 'cos x₁',
    usesX2: false,
    at: (x1) => Math.cos(x1),
    program: 'cos(x1)',
  },
  cosX2: {
    id: 'cosX2',
    name: { en: 'Cosine of x₂', zh: 'x₂ 的余弦' },
    formula: '\\cos x_2',
    label: 'cos x₂',
    usesX2: true,
    at: (_x1, x2) => Math.cos(x2),
    program: 'cos(x2)',
  },
  radius: {
    id: 'radius',
    name: { en: 'Distance from the origin', zh: '到原点的距离' },
    formula: '\\sqrt{x_1^2 + x_2^2}',
    label: 'r',
    usesX2: true,
    at: (x1, x2) => Math.sqrt(x1 * x1 + x2 * x2),
    program: 'sqrt(x1**2 + x2**2)',
  },
} as const satisfies Record<string, Feature>;

export type FeatureId = keyof typeof features;

/** The feature as Python or JavaScript text, with functions from `library`, e.g. `np`. */
export function featureProgram(id: FeatureId, library: string): string {
  return features[id].program.replaceAll(/\w+(?=\()/g, `${library}.$&`);
}
