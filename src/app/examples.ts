/** The experiments in `public/examples`, in the order of the course; `?example=<id>` opens one. A test keeps list and folder alike. */
import type { Localized } from '../i18n/localized';

interface Example {
  readonly id: string;
  readonly name: Localized;
  /** What it shows, in one sentence. */
  readonly hint: Localized;
}

export const examples: readonly Example[] = [
  {
    id: 'logistic-regression',
    name: { en: 'Logistic regression', zh: '逻辑回归' },
    hint: {
      en: 'Two classes and a straight border: the first model of the course.',
      zh: '两类点，一条直线边界：课程的第一个模型。',
    },
  },
  {
    id: 'logistic-circle-features',
    name: { en: 'Logistic regression with x₁², x₂²', zh: '逻辑回归加平方特征' },
    hint: {
      en: 'With x₁² and x₂² as inputs, logistic regression draws a closed border.',
      zh: '用 x₁²、x₂² 作输入，逻辑回归的边界也能围成圈。',
    },
  },
  {
    id: 'softmax-two-classes',
    name: { en: 'Softmax with two classes', zh: '两类 softmax 回归' },
    hint: {
      en: 'Two outputs for two classes: the same kind of model as logistic regression.',
      zh: '两个类别用两个输出：与逻辑回归是同一种模型。',
    },
  },
  {
    id: 'softmax-four-blobs',
    name: { en: 'Softmax regression, four classes', zh: '四类 softmax 回归' },
    hint: {
      en: 'A probability for each of four classes, with straight borders between them.',
      zh: '四个类别各有一个概率，各类之间的边界是直线。',
    },
  },
  {
    id: 'network-four-blobs',
    name: { en: 'Network for four classes', zh: '四类点用神经网络' },
    hint: {
      en: 'The same four classes with two hidden layers of ReLU: the borders may bend.',
      zh: '同样的四类，用两个 ReLU 隐藏层：边界可以弯折。',
    },
  },
  {
    id: 'xor-relu',
    name: { en: 'XOR with ReLU', zh: '用 ReLU 网络解决异或问题' },
    hint: {
      en: 'One hidden layer of 8 ReLU units separates what a straight line cannot.',
      zh: '一条直线分不开的两类，用一个 8 单元的 ReLU 隐藏层分开。',
    },
  },
  {
    id: 'rings-swish',
    name: { en: 'Rings with swish', zh: '用 swish 网络分开同心圆环' },
    hint: {
      en: 'Two hidden layers with swish draw closed borders between three rings.',
      zh: '两个 swish 隐藏层，在三个圆环之间画出围成圈的边界。',
    },
  },
  {
    id: 'spiral-two',
    name: { en: 'Two-arm spiral', zh: '双臂螺旋' },
    hint: {
      en: 'Two hidden layers with tanh learn a border that winds between two arms.',
      zh: '两个 tanh 隐藏层，学出在两条螺旋臂之间盘绕的边界。',
    },
  },
  {
    id: 'spiral-four',
    name: { en: 'Four-arm spiral', zh: '四臂螺旋' },
    hint: {
      en: 'Two hidden layers with ReLU learn the borders between four arms.',
      zh: '两个 ReLU 隐藏层，学出四条螺旋臂之间的边界。',
    },
  },
  {
    id: 'squared-error-classification',
    name: { en: 'Squared error for classes', zh: '用平方误差做分类' },
    hint: {
      en: 'Classes can be learned with squared error too; compare it with cross-entropy.',
      zh: '分类也可以用平方误差来学；请与交叉熵比较。',
    },
  },
  {
    id: 'regression-line',
    name: { en: 'Linear regression', zh: '线性回归' },
    hint: {
      en: 'Gradient descent finds the straight line that is nearest to the points.',
      zh: '用梯度下降找出离这些点最近的直线。',
    },
  },
  {
    id: 'regression-sine',
    name: { en: 'A network fits a sine', zh: '用神经网络拟合正弦曲线' },
    hint: {
      en: 'Two hidden layers with tanh follow a curve that a straight line cannot.',
      zh: '两个 tanh 隐藏层，拟合直线跟不上的曲线。',
    },
  },
  {
    id: 'regression-house-price',
    name: { en: 'House prices, never negative', zh: '房价：非负的目标值' },
    hint: {
      en: 'A softplus output, a smooth ReLU, for a target that is never negative.',
      zh: '目标值不会为负：输出层用 softplus，即光滑的 ReLU。',
    },
  },
  {
    id: 'regression-saddle',
    name: { en: 'A saddle over two inputs', zh: '两个输入的马鞍面' },
    hint: {
      en: 'Two inputs and a curved surface: no plane fits it, a network does.',
      zh: '两个输入的曲面：平面拟合不了，神经网络可以。',
    },
  },
];
