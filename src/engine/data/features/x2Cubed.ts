import type { Feature } from '../feature';

export const x2Cubed = {
  id: 'x2Cubed',
  name: { en: 'x₂ cubed', zh: 'x₂ 的立方' },
  formula: 'x_2^3',
  label: 'x₂³',
  usesX2: true,
  at: (_x1, x2) => x2 * x2 * x2,
} satisfies Feature;
