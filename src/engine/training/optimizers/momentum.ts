import type { Ops } from '../../model/ops';
import { momentumFactor } from './hyperparameters';
import { type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/** Polyak 1964, as Keras' SGD(momentum=μ) writes it: the velocity already holds the learning rate. */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const step = ops.scale(input.gradient, input.learningRate);
  const velocity = ops.subtract(ops.scale(before, option(input.options, 'momentum')), step);
  return { weight: ops.add(input.weight, velocity), slots: [velocity] };
}

export const momentum = {
  id: 'momentum',
  name: { en: 'Momentum', zh: '动量 Momentum' },
  formula: 'v \\leftarrow \\mu v - \\alpha g,\\quad w \\leftarrow w + v',
  keras: 'SGD',
  hyperparameters: [momentumFactor],
  initialSlots: [0],
  rule,
} as const satisfies Optimizer;
