import type { Feature } from '../feature';

export const cosX1 = {
  id: 'cosX1',
  name: { en: 'Cosine of x₁', zh: 'x₁ 的余弦' },
  formula: '\\cos x_1',
  label: 'cos x₁',
  usesX2: false,
  at: (x1) => Math.cos(x1),
} satisfies Feature;
