import type { Feature } from '../feature';

export const x1Cubed = {
  id: 'x1Cubed',
  name: { en: 'x₁ cubed', zh: 'x₁ 的立方' },
  formula: 'x_1^3',
  label: 'x₁³',
  usesX2: false,
  at: (x1) => x1 * x1 * x1,
} satisfies Feature;
