import type { Ops } from '../../model/ops';
import { beta1, beta2, epsilon } from './hyperparameters';
import { type Optimizer, type OptimizerNotes, option, type RuleInput, type RuleOutput } from './optimizer';
import { kerasMoments } from './sharedNotes';

/**
 * Kingma & Ba 2015, section 7.1, as Keras has it: Adam whose step is measured by the largest gradient of late. ε is added to that
 * maximum, so that a weight without any gradient stays.
 */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [mean, largest] = input.slots as readonly [T, T];
  const [b1, b2] = [option(input.options, 'beta1'), option(input.options, 'beta2')];
  const nextMean = ops.add(mean, ops.scale(ops.subtract(input.gradient, mean), 1 - b1));
  const nextLargest = ops.max(ops.abs(input.gradient), ops.scale(largest, b2));
  const stepSize = input.learningRate / (1 - b1 ** input.update);
  const step = ops.divide(
    ops.scale(nextMean, stepSize),
    ops.shift(nextLargest, option(input.options, 'epsilon')),
  );
  return { weight: ops.subtract(input.weight, step), slots: [nextMean, nextLargest] };
}

export const adamax = {
  id: 'adamax',
  name: { en: 'Adamax', zh: 'Adamax' },
  hyperparameters: [
    beta1,
    { ...beta2, name: { en: 'decay of the largest gradient β₂', zh: '最大梯度衰减 β₂' } },
    epsilon,
  ],
  initialSlots: [0, 0],
  rule,
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'Adam that divides by the largest gradient of late instead of the usual one.',
    zh: 'Adam 的变体：除以近期最大的梯度，而不是梯度的均方根。',
  },
  formula:
    'v \\leftarrow \\beta_1 v + (1 - \\beta_1) g,\\quad u \\leftarrow \\max(\\beta_2 u, |g|),\\quad ' +
    'w \\leftarrow w - \\frac{\\alpha}{1 - \\beta_1^t} \\frac{v}{u + \\varepsilon}',
  state: [
    { list: 'means', letter: 'm' },
    { list: 'maxima', letter: 'u' },
  ],
  keras: { name: 'Adamax', options: kerasMoments },
  pytorch: {
    name: 'Adamax',
    options: (value) => [`betas=(${value('beta1')}, ${value('beta2')})`, `eps=${value('epsilon')}`],
    difference: () => ({
      en: 'torch.optim.Adamax adds eps to |g| within the maximum, the page and Keras to the maximum itself.',
      zh: 'torch.optim.Adamax 把 eps 加在取最大值之前的 |g| 上，页面和 Keras 加在最大值上。',
    }),
    ownRule: {
      name: 'Adamax',
      before: 'step_size = group["lr"] / (1 - group["beta1"]**self.t)',
      lines: [
        'm.add_((1 - group["beta1"]) * (w.grad - m))',
        'u.copy_(torch.maximum(group["beta2"] * u, w.grad.abs()))',
        'w.sub_(step_size * m / (u + group["epsilon"]))',
      ],
    },
  },
  tensorflowJs: {
    builtIn: {
      name: 'adamax',
      options: (value) => [value('beta1'), value('beta2'), value('epsilon')],
    },
  },
  numpy: {
    before: (rate) => `step = ${rate} / (1 - beta1**t)`,
    lines: () => [
      'm += (1 - beta1) * (g - m)',
      'u[:] = np.maximum(beta2 * u, np.abs(g))',
      'w -= step * m / (u + epsilon)',
    ],
  },
} as const satisfies OptimizerNotes;
