import type { Ops } from '../../model/ops';
import { epsilon } from './hyperparameters';
import { type Optimizer, type OptimizerNotes, option, type RuleInput, type RuleOutput } from './optimizer';
import { kerasEpsilon, rootDifference, squares } from './sharedNotes';

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
  hyperparameters: [epsilon],
  initialSlots: [0.1],
  rule,
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'Smaller updates for weights with large gradients so far; the rate only falls.',
    zh: '以往梯度大的权重更新得少；实际步长只减不增。',
  },
  formula: 's \\leftarrow s + g^2,\\quad w \\leftarrow w - \\frac{\\alpha g}{\\sqrt{s + \\varepsilon}}',
  state: squares,
  keras: {
    name: 'Adagrad',
    options: { epsilon: kerasEpsilon },
    fixed: { text: 'initial_accumulator_value=0.1', isDefault: true },
  },
  pytorch: {
    name: 'Adagrad',
    options: (value) => ['initial_accumulator_value=0.1', `eps=${value('epsilon')}`],
    difference: rootDifference('Adagrad'),
    ownRule: {
      name: 'Adagrad',
      lines: ['s.add_(w.grad**2)', 'w.sub_(group["lr"] * w.grad / (s + group["epsilon"]).sqrt())'],
    },
  },
  tensorflowJs: {
    builtIn: { name: 'adagrad', options: () => ['0.1'] },
    // Its ε is 1e-7, whatever is asked for.
    lacks: ({ options }) =>
      options.epsilon === 1e-7 ? null : { en: "take the page's epsilon", zh: '采用页面上的 epsilon' },
    rule: {
      lines: () => ['s.assign(s.add(g.square()));'],
      step: (rate) => `g.mul(${rate}).div(s.add(epsilon).sqrt())`,
    },
  },
  numpy: { lines: (rate) => ['s += g**2', `w -= ${rate} * g / np.sqrt(s + epsilon)`] },
} as const satisfies OptimizerNotes;
