/** What each loss looks at, one sentence each; apart from the registry, because only lists show it. */
import type { Localized } from '../../../i18n/localized';
import type { LossId } from './index';

export const lossHints: Readonly<Record<LossId, Localized>> = {
  binaryCrossentropy: {
    en: 'Minus the logarithm of the probability of the true answer, for each output by itself.',
    zh: '真实答案的概率取对数再取负，各个输出分别计算。',
  },
  categoricalCrossentropy: {
    en: 'Minus the logarithm of the probability of the true class, and of no other.',
    zh: '只看真实类别的概率：取对数再取负。',
  },
  squaredError: {
    en: 'Half the square of the difference between output and target.',
    zh: '输出与目标之差的平方的一半。',
  },
  huber: {
    en: 'Half the square of a small error; beyond δ a straight line, so that an outlier pulls no harder.',
    zh: '误差不超过 δ 时取平方的一半，超过 δ 后按直线增长，离群点的拉力不再变大。',
  },
};
