import type { Activation } from './activation';

/** Slope for z < 0, as Keras' `leaky_relu` has it. */
const slope = 0.2;

export const leakyRelu = {
  id: 'leakyRelu',
  name: { en: 'leaky ReLU', zh: 'leaky ReLU' },
  formula: 'g(z) = \\max(0.2z, z)',
  keras: 'leaky_relu',
  range: [-Infinity, Infinity],
  at: (z) => (z > 0 ? z : slope * z),
  derivative: (z) => (z > 0 ? 1 : slope),
  glsl: {
    value: `mix(z, ${slope} * z, lessThanEqual(z, vec4(0.0)))`,
    derivative: `mix(vec4(1.0), vec4(${slope}), lessThanEqual(z, vec4(0.0)))`,
  },
} as const satisfies Activation;
