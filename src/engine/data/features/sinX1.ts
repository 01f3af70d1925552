import type { Feature } from '../feature';

export const sinX1 = {
  id: 'sinX1',
  name: { en: 'Sine of x₁', zh: 'x₁ 的正弦' },
  formula: '\\sin x_1',
  label: 'sin x₁',
  usesX2: false,
  at: (x1) => Math.sin(x1),
} satisfies Feature;
