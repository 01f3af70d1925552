import type { Ops } from '../../model/ops';
import { epsilon } from './hyperparameters';
import { type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/** Hinton's lecture 6e (2012); ε stands under the root as in Keras. */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const rho = option(input.options, 'rho');
  const square = ops.multiply(input.gradient, input.gradient);
  const mean = ops.add(ops.scale(before, rho), ops.scale(square, 1 - rho));
  const root = ops.sqrt(ops.shift(mean, option(input.options, 'epsilon')));
  const step = ops.divide(ops.scale(input.gradient, input.learningRate), root);
  return { weight: ops.subtract(input.weight, step), slots: [mean] };
}

export const rmsprop = {
  id: 'rmsprop',
  name: { en: 'RMSProp', zh: 'RMSProp' },
  formula:
    's \\leftarrow \\rho s + (1 - \\rho) g^2,\\quad w \\leftarrow w - \\frac{\\alpha g}{\\sqrt{s + \\varepsilon}}',
  keras: 'RMSprop',
  hyperparameters: [
    {
      id: 'rho',
      name: { en: 'decay ρ', zh: '衰减 ρ' },
      symbol: '\\rho',
      label: 'ρ',
      keras: 'rho',
      range: [0, 0.999],
      default: 0.9,
      scale: 'linear',
    },
    epsilon,
  ],
  initialSlots: [0],
  rule,
} as const satisfies Optimizer;
