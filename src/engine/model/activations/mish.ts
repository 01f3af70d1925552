import { boundedOf, type Ops, softplusOf } from '../ops';
import type { Activation, ActivationNotes } from './activation';

/** tanh log(1 + e^z), which goes to 0 like e^z and to 1. */
function gate<T>(ops: Ops<T>, z: T): T {
  return ops.tanh(softplusOf(ops, z));
}

/** Misra 2019: z tanh softplus z. */
export const mish = {
  id: 'mish',
  name: { en: 'Mish', zh: 'Mish' },
  formula: 'g(z) = z \\tanh(\\log(1 + e^{z}))',
  range: [-0.3089, Infinity],
  isIncreasing: false,
  flat: 'left',
  canDie: false,
  kernelKeeps: 'slopes',
  value: (ops, z) => ops.multiply(ops.max(z, ops.constant(-1000)), gate(ops, z)),
  slope: (ops, z) => {
    const near = boundedOf(ops, z);
    const t = gate(ops, near);
    const bend = ops.multiply(ops.shift(ops.scale(ops.multiply(t, t), -1), 1), ops.logistic(near));
    return ops.add(t, ops.multiply(near, bend));
  },
} as const satisfies Activation;

export const notes = {
  hint: {
    en: 'A smooth ReLU like swish, a little lower for negative z and steeper after 0.',
    zh: '与 swish 相近的光滑 ReLU，z 为负时略低，过 0 后更陡。',
  },
  cost: {
    en: 'two exponentials, one logarithm, one division, one product',
    zh: '两次指数运算、一次对数运算、一次除法、一次乘法',
  },
  use: {
    en: 'Hidden layers, above all of networks for images: used like swish, at a somewhat higher cost.',
    zh: '用于隐藏层，尤其是处理图像的网络：用法同 swish，计算量略大。',
  },
  names: {
    keras: { name: 'mish' },
    pytorch: { module: 'nn.Mish()' },
    tensorflowJs: { name: 'mish' },
  },
} as const satisfies ActivationNotes;
