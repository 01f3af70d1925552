import type { Ops } from '../../model/ops';
import { momentumFactor } from './hyperparameters';
import { type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/** Nesterov 1983 in the form of Keras' SGD(momentum=μ, nesterov=True). */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const mu = option(input.options, 'momentum');
  const step = ops.scale(input.gradient, input.learningRate);
  const velocity = ops.subtract(ops.scale(before, mu), step);
  const ahead = ops.subtract(ops.scale(velocity, mu), step);
  return { weight: ops.add(input.weight, ahead), slots: [velocity] };
}

export const nesterov = {
  id: 'nesterov',
  name: { en: 'Nesterov', zh: 'Nesterov 动量' },
  formula: 'v \\leftarrow \\mu v - \\alpha g,\\quad w \\leftarrow w + \\mu v - \\alpha g',
  keras: 'SGD',
  hyperparameters: [momentumFactor],
  initialSlots: [0],
  rule,
} as const satisfies Optimizer;
