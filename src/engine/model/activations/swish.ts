import type { Activation } from './activation';
import { logistic } from './scalar';

/** Also called SiLU; Ramachandran, Zoph & Le 2017. */
export const swish = {
  id: 'swish',
  name: { en: 'swish', zh: 'swish' },
  formula: 'g(z) = \\frac{z}{1 + e^{-z}}',
  keras: 'swish',
  range: [-0.2785, Infinity],
  at: (z) => (z === -Infinity ? 0 : z * logistic(z)),
  derivative: (z) => (Math.abs(z) === Infinity ? (z > 0 ? 1 : 0) : logistic(z) * (1 + z * logistic(-z))),
  glsl: { value: 'gated(z, z)', derivative: 'gatedSlope(z, z, vec4(1.0))' },
} as const satisfies Activation;
