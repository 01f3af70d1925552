import type { ErrorFormulas, HeadFacts, HeadNotes } from './head';
import { errorHead, softmaxErrorHead } from './unitHead';

/** ½(a − y)² */
const formulas: ErrorFormulas = {
  term: (ops, a, y) => {
    const error = ops.subtract(a, y);
    return ops.scale(ops.multiply(error, error), 0.5);
  },
  slope: (ops, a, y) => ops.subtract(a, y),
};

const facts = {
  loss: 'squaredError',
  looksAt: 'everyUnit',
  fromLogits: false,
  clips: false,
} as const satisfies Omit<HeadFacts, 'id'>;

export const squared = errorHead({ id: 'squared', ...facts }, formulas);
export const softmaxSquared = softmaxErrorHead({ id: 'softmaxSquared', ...facts }, formulas);

const programs = {
  remark: 'half',
  targets: 'perUnit',
  keras: () => ({ body: 'return 0.5 * keras.ops.sum(keras.ops.square(a - y), axis=-1)' }),
  pytorch: () => ({ body: 'return (0.5 * (a - y).square()).sum(dim=1).mean()' }),
  tensorflowJs: () => ['const loss = (y, a) => a.sub(y).square().sum(-1).mul(0.5);'],
  kerasShort: { loss: 'MeanSquaredError', differs: (isSingle) => (isSingle ? ['half'] : ['half', 'mean']) },
} as const satisfies Partial<HeadNotes>;

export const notes: Record<'squared' | 'softmaxSquared', HeadNotes> = {
  squared: {
    ...programs,
    delta: 'slopedDifference',
    numpy: ({ isLinear, value, slope }) => {
      if (isLinear) {
        return {
          loss: 'return (0.5 * (z - y) ** 2).sum(axis=1)',
          slope: { expression: (z) => `${z} - y` },
        };
      }
      return {
        loss: `a = ${value('z')}\nreturn (0.5 * (a - y) ** 2).sum(axis=1)`,
        slope: { body: `a = ${value('z')}\nreturn (a - y) * ${slope('z', 'a')}` },
      };
    },
  },
  softmaxSquared: {
    ...programs,
    delta: ({ dz, a, y, units, of }) =>
      // A single unit is always 1, for every z.
      units === 1
        ? [`${dz} &= 0`]
        : [`${dz} &= ${a} \\Bigl(e_j - \\sum_k e_k\\, ${of('a', 'k')}\\Bigr)`, `e_j &= ${a} - ${y}`],
    numpy: () => ({
      loss: 'return (0.5 * (softmax(z) - y) ** 2).sum(axis=1)',
      slope: {
        body: `a = softmax(z)
error = a - y
return a * (error - (error * a).sum(axis=1, keepdims=True))`,
      },
    }),
  },
};
