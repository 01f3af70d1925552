import type { Localized } from '../../../i18n/localized';
import type { ActivationNotes } from './activation';

/** Looks at a whole layer, so it is no `Activation`: `activate` of model/forward.ts has its mathematics. */
export const softmax = {
  id: 'softmax',
  name: { en: 'softmax', zh: 'softmax' } satisfies Localized,
  formula: 'a_j = \\frac{e^{z_j}}{\\sum_k e^{z_k}}',
  isIncreasing: true,
  flat: 'nowhere',
  canDie: false,
} as const;

export const notes = {
  hint: { en: 'A probability for each class; they add up to 1.', zh: '每个类别一个概率，加起来是 1。' },
  cost: { en: 'one exponential a unit, one division', zh: '每个单元一次指数运算，再做一次除法' },
  use: {
    en: 'Output layer for three or more classes: it looks at the whole layer, and its outputs are probabilities that add up to 1.',
    zh: '用于多元分类（三类及以上）的输出层：它作用于整层，各输出是概率，总和为 1。',
  },
  names: {
    keras: { name: 'softmax' },
    pytorch: { module: 'nn.Softmax(dim=1)' },
    tensorflowJs: { name: 'softmax' },
  },
} as const satisfies ActivationNotes;
