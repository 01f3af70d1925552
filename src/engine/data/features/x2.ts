import type { Feature } from '../feature';

export const x2 = {
  id: 'x2',
  name: { en: 'Coordinate x₂', zh: '坐标 x₂' },
  formula: 'x_2',
  label: 'x₂',
  usesX2: true,
  at: (_x1, x2) => x2,
} satisfies Feature;
