import type { Activation, ActivationNotes } from './activation';

export const relu = {
  id: 'relu',
  name: { en: 'ReLU', zh: 'ReLU' },
  formula: 'g(z) = \\max(0, z)',
  range: [0, Infinity],
  isIncreasing: false,
  flat: 'left',
  canDie: true,
  kernelKeeps: 'activations',
  value: (ops, z) => ops.max(z, ops.constant(0)),
  slope: (ops, z) => ops.where(z, ops.constant(1), ops.constant(0)),
} as const satisfies Activation;

export const notes = {
  hint: {
    en: '0 for negative z, else z: cheap, and flat on one side only.',
    zh: 'z 为负时是 0，否则就是 z：计算快，只有一侧平坦。',
  },
  cost: { en: 'one comparison', zh: '一次比较' },
  use: {
    en: 'The usual choice for hidden layers: cheap, and not flat where it is on. A unit that is off at every point is dead. As output only for targets that are never negative.',
    zh: '隐藏层的常用选择：计算量小，z > 0 的一侧不平坦。若一个单元对所有样本都为 0，它就失活了。用作输出只适合非负的目标。',
  },
  names: {
    keras: { name: 'relu' },
    pytorch: { module: 'nn.ReLU()' },
    tensorflowJs: { name: 'relu' },
  },
  numpy: {
    functions: {
      relu: `
def relu(z):
    return np.maximum(z, 0)`,
    },
    value: (z) => `relu(${z})`,
    slope: (z) => `(${z} > 0)`,
  },
} as const satisfies ActivationNotes;
