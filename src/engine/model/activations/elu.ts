import type { Activation } from './activation';

/** Clevert, Unterthiner & Hochreiter 2016, with α = 1. */
export const elu = {
  id: 'elu',
  name: { en: 'ELU', zh: 'ELU' },
  formula: 'g(z) = \\begin{cases} z & z > 0 \\\\ e^{z} - 1 & z \\le 0 \\end{cases}',
  keras: 'elu',
  range: [-1, Infinity],
  at: (z) => (z > 0 ? z : Math.expm1(z)),
  derivative: (z) => (z > 0 ? 1 : Math.exp(z)),
  glsl: {
    value: 'mix(z, expMinusOne(min(z, 0.0)), lessThanEqual(z, vec4(0.0)))',
    derivative: 'exp(min(z, 0.0))',
  },
} as const satisfies Activation;
