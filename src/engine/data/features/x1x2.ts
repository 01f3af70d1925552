import type { Feature } from '../feature';

export const x1x2 = {
  id: 'x1x2',
  name: { en: 'x₁ times x₂', zh: 'x₁ 与 x₂ 的乘积' },
  formula: 'x_1 x_2',
  label: 'x₁x₂',
  usesX2: true,
  at: (x1, x2) => x1 * x2,
} satisfies Feature;
