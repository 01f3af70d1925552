/**
 * The loss of each point from the logits of the output layer, and dL/dz, in NumPy: the forms of `losses` and `outputDeltas`, stable
 * where loss and activation belong together.
 */
import type { ActivationId } from '../../engine/model/activations';
import type { Head, ProgramContext } from '../programContext';
import { numpyActivation } from './numpyActivations';

interface NumpyLoss {
  /** Body of `loss(z, y)`: one number a point. */
  readonly loss: string;
  /** dL/dz as an expression in z and y, or the body of `loss_slope(z, y)`. */
  readonly slope: { readonly expression: (z: string) => string } | { readonly body: string };
}

const crossEntropies: Record<Exclude<Head, 'squared' | 'clippedBinary' | 'clippedCategorical'>, NumpyLoss> = {
  sigmoidBinary: {
    loss: 'return (y * softplus(-z) + (1 - y) * softplus(z)).sum(axis=1)',
    slope: { expression: (z) => `sigmoid(${z}) - y` },
  },
  softmaxCategorical: {
    loss: 'return (y * (log_sum_exp(z) - z)).sum(axis=1)',
    slope: { expression: (z) => `softmax(${z}) - y` },
  },
  sigmoidCategorical: {
    loss: 'return (y * softplus(-z)).sum(axis=1)',
    slope: { expression: (z) => `y * (sigmoid(${z}) - 1)` },
  },
  softmaxBinary: {
    loss: `total = log_sum_exp(z)
losses = y * (total - z)
for j in range(z.shape[1]):  # -log(1 - a_j), from the other logits
    others = log_sum_exp(np.delete(z, j, axis=1))[:, 0]
    losses[:, j] += (1 - y[:, j]) * (total[:, 0] - others)
return losses.sum(axis=1)`,
    slope: {
      body: `dz = z.shape[1] * softmax(z) - y
for j in range(z.shape[1]):
    others = np.insert(softmax(np.delete(z, j, axis=1)), j, 0, axis=1)
    dz -= (1 - y[:, [j]]) * others
return dz`,
    },
  },
};

/** With the output a = g(z) of any activation. */
export function numpyLoss({ head, output }: ProgramContext): NumpyLoss {
  if (head !== 'squared' && head !== 'clippedBinary' && head !== 'clippedCategorical')
    return crossEntropies[head];
  if (output.activation === 'softmax') {
    return {
      loss: 'return (0.5 * (softmax(z) - y) ** 2).sum(axis=1)',
      slope: {
        body: `a = softmax(z)
error = a - y
return a * (error - (error * a).sum(axis=1, keepdims=True))`,
      },
    };
  }
  const g = numpyActivation(output.activation);
  const slope = g.slope('z', 'a');
  const times = slope === '' ? '' : ` * ${slope}`;
  if (head === 'squared') {
    const { activation } = output;
    if (activation === 'linear') {
      return {
        loss: 'return (0.5 * (z - y) ** 2).sum(axis=1)',
        slope: { expression: (z) => `${z} - y` },
      };
    }
    return {
      loss: `a = ${g.value('z')}\nreturn (0.5 * (a - y) ** 2).sum(axis=1)`,
      slope: { body: `a = ${g.value('z')}\nreturn (a - y)${times}` },
    };
  }
  return clipped(head, output.activation, times);
}

/** An output that is not a probability is clipped into (0, 1), where its gradient is 0. */
function clipped(
  head: 'clippedBinary' | 'clippedCategorical',
  activation: ActivationId,
  times: string,
): NumpyLoss {
  const g = numpyActivation(activation);
  const a = g.value('z');
  const binary = head === 'clippedBinary';
  return {
    loss: `p = np.clip(${a}, 1e-7, 1 - 1e-7)\nreturn -(${binary ? 'y * np.log(p) + (1 - y) * np.log(1 - p)' : 'y * np.log(p)'}).sum(axis=1)`,
    slope: {
      body: `a = ${a}
p = np.clip(a, 1e-7, 1 - 1e-7)
return (p == a) * (${binary ? '(1 - y) / (1 - p) - y / p' : '-y / p'})${times}`,
    },
  };
}
