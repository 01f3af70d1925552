import type { Ops } from '../../model/ops';
import { epsilon } from './hyperparameters';
import { type Optimizer, type OptimizerNotes, option, type RuleInput, type RuleOutput } from './optimizer';
import { kerasEpsilon, rootDifference, squares } from './sharedNotes';

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
  hyperparameters: [
    {
      id: 'rho',
      name: { en: 'decay ρ', zh: '衰减 ρ' },
      symbol: '\\rho',
      label: 'ρ',
      range: [0, 0.999],
      default: 0.9,
      scale: 'linear',
    },
    epsilon,
  ],
  initialSlots: [0],
  rule,
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'Divides the gradient by its usual size of late, so that all weights change alike fast.',
    zh: '梯度除以它近期的大小，使各个权重变化得差不多快。',
  },
  formula:
    's \\leftarrow \\rho s + (1 - \\rho) g^2,\\quad w \\leftarrow w - \\frac{\\alpha g}{\\sqrt{s + \\varepsilon}}',
  state: squares,
  keras: { name: 'RMSprop', options: { rho: { name: 'rho', default: 0.9 }, epsilon: kerasEpsilon } },
  pytorch: {
    name: 'RMSprop',
    options: (value) => [`alpha=${value('rho')}`, `eps=${value('epsilon')}`],
    difference: rootDifference('RMSprop'),
    ownRule: {
      name: 'RMSprop',
      lines: [
        's.add_((1 - group["rho"]) * (w.grad**2 - s))',
        'w.sub_(group["lr"] * w.grad / (s + group["epsilon"]).sqrt())',
      ],
    },
  },
  tensorflowJs: {
    builtIn: { name: 'rmsprop', options: (value) => [value('rho'), '0', value('epsilon')] },
  },
  numpy: {
    lines: (rate) => ['s += (1 - rho) * (g**2 - s)', `w -= ${rate} * g / np.sqrt(s + epsilon)`],
  },
} as const satisfies OptimizerNotes;
