import { gatedOf, gatedSlopeOf } from '../ops';
import type { Activation, ActivationNotes } from './activation';

/** Also called SiLU; Ramachandran, Zoph & Le 2017. */
export const swish = {
  id: 'swish',
  name: { en: 'swish', zh: 'swish' },
  formula: 'g(z) = \\frac{z}{1 + e^{-z}}',
  range: [-0.2785, Infinity],
  isIncreasing: false,
  flat: 'left',
  canDie: false,
  kernelKeeps: 'slopes',
  value: (ops, z) => gatedOf(ops, z, z),
  slope: (ops, z) => gatedSlopeOf(ops, z, z, ops.constant(1)),
} as const satisfies Activation;

export const notes = {
  hint: {
    en: 'A smooth ReLU that lies a little below 0 for negative z.',
    zh: '光滑的 ReLU，z 为负时略低于 0。',
  },
  cost: { en: 'one exponential, one division, one product', zh: '一次指数运算、一次除法、一次乘法' },
  use: {
    en: 'Hidden layers of deep networks: a smooth ReLU that dips below 0 before it rises.',
    zh: '用于深层网络的隐藏层：光滑的 ReLU，上升之前先略低于 0。',
  },
  names: {
    keras: { name: 'swish' },
    pytorch: { module: 'nn.SiLU()' },
    tensorflowJs: { name: 'swish' },
  },
  numpy: {
    functions: {
      swish: `
def swish(z):
    return z * sigmoid(z)`,
      swish_slope: `
def swish_slope(z):
    return sigmoid(z) * (1 + z * sigmoid(-z))`,
    },
    value: (z) => `swish(${z})`,
    slope: (z) => `swish_slope(${z})`,
  },
} as const satisfies ActivationNotes;
