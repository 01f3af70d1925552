/** What each optimiser does, one sentence each; apart from the registry, because only lists show it. */
import type { Localized } from '../../../i18n/localized';
import type { OptimizerId } from './index';

export const optimizerHints: Readonly<Record<OptimizerId, Localized>> = {
  sgd: {
    en: 'Each update goes against the gradient, α times as far.',
    zh: '每次沿负梯度方向更新，更新量是 α 乘梯度。',
  },
  momentum: {
    en: 'Keeps a part of the last update: faster where the gradient keeps its direction.',
    zh: '保留上一次更新的一部分：梯度方向不变时越走越快。',
  },
  nesterov: { en: 'Momentum that looks one update ahead.', zh: '向前多看一步的动量法。' },
  adagrad: {
    en: 'Smaller updates for weights with large gradients so far; the rate only falls.',
    zh: '以往梯度大的权重更新得少；实际步长只减不增。',
  },
  rmsprop: {
    en: 'Divides the gradient by its usual size of late, so that all weights change alike fast.',
    zh: '梯度除以它近期的大小，使各个权重变化得差不多快。',
  },
  adam: {
    en: 'RMSProp with momentum; both averages are corrected for their start at 0.',
    zh: 'RMSProp 加上动量；两个平均值从 0 开始带来的偏差都得到校正。',
  },
  adamw: {
    en: 'Adam that also makes every weight a little smaller at each update.',
    zh: 'Adam，每次更新还使所有权重略微变小。',
  },
};
