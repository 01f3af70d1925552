import type { Ops } from '../ops';
import type { DeltaSymbols, ErrorFormulas, HeadFacts, HeadNotes } from './head';
import { errorHead, softmaxErrorHead } from './unitHead';

/** ½e² for |e| ≤ δ, else δ (|e| − ½δ), with e = a − y: both are n (|e| − ½n) where n is the smaller of |e| and δ. */
const formulas: ErrorFormulas = {
  term: (ops, a, y, [delta]) => {
    const size = ops.abs(ops.subtract(a, y));
    const near = ops.min(size, given(delta));
    return ops.multiply(near, ops.subtract(size, ops.scale(near, 0.5)));
  },
  slope: (ops, a, y, [delta]) => within(ops, ops.subtract(a, y), given(delta)),
};

function within<T>(ops: Ops<T>, error: T, delta: T): T {
  return ops.max(ops.min(error, delta), ops.scale(delta, -1));
}

function given<T>(delta: T | undefined): T {
  if (delta === undefined) throw new RangeError('the Huber loss needs its δ');
  return delta;
}

const facts = {
  loss: 'huber',
  looksAt: 'everyUnit',
  fromLogits: false,
  clips: false,
} as const satisfies Omit<HeadFacts, 'id'>;

export const huber = errorHead({ id: 'huber', ...facts }, formulas);
export const softmaxHuber = softmaxErrorHead({ id: 'softmaxHuber', ...facts }, formulas);

const clipped = (a: string, y: string) => `\\min\\bigl(\\delta, \\max(-\\delta,\\, ${a} - ${y})\\bigr)`;

/** Regression has one output unit, so that the means of the libraries are the page's. */
const programs = {
  remark: null,
  targets: 'perUnit',
  keras: ({ options: [delta] }) => ({ line: `loss = keras.losses.Huber(delta=${delta})` }),
  pytorch: ({ options: [delta] }) => ({ line: `loss = nn.HuberLoss(delta=${delta})` }),
  tensorflowJs: ({ options: [delta] }) => [
    `const loss = (y, a) => tf.losses.huberLoss(y, a, undefined, ${delta});`,
  ],
  kerasShort: {
    loss: 'Huber',
    options: ([delta]) => (delta === '1.0' ? '' : `delta=${delta}`),
    differs: () => [],
  },
} as const satisfies Partial<HeadNotes>;

const numpyLoss = (a: string, delta: string | undefined) => `size = np.abs(${a} - y)
near = np.minimum(size, ${delta})
return (near * (size - 0.5 * near)).sum(axis=1)`;

const numpySlope = (a: string, delta: string | undefined) => `np.clip(${a} - y, -${delta}, ${delta})`;

export const notes: Record<'huber' | 'softmaxHuber', HeadNotes> = {
  huber: {
    ...programs,
    delta: ({ dz, a, y, slope, isLinear }) => [`${dz} &= ${clipped(a, y)}${isLinear ? '' : `\\, ${slope}`}`],
    numpy: ({ isLinear, value, slope }, [delta]) =>
      isLinear
        ? { loss: numpyLoss('z', delta), slope: { expression: (z) => numpySlope(z, delta) } }
        : {
            loss: numpyLoss(value('z'), delta),
            slope: { body: `a = ${value('z')}\nreturn ${numpySlope('a', delta)} * ${slope('z', 'a')}` },
          },
  },
  softmaxHuber: {
    ...programs,
    delta: softmaxDelta,
    numpy: (_, [delta]) => ({
      loss: numpyLoss('softmax(z)', delta),
      slope: {
        body: `a = softmax(z)
error = ${numpySlope('a', delta)}
return a * (error - (error * a).sum(axis=1, keepdims=True))`,
      },
    }),
  },
};

function softmaxDelta({ dz, a, y, units, of }: DeltaSymbols): string[] {
  // A single unit is always 1, for every z.
  if (units === 1) return [`${dz} &= 0`];
  return [`${dz} &= ${a} \\Bigl(e_j - \\sum_k e_k\\, ${of('a', 'k')}\\Bigr)`, `e_j &= ${clipped(a, y)}`];
}
