import type { Ops } from '../../model/ops';
import { momentumFactor } from './hyperparameters';
import { type Optimizer, type OptimizerNotes, option, type RuleInput, type RuleOutput } from './optimizer';
import { kerasMomentum, momentumLacks, velocity, velocityDifference } from './sharedNotes';

/** Nesterov 1983 in the form of Keras' SGD(momentum=μ, nesterov=True). */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const mu = option(input.options, 'momentum');
  const step = ops.scale(input.gradient, input.learningRate);
  const next = ops.subtract(ops.scale(before, mu), step);
  const ahead = ops.subtract(ops.scale(next, mu), step);
  return { weight: ops.add(input.weight, ahead), slots: [next] };
}

export const nesterov = {
  id: 'nesterov',
  name: { en: 'Nesterov', zh: 'Nesterov 动量' },
  hyperparameters: [momentumFactor],
  initialSlots: [0],
  rule,
} as const satisfies Optimizer;

export const notes = {
  hint: { en: 'Momentum that looks one update ahead.', zh: '向前多看一步的动量法。' },
  formula: 'v \\leftarrow \\mu v - \\alpha g,\\quad w \\leftarrow w + \\mu v - \\alpha g',
  state: velocity,
  keras: { name: 'SGD', options: kerasMomentum, fixed: { text: 'nesterov=True', isDefault: false } },
  pytorch: {
    name: 'SGD',
    // torch.optim.SGD refuses Nesterov's rule without momentum, where it is plain gradient descent.
    options: (value, { options }) =>
      options.momentum === 0 ? [] : [`momentum=${value('momentum')}`, 'nesterov=True'],
    difference: (use) =>
      velocityDifference(use) ??
      (use.options.momentum === 0
        ? { en: 'Momentum 0 is plain gradient descent.', zh: '动量为 0 即普通梯度下降。' }
        : null),
    ownRule: {
      name: 'Nesterov',
      lines: [
        'v.mul_(group["momentum"]).sub_(group["lr"] * w.grad)',
        'w.add_(group["momentum"] * v - group["lr"] * w.grad)',
      ],
    },
  },
  tensorflowJs: {
    builtIn: { name: 'momentum', options: (value) => [value('momentum'), 'true'] },
    lacks: momentumLacks,
    rule: {
      lines: (rate) => [`v.assign(v.mul(momentum).sub(g.mul(${rate})));`],
      step: (rate) => `g.mul(${rate}).sub(v.mul(momentum))`,
    },
  },
  numpy: {
    lines: (rate) => ['v *= momentum', `v -= ${rate} * g`, `w += momentum * v - ${rate} * g`],
  },
} as const satisfies OptimizerNotes;
