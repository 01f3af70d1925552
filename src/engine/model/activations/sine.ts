import type { Activation, ActivationNotes } from './activation';

/**
 * Sitzmann et al. 2020, with z as it is. In float32 sin z is known to all digits up to |z| = 1e4; far beyond, devices stay within ±1
 * and agree no longer.
 */
export const sine = {
  id: 'sine',
  name: { en: 'sine', zh: '正弦' },
  formula: 'g(z) = \\sin z',
  range: [-1, 1],
  isIncreasing: false,
  period: 2 * Math.PI,
  flat: 'nowhere',
  canDie: false,
  kernelKeeps: 'slopes',
  value: (ops, z) => ops.sin(z),
  slope: (ops, z) => ops.cos(z),
} as const satisfies Activation;

export const notes = {
  hint: {
    en: 'A wave between −1 and 1 that goes on for ever; flat only where it turns.',
    zh: '在 −1 和 1 之间起伏、不断重复的波；只在波峰和波谷处平坦。',
  },
  cost: { en: 'one sine, some ten products', zh: '一次正弦运算（约十次乘法）' },
  use: {
    en: 'Hidden layers where the target itself goes up and down: a few waves follow what ReLU needs many corners for. With large weights the cost has many valleys.',
    zh: '用于隐藏层，适合本身起伏变化的目标：ReLU 要用许多折角才能拟合的曲线，几个波就能拟合。权重大时，成本函数有许多低谷。',
  },
  names: {
    keras: { code: 'keras.ops.sin' },
    pytorch: {
      module: 'Sine()',
      definition: `
class Sine(nn.Module):
    def forward(self, z):
        return torch.sin(z)`,
    },
    tensorflowJs: {
      layer: 'new Sine()',
      definition: `
class Sine extends tf.layers.Layer {
  static className = 'Sine';

  call(inputs) {
    return tf.sin(Array.isArray(inputs) ? inputs[0] : inputs);
  }
}`,
    },
  },
  numpy: {
    functions: {},
    value: (z) => `np.sin(${z})`,
    slope: (z) => `np.cos(${z})`,
  },
} as const satisfies ActivationNotes;
