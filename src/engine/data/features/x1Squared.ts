import type { Feature } from '../feature';

export const x1Squared = {
  id: 'x1Squared',
  name: { en: 'x₁ squared', zh: 'x₁ 的平方' },
  formula: 'x_1^2',
  label: 'x₁²',
  usesX2: false,
  at: (x1) => x1 * x1,
} satisfies Feature;
