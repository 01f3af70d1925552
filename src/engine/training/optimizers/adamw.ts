import type { Ops } from '../../model/ops';
import { adam, adamRule } from './adam';
import { beta1, beta2, epsilon } from './hyperparameters';
import { type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/** Loshchilov & Hutter 2019: decay beside the gradient, on kernels and biases alike as in Keras. */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const kept = 1 - input.learningRate * option(input.options, 'weightDecay');
  return adamRule(ops, { ...input, weight: ops.scale(input.weight, kept) });
}

export const adamw = {
  id: 'adamw',
  name: { en: 'AdamW', zh: 'AdamW' },
  formula: `w \\leftarrow (1 - \\alpha\\lambda) w,\\quad ${adam.formula}`,
  keras: 'AdamW',
  hyperparameters: [
    {
      id: 'weightDecay',
      name: { en: 'weight decay λ', zh: '权重衰减 λ' },
      symbol: '\\lambda',
      label: 'λ',
      keras: 'weight_decay',
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
