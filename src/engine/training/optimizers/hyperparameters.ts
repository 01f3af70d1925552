/** Hyper-parameters that several optimisers declare alike. */
import type { Hyperparameter } from '../hyperparameter';

export const momentumFactor = {
  id: 'momentum',
  name: { en: 'momentum', zh: '动量' },
  symbol: '\\mu',
  label: 'μ',
  range: [0, 0.999],
  default: 0.9,
  scale: 'linear',
} as const satisfies Hyperparameter;

export const epsilon = {
  id: 'epsilon',
  name: { en: 'epsilon', zh: 'ε 小常数' },
  symbol: '\\varepsilon',
  label: 'ε',
  range: [1e-10, 1e-2],
  default: 1e-7,
  scale: 'log',
} as const satisfies Hyperparameter;

export const beta1 = {
  id: 'beta1',
  name: { en: 'mean decay β₁', zh: '一阶矩衰减 β₁' },
  symbol: '\\beta_1',
  label: 'β₁',
  range: [0, 0.999],
  default: 0.9,
  scale: 'linear',
} as const satisfies Hyperparameter;

export const beta2 = {
  id: 'beta2',
  name: { en: 'variance decay β₂', zh: '二阶矩衰减 β₂' },
  symbol: '\\beta_2',
  label: 'β₂',
  range: [0, 0.9999],
  default: 0.999,
  scale: 'linear',
} as const satisfies Hyperparameter;
