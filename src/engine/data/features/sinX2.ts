import type { Feature } from '../feature';

export const sinX2 = {
  id: 'sinX2',
  name: { en: 'Sine of x₂', zh: 'x₂ 的正弦' },
  formula: '\\sin x_2',
  label: 'sin x₂',
  usesX2: true,
  at: (_x1, x2) => Math.sin(x2),
} satisfies Feature;
