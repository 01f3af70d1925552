import type { Feature } from '../feature';

export const radius = {
  id: 'radius',
  name: { en: 'Distance from the origin', zh: '到原点的距离' },
  formula: '\\sqrt{x_1^2 + x_2^2}',
  label: 'r',
  usesX2: true,
  at: (x1, x2) => Math.sqrt(x1 * x1 + x2 * x2),
} satisfies Feature;
