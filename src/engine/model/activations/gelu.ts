import type { Activation } from './activation';
import { logistic } from './scalar';

/**
 * Hendrycks & Gimpel 2016 in its tanh form (Keras: `gelu` with approximate=True), which every device can compute with
 * the same few operations; it differs from the exact form by less than 5e-4.
 */
const scale = Math.sqrt(2 / Math.PI);
const cubic = 0.044715;

/** v with g(z) = z σ(v): ½ (1 + tanh u) is σ(2u), which loses nothing on the left where 1 + tanh u does. */
function gate(z: number): number {
  return 2 * scale * (z + cubic * z ** 3);
}

function derivative(z: number): number {
  if (Math.abs(z) > 1e3) return z > 0 ? 1 : 0;
  const v = gate(z);
  const slope = 2 * scale * (1 + 3 * cubic * z * z);
  return logistic(v) + z * slope * logistic(v) * logistic(-v);
}

export const gelu = {
  id: 'gelu',
  name: { en: 'GELU', zh: 'GELU' },
  // Parentheses of a fixed size let a narrow column break the line.
  formula: 'g(z) = \\tfrac{z}{2}\\bigl(1 + \\tanh\\bigl[\\sqrt{2/\\pi}\\,(z + 0.044715 z^3)\\bigr]\\bigr)',
  keras: 'gelu',
  range: [-0.1701, Infinity],
  at: (z) => (z === -Infinity ? 0 : z * logistic(gate(z))),
  derivative,
  glsl: {
    value: `gated(z, ${2 * scale} * z * (1.0 + ${cubic} * z * z))`,
    derivative: `gatedSlope(z, ${2 * scale} * z * (1.0 + ${cubic} * z * z), ${2 * scale} * (1.0 + ${3 * cubic} * z * z))`,
  },
} as const satisfies Activation;
