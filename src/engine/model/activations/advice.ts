/** What a teacher says of each activation besides its mathematics. Apart from the registry, because only lists and the gallery show it. */
import type { Localized } from '../../../i18n/localized';
import type { OutputActivationId } from './index';

export interface ActivationAdvice {
  /** Its values and where it is flat, in one sentence. */
  readonly hint: Localized;
  /** What a unit has to compute. */
  readonly cost: Localized;
  readonly use: Localized;
}

export const activationAdvice = {
  linear: {
    hint: { en: 'g(z) = z: any number, unchanged.', zh: 'g(z) = z：原样输出，可以是任意实数。' },
    cost: { en: 'nothing', zh: '无需计算' },
    use: {
      en: 'Output layer of a regression whose targets may be any real number. Not inside: linear layers multiply out to one.',
      zh: '用于目标可取任意实数的回归的输出层。不用于隐藏层：多个线性层相乘仍是一个线性层。',
    },
  },
  sigmoid: {
    hint: {
      en: 'Between 0 and 1, as a probability is; flat on both sides.',
      zh: '在 0 和 1 之间，可以当作概率；两侧平坦。',
    },
    cost: { en: 'one exponential, one division', zh: '一次指数运算、一次除法' },
    use: {
      en: 'Output layer for two classes: its value is the probability of the second. Seldom inside: flat on both sides, so gradient descent crawls.',
      zh: '用于二元分类的输出层，输出就是第二类的概率。很少用于隐藏层：两侧都平坦，梯度下降很慢。',
    },
  },
  tanh: {
    hint: { en: 'Between −1 and 1; flat on both sides.', zh: '在 −1 和 1 之间；两侧平坦。' },
    cost: { en: 'one exponential, one division', zh: '一次指数运算、一次除法' },
    use: {
      en: 'Hidden layers of small networks: like sigmoid, but centred at 0 and four times as steep there. Still flat on both sides.',
      zh: '用于小型网络的隐藏层：形如 sigmoid，但以 0 为中心，且中心处斜率是其 4 倍。两侧仍然平坦。',
    },
  },
  relu: {
    hint: {
      en: '0 for negative z, else z: cheap, and flat on one side only.',
      zh: 'z 为负时是 0，否则就是 z：计算快，只有一侧平坦。',
    },
    cost: { en: 'one comparison', zh: '一次比较' },
    use: {
      en: 'The usual choice for hidden layers: cheap, and not flat where it is on. A unit that is off at every point is dead. As output only for targets that are never negative.',
      zh: '隐藏层的常用选择：计算量小，z > 0 的一侧不平坦。若一个单元对所有样本都为 0，它就失活了。用作输出只适合非负的目标。',
    },
  },
  leakyRelu: {
    hint: {
      en: 'Like ReLU, but 0.2 z for negative z: flat nowhere.',
      zh: 'z 为负时是 0.2z，否则就是 z：处处不平坦。',
    },
    cost: { en: 'one comparison, one product', zh: '一次比较、一次乘法' },
    use: {
      en: 'Hidden layers where ReLU leaves units dead: its left side lets a fifth of the gradient through.',
      zh: '当 ReLU 使许多单元失活时用于隐藏层：左侧仍能传回五分之一的梯度。',
    },
  },
  elu: {
    hint: {
      en: 'Like ReLU, but bends smoothly towards −1 for negative z.',
      zh: 'z 为正时就是 z，为负时光滑地趋近 −1。',
    },
    cost: { en: 'one comparison, one exponential on the left', zh: '一次比较，左侧另需一次指数运算' },
    use: {
      en: 'Hidden layers: bends without a corner, and its outputs lie nearer to mean 0 than those of ReLU.',
      zh: '用于隐藏层：转折处没有尖角，输出的均值比 ReLU 更接近 0。',
    },
  },
  swish: {
    hint: {
      en: 'A smooth ReLU that lies a little below 0 for negative z.',
      zh: '光滑的 ReLU，z 为负时略低于 0。',
    },
    cost: { en: 'one exponential, one division, one product', zh: '一次指数运算、一次除法、一次乘法' },
    use: {
      en: 'Hidden layers of deep networks: a smooth ReLU that dips below 0 before it rises.',
      zh: '用于深层网络的隐藏层：光滑的 ReLU，上升之前先略低于 0。',
    },
  },
  softplus: {
    hint: { en: 'A smooth ReLU that is always above 0.', zh: '光滑的 ReLU，恒大于 0。' },
    cost: { en: 'one exponential, one logarithm', zh: '一次指数运算、一次对数运算' },
    use: {
      en: 'Output layer for targets that are always positive: a smooth ReLU that never reaches 0.',
      zh: '用于目标恒为正的输出层：光滑的 ReLU，永远不等于 0。',
    },
  },
  gelu: {
    hint: { en: 'A smooth ReLU, usual in transformers.', zh: '光滑的 ReLU，常用于 Transformer。' },
    cost: { en: 'one exponential and a few products', zh: '一次指数运算和若干次乘法' },
    use: {
      en: 'Hidden layers, above all of transformers: z times the probability that a standard normal is below z.',
      zh: '用于隐藏层，尤其是 Transformer：z 乘以标准正态变量小于 z 的概率。',
    },
  },
  softmax: {
    hint: { en: 'A probability for each class; they add up to 1.', zh: '每个类别一个概率，加起来是 1。' },
    cost: { en: 'one exponential a unit, one division', zh: '每个单元一次指数运算，再做一次除法' },
    use: {
      en: 'Output layer for three or more classes: it looks at the whole layer, and its outputs are probabilities that add up to 1.',
      zh: '用于多元分类（三类及以上）的输出层：它作用于整层，各输出是概率，总和为 1。',
    },
  },
} as const satisfies Record<OutputActivationId, ActivationAdvice>;
