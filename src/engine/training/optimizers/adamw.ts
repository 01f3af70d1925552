import type { Ops } from '../../model/ops';
import { adamRule } from './adam';
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

/** Loshchilov & Hutter 2019: decay beside the gradient, on kernels and biases alike as in Keras. */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const kept = 1 - input.learningRate * option(input.options, 'weightDecay');
  return adamRule(ops, { ...input, weight: ops.scale(input.weight, kept) });
}

export const adamw = {
  id: 'adamw',
  name: { en: 'AdamW', zh: 'AdamW' },
  hyperparameters: [
    {
      id: 'weightDecay',
      name: { en: 'weight decay λ', zh: '权重衰减 λ' },
      symbol: '\\lambda',
      label: 'λ',
      range: [0, 1],
      default: 0.004,
      scale: 'linear',
    },
    beta1,
    beta2,
    epsilon,
  ],
  initialSlots: [0, 0],
  rule,
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'Adam that also makes every weight a little smaller at each update.',
    zh: 'Adam，每次更新还使所有权重略微变小。',
  },
  formula: `w \\leftarrow (1 - \\alpha\\lambda) w,\\quad ${adamFormula}`,
  state: meanAndSquare,
  keras: {
    name: 'AdamW',
    options: { weightDecay: { name: 'weight_decay', default: 0.004 }, ...kerasMoments },
  },
  pytorch: adamPytorch('AdamW', 'weightDecay'),
  tensorflowJs: {
    lacks: () => ({ en: 'decay weights (AdamW)', zh: '权重衰减（AdamW）' }),
    rule: {
      ...adamTensorflow,
      step: (rate) => `w.mul(${rate} * weightDecay).add(${adamTensorflow.step(rate)})`,
    },
  },
  numpy: {
    ...adamNumpy,
    lines: (rate) => [`w *= 1 - ${rate} * weight_decay`, ...adamNumpy.lines(rate)],
  },
} as const satisfies OptimizerNotes;
