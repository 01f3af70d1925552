/** Cross-entropies of sigmoid, from its logits: log σ(z) = −log(1 + e^−z) never overflows. */
import type { HeadFacts, HeadNotes } from './head';
import { unitHead } from './unitHead';

const facts = { fromLogits: true, clips: false } as const satisfies Partial<HeadFacts>;

/** −y log σ(z) − (1 − y) log(1 − σ(z)), of each unit; of the single one that stands for two classes too. */
export const sigmoidBinary = unitHead(
  { id: 'sigmoidBinary', loss: 'binaryCrossentropy', looksAt: 'everyUnit', ...facts },
  {
    term: (ops, z, y) =>
      ops.add(
        ops.multiply(y, ops.softplus(ops.scale(z, -1))),
        ops.multiply(ops.shift(ops.scale(y, -1), 1), ops.softplus(z)),
      ),
    delta: (ops, a, y) => ops.subtract(a, y),
    deltaFromLogit: (ops, z, y) =>
      ops.subtract(
        ops.multiply(ops.shift(ops.scale(y, -1), 1), ops.logistic(z)),
        ops.multiply(y, ops.logistic(ops.scale(z, -1))),
      ),
  },
);

/** −log σ(z) of the true class alone. */
export const sigmoidCategorical = unitHead(
  { id: 'sigmoidCategorical', loss: 'categoricalCrossentropy', looksAt: 'trueClass', ...facts },
  {
    term: (ops, z, y) => ops.multiply(y, ops.softplus(ops.scale(z, -1))),
    delta: (ops, a, y) => ops.multiply(y, ops.shift(a, -1)),
    deltaFromLogit: (ops, z, y) => ops.multiply(ops.scale(y, -1), ops.logistic(ops.scale(z, -1))),
  },
);

const programs = { remark: null, targets: 'perUnit' } as const satisfies Partial<HeadNotes>;

export const notes: Record<'sigmoidBinary' | 'sigmoidCategorical', HeadNotes> = {
  sigmoidBinary: {
    ...programs,
    delta: 'difference',
    numpy: () => ({
      loss: 'return (y * softplus(-z) + (1 - y) * softplus(z)).sum(axis=1)',
      slope: { expression: (z) => `sigmoid(${z}) - y` },
    }),
    keras: ({ units, say }) =>
      units === 1
        ? { line: 'loss = keras.losses.BinaryCrossentropy(from_logits=True)' }
        : {
            body: `losses = keras.ops.binary_crossentropy(y, z, from_logits=True)
return keras.ops.sum(losses, axis=-1)  # ${say({ en: 'Keras takes the mean of the units', zh: 'Keras 默认对各单元取平均' })}`,
          },
    pytorch: ({ units }) =>
      units === 1
        ? { line: 'loss = nn.BCEWithLogitsLoss()' }
        : {
            body: `losses = F.binary_cross_entropy_with_logits(z, y, reduction="none")
return losses.sum(dim=1).mean()`,
          },
    tensorflowJs: ({ units }) => [
      `const loss = (y, z) => tf.losses.sigmoidCrossEntropy(y, z)${units > 1 ? `.mul(${units})` : ''};`,
    ],
    kerasShort: {
      loss: 'BinaryCrossentropy',
      differs: (isSingle) => (isSingle ? ['fromLogits'] : ['fromLogits', 'mean']),
    },
  },
  sigmoidCategorical: {
    ...programs,
    delta: ({ dz, a, y }) => [`${dz} &= ${y} (${a} - 1)`],
    numpy: () => ({
      loss: 'return (y * softplus(-z)).sum(axis=1)',
      slope: { expression: (z) => `y * (sigmoid(${z}) - 1)` },
    }),
    keras: () => ({ body: 'return keras.ops.sum(y * keras.ops.softplus(-z), axis=-1)' }),
    pytorch: () => ({ body: 'return (y * F.softplus(-z)).sum(dim=1).mean()' }),
    tensorflowJs: () => ['const loss = (y, z) => y.mul(tf.softplus(z.neg())).sum(-1);'],
    kerasShort: { loss: 'SparseCategoricalCrossentropy', differs: () => ['divided'] },
  },
};
