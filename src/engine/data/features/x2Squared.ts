import type { Feature } from '../feature';

export const x2Squared = {
  id: 'x2Squared',
  name: { en: 'x₂ squared', zh: 'x₂ 的平方' },
  formula: 'x_2^2',
  label: 'x₂²',
  usesX2: true,
  at: (_x1, x2) => x2 * x2,
} satisfies Feature;
