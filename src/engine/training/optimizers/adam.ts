import type { Ops } from '../../model/ops';
import { beta1, beta2, epsilon } from './hyperparameters';
import { type Optimizer, type OptimizerNotes, option, type RuleInput, type RuleOutput } from './optimizer';
import {
  adamFormula,
  adamNumpy,
  adamPytorch,
  adamTensorflow,
  kerasMoments,
  meanAndSquare,
} from './sharedNotes';

/**
 * Kingma & Ba 2015, the form at the end of their section 2 (as Keras): the bias correction is folded into the step size, which
 * is computed in float64 because 1 − β₂ᵗ cancels in float32.
 */
export function adamRule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [mean, square] = input.slots as readonly [T, T];
  const [b1, b2] = [option(input.options, 'beta1'), option(input.options, 'beta2')];
  const g2 = ops.multiply(input.gradient, input.gradient);
  const nextMean = ops.add(mean, ops.scale(ops.subtract(input.gradient, mean), 1 - b1));
  const nextSquare = ops.add(square, ops.scale(ops.subtract(g2, square), 1 - b2));
  const stepSize = (input.learningRate * Math.sqrt(1 - b2 ** input.update)) / (1 - b1 ** input.update);
  const root = ops.shift(ops.sqrt(nextSquare), option(input.options, 'epsilon'));
  const step = ops.divide(ops.scale(nextMean, stepSize), root);
  return { weight: ops.subtract(input.weight, step), slots: [nextMean, nextSquare] };
}

export const adam = {
  id: 'adam',
  name: { en: 'Adam', zh: 'Adam' },
  hyperparameters: [beta1, beta2, epsilon],
  initialSlots: [0, 0],
  rule: adamRule,
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'RMSProp with momentum; both averages are corrected for their start at 0.',
    zh: 'RMSProp 加上动量；两个平均值从 0 开始带来的偏差都得到校正。',
  },
  formula: adamFormula,
  state: meanAndSquare,
  keras: { name: 'Adam', options: kerasMoments },
  pytorch: adamPytorch('Adam'),
  tensorflowJs: {
    builtIn: {
      name: 'adam',
      options: (value) => [value('beta1'), value('beta2'), value('epsilon')],
    },
    difference: {
      en: 'tf.train.adam adds epsilon after the bias correction, the page before it.',
      zh: 'tf.train.adam 在偏差修正之后加 epsilon，页面在修正之前加。',
    },
    lacks: ({ repeats }) =>
      repeats
        ? {
            en: 'add epsilon before the bias correction, as the page does',
            zh: '像页面那样在偏差修正之前加 epsilon',
          }
        : null,
    rule: adamTensorflow,
  },
  numpy: adamNumpy,
} as const satisfies OptimizerNotes;
