import type { Loss } from './loss';

/** Huber 1964, as Keras' Huber(delta) and PyTorch's HuberLoss(delta): an outlier pulls no harder than an error of δ. */
export const huber = {
  id: 'huber',
  name: { en: 'Huber loss', zh: 'Huber 损失' },
  formula:
    'L = \\begin{cases} \\tfrac{1}{2}(f - y)^2 & |f - y| \\le \\delta \\\\ \\delta\\bigl(|f - y| - \\tfrac{1}{2}\\delta\\bigr) & |f - y| > \\delta \\end{cases}',
  measures: 'error',
  tasks: ['regression'],
  hyperparameters: [
    {
      id: 'delta',
      name: { en: 'Threshold δ', zh: '阈值 δ' },
      symbol: '\\delta',
      label: 'δ',
      range: [0.01, 100],
      default: 1,
      scale: 'log',
    },
  ],
} as const satisfies Loss;
