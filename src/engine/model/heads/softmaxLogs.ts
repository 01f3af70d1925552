/** Cross-entropies of softmax, from its logits: log a_j = z_j − log Σ e^z. */
import { logSumExp } from '../scalar';
import type { HeadNotes, OutputValues, SoftmaxLogHead } from './head';

/** −log a of the true class. */
export const softmaxCategorical = {
  id: 'softmaxCategorical',
  kind: 'softmaxLog',
  loss: 'categoricalCrossentropy',
  looksAt: 'trueClass',
  fromLogits: true,
  clips: false,
  term: ({ logits, targets }, j) => {
    const y = targets[j] as number;
    return y === 0 ? null : y * (logSumExp(logits) - (logits[j] as number));
  },
  // Σ y is 1 for a class.
  deltas: ({ outputs, targets }) => Float64Array.from(outputs, (a, j) => a - (targets[j] as number)),
} as const satisfies SoftmaxLogHead;

/** −y log a − (1 − y) log(1 − a) of every unit. A single unit is always 1: nothing can change. */
export const softmaxBinary = {
  id: 'softmaxBinary',
  kind: 'softmaxLog',
  loss: 'binaryCrossentropy',
  looksAt: 'everyUnit',
  fromLogits: true,
  clips: false,
  term: ({ logits, targets }, j) => {
    const y = targets[j] as number;
    const all = logSumExp(logits);
    const right = y * (all - (logits[j] as number));
    return logits.length > 1 && y < 1 ? right + (1 - y) * (all - logSumExp(logits, j)) : right;
  },
  deltas: (point) => (point.outputs.length === 1 ? Float64Array.of(0) : binaryDeltas(point)),
} as const satisfies SoftmaxLogHead;

/**
 * Σ_j y_j (a − δ_j) + (1 − y_j) (a − s^j), where s^j is the softmax without unit j: from −log(1 − a_j) = log Σ_k e^z − log Σ_{k≠j} e^z.
 */
function binaryDeltas({ logits, outputs, targets }: OutputValues): Float64Array {
  const count = outputs.length;
  const deltas = Float64Array.from(outputs, (a, k) => count * a - (targets[k] as number));
  for (let left = 0; left < count; left++) {
    const others = logSumExp(logits, left);
    const share = 1 - (targets[left] as number);
    for (let k = 0; k < count; k++) {
      if (k !== left) deltas[k] = (deltas[k] as number) - share * Math.exp((logits[k] as number) - others);
    }
  }
  return deltas;
}

const hidesUnit = { en: 'hides unit j in row j', zh: '第 j 行隐去第 j 个单元' };

export const notes: Record<'softmaxCategorical' | 'softmaxBinary', HeadNotes> = {
  softmaxCategorical: {
    delta: 'difference',
    remark: null,
    targets: 'index',
    numpy: () => ({
      loss: 'return (y * (log_sum_exp(z) - z)).sum(axis=1)',
      slope: { expression: (z) => `softmax(${z}) - y` },
    }),
    keras: () => ({ line: 'loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)' }),
    pytorch: () => ({ line: 'loss = nn.CrossEntropyLoss()' }),
    tensorflowJs: () => ['const loss = (y, z) => tf.losses.softmaxCrossEntropy(y, z);'],
    kerasShort: { loss: 'SparseCategoricalCrossentropy', differs: () => ['fromLogits'] },
  },
  softmaxBinary: {
    delta: ({ dz, a, y, units, of }) =>
      units === 1
        ? [`${dz} &= 0`]
        : [
            `${dz} &= ${units}\\, ${a} - ${y} - \\sum_{k \\ne j} (1 - ${of('y', 'k')})\\, s^{(k)}_j`,
            `s^{(k)}_j &= \\frac{e^{${of('z', 'j')}}}{\\sum_{i \\ne k} e^{${of('z', 'i')}}}`,
          ],
    remark: null,
    targets: 'perUnit',
    numpy: () => ({
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
    }),
    keras: ({ units, say }) => ({
      body: `total = keras.ops.logsumexp(z, axis=-1, keepdims=True)
hidden = 1e9 * keras.ops.eye(${units})  # ${say(hidesUnit)}
others = keras.ops.logsumexp(keras.ops.expand_dims(z, 1) - hidden, axis=-1)
return keras.ops.sum(y * (total - z) + (1 - y) * (total - others), axis=-1)`,
    }),
    pytorch: ({ units, say }) => ({
      body: `total = z.logsumexp(dim=1, keepdim=True)
hidden = 1e9 * torch.eye(${units})  # ${say(hidesUnit)}
others = (z.unsqueeze(1) - hidden).logsumexp(dim=2)
return (y * (total - z) + (1 - y) * (total - others)).sum(dim=1).mean()`,
    }),
    tensorflowJs: ({ units }) => [
      'const loss = (y, z) => {',
      '  const total = z.logSumExp(-1, true);',
      '  // log(1 - a_j) from the logits of the other units',
      `  const others = z.expandDims(1).sub(tf.eye(${units}).mul(1e9)).logSumExp(-1);`,
      '  return y.mul(total.sub(z)).add(tf.sub(1, y).mul(total.sub(others))).sum(-1);',
      '};',
    ],
    kerasShort: { loss: 'BinaryCrossentropy', differs: (isSingle) => (isSingle ? [] : ['mean']) },
  },
};
