import type { Activation } from './activation';

export const linear = {
  id: 'linear',
  name: { en: 'linear', zh: '线性' },
  formula: 'g(z) = z',
  keras: 'linear',
  range: [-Infinity, Infinity],
  at: (z) => z,
  derivative: () => 1,
  glsl: { value: 'z', derivative: 'vec4(1.0)' },
} as const satisfies Activation;
