import type { Feature } from '../feature';

export const cosX2 = {
  id: 'cosX2',
  name: { en: 'Cosine of x₂', zh: 'x₂ 的余弦' },
  formula: '\\cos x_2',
  label: 'cos x₂',
  usesX2: true,
  at: (_x1, x2) => Math.cos(x2),
} satisfies Feature;
