/** The experiments in `public/examples`, in the order of the course; `?example=<id>` opens one. A test keeps list and folder alike. */
import type { Localized } from '../i18n/localized';

interface Example {
  readonly id: string;
  readonly name: Localized;
}

export const examples: readonly Example[] = [
  { id: 'logistic-regression', name: { en: 'Logistic regression', zh: '逻辑回归' } },
  {
    id: 'logistic-circle-features',
    name: { en: 'Logistic regression with x₁², x₂²', zh: '逻辑回归加平方特征' },
  },
  { id: 'softmax-two-classes', name: { en: 'Softmax with two classes', zh: '两类 softmax 回归' } },
  { id: 'softmax-four-blobs', name: { en: 'Softmax regression, four classes', zh: '四类 softmax 回归' } },
  { id: 'network-four-blobs', name: { en: 'Network for four classes', zh: '神经网络，四个类别' } },
  { id: 'xor-relu', name: { en: 'XOR with ReLU', zh: 'ReLU 网络解异或' } },
  { id: 'rings-swish', name: { en: 'Rings with swish', zh: 'swish 网络分同心圆环' } },
  { id: 'spiral-two', name: { en: 'Two-arm spiral', zh: '双臂螺旋' } },
  { id: 'spiral-four', name: { en: 'Four-arm spiral', zh: '四臂螺旋' } },
  {
    id: 'squared-error-classification',
    name: { en: 'Squared error for classes', zh: '用平方误差做分类' },
  },
  { id: 'regression-line', name: { en: 'Linear regression', zh: '线性回归' } },
  { id: 'regression-sine', name: { en: 'A network fits a sine', zh: '神经网络拟合正弦' } },
  { id: 'regression-house-price', name: { en: 'House prices, never negative', zh: '房价：非负的目标值' } },
  { id: 'regression-saddle', name: { en: 'A saddle over two inputs', zh: '两个输入的马鞍面' } },
];
