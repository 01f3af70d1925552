import type { Activation } from './activation';

/**
 * Hendrycks & Gimpel 2016 in its tanh form (Keras: `gelu` with approximate=True), which every device can compute with
 * the same few operations; it differs from the exact form by less than 5e-4.
 */
const scale = Math.sqrt(2 / Math.PI);
const cubic = 0.044715;

function derivative(z: number): number {
  if (Math.abs(z) > 1e3) return z > 0 ? 1 : 0;
  const t = Math.tanh(scale * (z + cubic * z ** 3));
  return 0.5 * (1 + t) + 0.5 * z * (1 - t * t) * scale * (1 + 3 * cubic * z * z);
}

export const gelu = {
  id: 'gelu',
  name: { en: 'GELU', zh: 'GELU' },
  formula: 'g(z) = \\tfrac{z}{2}\\left(1 + \\tanh\\left[\\sqrt{2/\\pi}\\,(z + 0.044715 z^3)\\right]\\right)',
  keras: 'gelu',
  range: [-0.1701, Infinity],
  at: (z) => (z === -Infinity ? 0 : 0.5 * z * (1 + Math.tanh(scale * (z + cubic * z ** 3)))),
  derivative,
} as const satisfies Activation;
