import type { Activation } from './activation';

export const relu = {
  id: 'relu',
  name: { en: 'ReLU', zh: 'ReLU' },
  formula: 'g(z) = \\max(0, z)',
  keras: 'relu',
  range: [0, Infinity],
  at: (z) => Math.max(0, z),
  derivative: (z) => (z > 0 ? 1 : 0),
  glsl: {
    value: 'mix(z, vec4(0.0), lessThanEqual(z, vec4(0.0)))',
    derivative: 'vec4(greaterThan(z, vec4(0.0)))',
  },
} as const satisfies Activation;
