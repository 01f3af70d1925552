/** Cross-entropies of outputs that are no probabilities: clipped into (0, 1) first, where the loss is flat. */
import { probabilityFloor } from '../losses/loss';
import type { Ops } from '../ops';
import type { HeadFacts, HeadNotes, NumpyOutput } from './head';
import { unitHead } from './unitHead';

const facts = { fromLogits: false, clips: true } as const satisfies Partial<HeadFacts>;

function clipped<T>(ops: Ops<T>, a: T): T {
  return ops.min(ops.max(a, ops.constant(probabilityFloor)), ops.constant(1 - probabilityFloor));
}

function rest<T>(ops: Ops<T>, p: T): T {
  return ops.shift(ops.scale(p, -1), 1);
}

/** y log p */
function logTerm<T>(ops: Ops<T>, p: T, y: T): T {
  return ops.multiply(y, ops.log(p));
}

/** dL/dp · g′ where p is the output itself, else 0. */
function whereInside<T>(ops: Ops<T>, a: T, p: T, delta: T): T {
  return ops.where(ops.abs(ops.subtract(a, p)), ops.constant(0), delta);
}

export const clippedBinary = unitHead(
  { id: 'clippedBinary', loss: 'binaryCrossentropy', looksAt: 'everyUnit', ...facts },
  {
    term: (ops, a, y) => {
      const p = clipped(ops, a);
      const both = ops.add(logTerm(ops, p, y), logTerm(ops, rest(ops, p), rest(ops, y)));
      return ops.scale(both, -1);
    },
    delta: (ops, a, y, slope) => {
      const p = clipped(ops, a);
      const pull = ops.subtract(ops.divide(rest(ops, y), rest(ops, p)), ops.divide(y, p));
      return whereInside(ops, a, p, ops.multiply(pull, slope));
    },
  },
);

export const clippedCategorical = unitHead(
  { id: 'clippedCategorical', loss: 'categoricalCrossentropy', looksAt: 'trueClass', ...facts },
  {
    term: (ops, a, y) => ops.scale(logTerm(ops, clipped(ops, a), y), -1),
    delta: (ops, a, y, slope) => {
      const p = clipped(ops, a);
      return whereInside(ops, a, p, ops.multiply(ops.divide(ops.scale(y, -1), p), slope));
    },
  },
);

const programs = { remark: 'clipped', targets: 'perUnit' } as const satisfies Partial<HeadNotes>;

/** `logarithms` of p, and dL/dp = `pull`. */
const numpy =
  (logarithms: string, pull: string) =>
  ({ value, slope }: NumpyOutput) => {
    const a = value('z');
    const g = slope('z', 'a');
    return {
      loss: `p = np.clip(${a}, 1e-7, 1 - 1e-7)\nreturn -(${logarithms}).sum(axis=1)`,
      slope: {
        body: `a = ${a}
p = np.clip(a, 1e-7, 1 - 1e-7)
return (p == a) * (${pull})${g === '' ? '' : ` * ${g}`}`,
      },
    };
  };
const logOf = 'const logOf = (p) => tf.clipByValue(p, 1e-7, 1 - 1e-7).log();';

export const notes: Record<'clippedBinary' | 'clippedCategorical', HeadNotes> = {
  clippedBinary: {
    ...programs,
    delta: ({ dz, a, y, slope }) => [
      `${dz} &= \\Bigl(\\frac{1 - ${y}}{1 - ${a}} - \\frac{${y}}{${a}}\\Bigr)\\, ${slope}`,
    ],
    numpy: numpy('y * np.log(p) + (1 - y) * np.log(1 - p)', '(1 - y) / (1 - p) - y / p'),
    keras: () => ({
      body: `log_a = keras.ops.log(keras.ops.clip(a, 1e-7, 1 - 1e-7))
log_rest = keras.ops.log(keras.ops.clip(1 - a, 1e-7, 1 - 1e-7))
return -keras.ops.sum(y * log_a + (1 - y) * log_rest, axis=-1)`,
    }),
    pytorch: () => ({
      body: `log_a = a.clamp(1e-7, 1 - 1e-7).log()
log_rest = (1 - a).clamp(1e-7, 1 - 1e-7).log()
return -(y * log_a + (1 - y) * log_rest).sum(dim=1).mean()`,
    }),
    tensorflowJs: () => [
      logOf,
      'const loss = (y, a) => y.mul(logOf(a)).add(tf.sub(1, y).mul(logOf(tf.sub(1, a)))).sum(-1).neg();',
    ],
    kerasShort: { loss: 'BinaryCrossentropy', differs: (isSingle) => (isSingle ? [] : ['mean']) },
  },
  clippedCategorical: {
    ...programs,
    delta: ({ dz, a, y, slope }) => [`${dz} &= -\\frac{${y}}{${a}}\\, ${slope}`],
    numpy: numpy('y * np.log(p)', '-y / p'),
    keras: () => ({
      body: `log_a = keras.ops.log(keras.ops.clip(a, 1e-7, 1 - 1e-7))
return -keras.ops.sum(y * log_a, axis=-1)`,
    }),
    pytorch: () => ({ body: 'return -(y * a.clamp(1e-7, 1 - 1e-7).log()).sum(dim=1).mean()' }),
    tensorflowJs: () => [logOf, 'const loss = (y, a) => y.mul(logOf(a)).sum(-1).neg();'],
    kerasShort: { loss: 'SparseCategoricalCrossentropy', differs: () => ['divided'] },
  },
};
