/** How wide each initialiser draws, one sentence each; apart from the registry, because only lists show it. */
import type { Localized } from '../../../i18n/localized';
import type { InitializerId } from './index';

export const initializerHints: Readonly<Record<InitializerId, Localized>> = {
  glorotUniform: {
    en: 'Even over a range that suits sigmoid and tanh; wide layers get smaller weights.',
    zh: '均匀分布，范围适合 sigmoid 和 tanh；层越宽，权重越小。',
  },
  glorotNormal: {
    en: 'Normal, with a spread that suits sigmoid and tanh; wide layers get smaller weights.',
    zh: '正态分布，标准差适合 sigmoid 和 tanh；层越宽，权重越小。',
  },
  heUniform: {
    en: 'Even over a wider range, which suits ReLU; many inputs get smaller weights.',
    zh: '均匀分布，范围较大，适合 ReLU；输入越多，权重越小。',
  },
  heNormal: {
    en: 'Normal with a wider spread, which suits ReLU; many inputs get smaller weights.',
    zh: '正态分布，标准差较大，适合 ReLU；输入越多，权重越小。',
  },
  lecunNormal: {
    en: 'Normal; the variance is 1 over the number of inputs.',
    zh: '正态分布，方差是输入个数的倒数。',
  },
  uniform: {
    en: 'Even between −0.5 and 0.5, whatever the width of the layer.',
    zh: '在 −0.5 到 0.5 之间均匀分布，与层的宽度无关。',
  },
  normal: {
    en: 'Normal with standard deviation 1: large for a wide layer.',
    zh: '正态分布，标准差为 1：对很宽的层来说偏大。',
  },
  zeros: {
    en: 'All 0: the units of a hidden layer never become different.',
    zh: '全为 0：同一隐藏层的单元永远分不出彼此。',
  },
};
