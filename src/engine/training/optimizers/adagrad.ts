import { epsilon } from './hyperparameters';
import { type Algebra, type Optimizer, option, type RuleInput, type RuleOutput } from './optimizer';

/** Duchi, Hazan & Singer 2011; the accumulator starts at 0.1 as in Keras. */
function rule<T>(algebra: Algebra<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const sum = algebra.add(before, algebra.multiply(input.gradient, input.gradient));
  const root = algebra.sqrt(algebra.shift(sum, option(input.options, 'epsilon')));
  const step = algebra.divide(algebra.scale(input.gradient, input.learningRate), root);
  return { weight: algebra.subtract(input.weight, step), slots: [sum] };
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
