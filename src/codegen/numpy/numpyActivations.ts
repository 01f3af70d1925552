/** The activations in NumPy: g(z), its derivative, and the functions that both need. */
import type { ActivationId } from '../../engine/model/activations';

interface NumpyActivation {
  /** Functions of `definitions` that `value` calls. */
  readonly needs: readonly DefinitionId[];
  /** Functions that `slope` calls besides. */
  readonly slopeNeeds: readonly DefinitionId[];
  value(z: string): string;
  /** dg/dz, in z or in a = g(z); empty where it is 1. */
  slope(z: string, a: string): string;
}

export type DefinitionId = keyof typeof numpyDefinitions;

/** In the order in which they are written: each calls only those above it. */
export const numpyDefinitions = {
  sigmoid: `
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))  # 1 / (1 + exp(-z)), never overflows`,
  relu: `
def relu(z):
    return np.maximum(z, 0)`,
  leaky_relu: `
def leaky_relu(z):
    return np.where(z > 0, z, 0.2 * z)`,
  elu: `
def elu(z):
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))`,
  swish: `
def swish(z):
    return z * sigmoid(z)`,
  swish_slope: `
def swish_slope(z):
    return sigmoid(z) * (1 + z * sigmoid(-z))`,
  softplus: `
def softplus(z):
    return np.logaddexp(0, z)  # log(1 + exp(z)), never overflows`,
  gelu: `
def gelu(z):
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))`,
  gelu_slope: `
def gelu_slope(z):
    t = np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))
    inner_slope = np.sqrt(2 / np.pi) * (1 + 3 * 0.044715 * z**2)
    return 0.5 * (1 + t) + 0.5 * z * (1 - t**2) * inner_slope`,
  softmax: `
def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)`,
  log_sum_exp: `
def log_sum_exp(z):
    top = z.max(axis=1, keepdims=True)
    return top + np.log(np.exp(z - top).sum(axis=1, keepdims=True))`,
} as const;

const called = (name: DefinitionId): Pick<NumpyActivation, 'needs' | 'value'> => ({
  needs: [name],
  value: (z) => `${name}(${z})`,
});

export const numpyActivations: Record<ActivationId, NumpyActivation> = {
  linear: { needs: [], slopeNeeds: [], value: (z) => z, slope: () => '' },
  sigmoid: { ...called('sigmoid'), slopeNeeds: [], slope: (_, a) => `${a} * (1 - ${a})` },
  tanh: { needs: [], slopeNeeds: [], value: (z) => `np.tanh(${z})`, slope: (_, a) => `(1 - ${a}**2)` },
  relu: { ...called('relu'), slopeNeeds: [], slope: (z) => `(${z} > 0)` },
  leakyRelu: { ...called('leaky_relu'), slopeNeeds: [], slope: (z) => `np.where(${z} > 0, 1, 0.2)` },
  elu: { ...called('elu'), slopeNeeds: [], slope: (z, a) => `np.where(${z} > 0, 1, ${a} + 1)` },
  swish: {
    needs: ['sigmoid', 'swish'],
    slopeNeeds: ['swish_slope'],
    value: (z) => `swish(${z})`,
    slope: (z) => `swish_slope(${z})`,
  },
  softplus: { ...called('softplus'), slopeNeeds: ['sigmoid'], slope: (z) => `sigmoid(${z})` },
  gelu: { ...called('gelu'), slopeNeeds: ['gelu_slope'], slope: (z) => `gelu_slope(${z})` },
};
