import type { Activation, ActivationNotes } from './activation';

/** Slope for z < 0, as Keras' `leaky_relu` has it. */
const leak = 0.2;

export const leakyRelu = {
  id: 'leakyRelu',
  name: { en: 'leaky ReLU', zh: 'leaky ReLU' },
  formula: 'g(z) = \\max(0.2z, z)',
  range: [-Infinity, Infinity],
  isIncreasing: true,
  flat: 'nowhere',
  canDie: false,
  kernelKeeps: 'activations',
  value: (ops, z) => ops.where(z, z, ops.scale(z, leak)),
  slope: (ops, z) => ops.where(z, ops.constant(1), ops.constant(leak)),
} as const satisfies Activation;

export const notes = {
  hint: {
    en: 'Like ReLU, but 0.2 z for negative z: flat nowhere.',
    zh: 'z 为负时是 0.2z，否则就是 z：处处不平坦。',
  },
  cost: { en: 'one comparison, one product', zh: '一次比较、一次乘法' },
  use: {
    en: 'Hidden layers where ReLU leaves units dead: its left side lets a fifth of the gradient through.',
    zh: '当 ReLU 使许多单元失活时用于隐藏层：左侧仍能传回五分之一的梯度。',
  },
  names: {
    keras: { name: 'leaky_relu' },
    pytorch: { module: 'nn.LeakyReLU(0.2)' },
    tensorflowJs: { layer: 'tf.layers.leakyReLU({ alpha: 0.2 })' },
  },
  numpy: {
    functions: {
      leaky_relu: `
def leaky_relu(z):
    return np.where(z > 0, z, 0.2 * z)`,
    },
    value: (z) => `leaky_relu(${z})`,
    slope: (z) => `np.where(${z} > 0, 1, 0.2)`,
  },
} as const satisfies ActivationNotes;
