import type { Ops } from '../../model/ops';
import { epsilon } from './hyperparameters';
import { type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/** Duchi, Hazan & Singer 2011; the accumulator starts at 0.1 as in Keras. */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const sum = ops.add(before, ops.multiply(input.gradient, input.gradient));
  const root = ops.sqrt(ops.shift(sum, option(input.options, 'epsilon')));
  const step = ops.divide(ops.scale(input.gradient, input.learningRate), root);
  return { weight: ops.subtract(input.weight, step), slots: [sum] };
}

export const adagrad = {
  id: 'adagrad',
  name: { en: 'Adagrad', zh: 'Adagrad' },
  formula: 's \\leftarrow s + g^2,\\quad w \\leftarrow w - \\frac{\\alpha g}{\\sqrt{s + \\varepsilon}}',
  keras: 'Adagrad',
  hyperparameters: [epsilon],
  initialSlots: [0.1],
  rule,
} as const satisfies Optimizer;
