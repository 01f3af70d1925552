import { boundedOf, gatedOf, gatedSlopeOf, type Ops } from '../ops';
import type { Activation, ActivationNotes } from './activation';

/**
 * Hendrycks & Gimpel 2016 in its tanh form (Keras: `gelu` with approximate=True), which every device can compute with
 * the same few operations; it differs from the exact form by less than 5e-4.
 */
const scale = 2 * Math.sqrt(2 / Math.PI);
const cubic = 0.044715;

/** v with g(z) = z σ(v): ½ (1 + tanh u) is σ(2u), which loses nothing on the left where 1 + tanh u does. */
function gate<T>(ops: Ops<T>, z: T): T {
  return ops.scale(ops.multiply(z, ops.shift(ops.scale(ops.multiply(z, z), cubic), 1)), scale);
}

function slope<T>(ops: Ops<T>, z: T): T {
  const near = boundedOf(ops, z);
  const gateSlope = ops.scale(ops.shift(ops.scale(ops.multiply(near, near), 3 * cubic), 1), scale);
  return gatedSlopeOf(ops, near, gate(ops, near), gateSlope);
}

export const gelu = {
  id: 'gelu',
  name: { en: 'GELU', zh: 'GELU' },
  // Parentheses of a fixed size let a narrow column break the line.
  formula: 'g(z) = \\tfrac{z}{2}\\bigl(1 + \\tanh\\bigl[\\sqrt{2/\\pi}\\,(z + 0.044715 z^3)\\bigr]\\bigr)',
  range: [-0.1701, Infinity],
  isIncreasing: false,
  flat: 'left',
  canDie: false,
  kernelKeeps: 'slopes',
  value: (ops, z) => gatedOf(ops, z, gate(ops, z)),
  slope,
} as const satisfies Activation;

export const notes = {
  hint: { en: 'A smooth ReLU, usual in transformers.', zh: '光滑的 ReLU，常用于 Transformer。' },
  cost: { en: 'one exponential and a few products', zh: '一次指数运算和若干次乘法' },
  use: {
    en: 'Hidden layers, above all of transformers: z times the probability that a standard normal is below z.',
    zh: '用于隐藏层，尤其是 Transformer：z 乘以标准正态变量小于 z 的概率。',
  },
  names: {
    // By name, Keras takes the exact form.
    keras: {
      name: 'gelu',
      code: 'gelu',
      definition: `
def gelu(z):
    return keras.activations.gelu(z, approximate=True)`,
    },
    pytorch: { module: 'nn.GELU(approximate="tanh")' },
    tensorflowJs: { name: 'gelu_new' },
  },
  numpy: {
    functions: {
      gelu: `
def gelu(z):
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))`,
      gelu_slope: `
def gelu_slope(z):
    t = np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))
    inner_slope = np.sqrt(2 / np.pi) * (1 + 3 * 0.044715 * z**2)
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * inner_slope`,
    },
    value: (z) => `gelu(${z})`,
    slope: (z) => `gelu_slope(${z})`,
  },
} as const satisfies ActivationNotes;
