/** What each dataset is good for, one sentence each. Apart from the registry, because only the sheet of the data shows it. */
import type { Localized } from '../../../i18n/localized';
import type { DatasetId } from './index';

export const datasetHints: Readonly<Record<DatasetId, Localized>> = {
  blobs: {
    en: 'Four groups, high and low in turn: straight borders separate nearly all of them.',
    zh: '四团点高低错开：直线边界几乎能把它们全部分开。',
  },
  cornerBlobs: {
    en: 'One group in each quadrant: straight borders separate nearly all of them.',
    zh: '每个象限一团点：直线边界几乎能把它们全部分开。',
  },
  threeBlobs: {
    en: 'Three groups: one class too many for logistic regression, so softmax is needed.',
    zh: '三团点，三个类别：逻辑回归只分两类，这里要用 softmax。',
  },
  gaussians: {
    en: 'Two groups that overlap: a straight line is the best border, and still errs.',
    zh: '两团点略有重叠：最好的边界是一条直线，但仍会分错几个。',
  },
  separable: {
    en: 'Two classes with a gap between them: one straight line separates them.',
    zh: '两类之间有空隙：一条直线就能分开。',
  },
  xor: {
    en: 'Each class lies in two opposite quadrants: a straight line cannot separate these.',
    zh: '同类的点位于对角的两个象限：一条直线分不开。',
  },
  circle: {
    en: 'One class around the other: a straight line cannot separate these; with x₁² and x₂² as inputs it can.',
    zh: '一类包围另一类：一条直线分不开；改用 x₁²、x₂² 作输入就能分开。',
  },
  moons: {
    en: 'Two half circles that reach into each other: the border has to bend.',
    zh: '两个半圆互相交错：边界要弯曲才能分开。',
  },
  spiral: {
    en: 'Arms wound around each other: the border has to follow every turn.',
    zh: '几条螺旋臂互相缠绕：边界要跟着一圈圈地弯。',
  },
  rings: {
    en: 'Each ring lies around the one before: the borders have to be closed curves.',
    zh: '一环套着一环：边界要围成圈才能分开。',
  },
  checkerboard: {
    en: 'Each class has several separate squares: the border needs many corners.',
    zh: '同类的方格彼此不相连：边界要转许多个弯。',
  },
  quadrants: {
    en: 'Each class fills one quadrant: the two axes are the borders.',
    zh: '每类占一个象限：两条坐标轴就是边界。',
  },
  pinwheel: {
    en: 'Blades around a middle: straight borders separate nearly all of them.',
    zh: '叶片围着中心，朝同一方向弯：直线边界几乎能把它们全部分开。',
  },
  line: {
    en: 'Points near a straight line: linear regression is enough.',
    zh: '点在一条直线附近：线性回归就够了。',
  },
  parabola: {
    en: 'A curve with one bend: a straight line cannot follow it; with x₁² as an input it can.',
    zh: '只弯一次的曲线：直线拟合不了；加上 x₁² 作输入就可以。',
  },
  sine: {
    en: 'Rises and falls in turn: a straight line cannot follow it, a hidden layer can.',
    zh: '一起一伏的曲线：直线拟合不了，有隐藏层就可以。',
  },
  step: {
    en: 'A jump from −1 to 1: a steep tanh can follow it, a straight line cannot.',
    zh: '从 −1 跳到 1：很陡的 tanh 跟得上，直线不行。',
  },
  housePrice: {
    en: 'Prices are never negative: a target for a ReLU output.',
    zh: '价格不会为负：适合用 ReLU 输出。',
  },
  dailyChange: {
    en: 'Changes are above or below 0: a target for a linear output.',
    zh: '涨跌有正有负：适合用线性输出。',
  },
  plane: {
    en: 'Points near a tilted plane: linear regression with two inputs is enough.',
    zh: '点在一个倾斜的平面附近：两个输入的线性回归就够了。',
  },
  saddle: {
    en: 'Up along x₁, down along x₂: no plane fits; with x₁² and x₂² as inputs it does.',
    zh: '沿 x₁ 向上弯、沿 x₂ 向下弯：平面拟合不了；改用 x₁²、x₂² 作输入就可以。',
  },
  severalGaussians: {
    en: 'Hills and hollows: no plane fits them, a network can.',
    zh: '有高有低的曲面：平面拟合不了，神经网络可以。',
  },
};
