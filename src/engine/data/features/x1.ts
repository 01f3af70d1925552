import type { Feature } from '../feature';

export const x1 = {
  id: 'x1',
  name: { en: 'Coordinate x₁', zh: '坐标 x₁' },
  formula: 'x_1',
  label: 'x₁',
  usesX2: false,
  at: (x1) => x1,
} satisfies Feature;
