import type { Ops } from '../../model/ops';
import { momentumFactor } from './hyperparameters';
import { type Optimizer, type OptimizerNotes, option, type RuleInput, type RuleOutput } from './optimizer';
import { kerasMomentum, momentumLacks, velocity, velocityDifference } from './sharedNotes';

/** Polyak 1964, as Keras' SGD(momentum=μ) writes it: the velocity already holds the learning rate. */
function rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T> {
  const [before] = input.slots as readonly [T];
  const step = ops.scale(input.gradient, input.learningRate);
  const next = ops.subtract(ops.scale(before, option(input.options, 'momentum')), step);
  return { weight: ops.add(input.weight, next), slots: [next] };
}

export const momentum = {
  id: 'momentum',
  name: { en: 'Momentum', zh: '动量 Momentum' },
  hyperparameters: [momentumFactor],
  initialSlots: [0],
  rule,
} as const satisfies Optimizer;

export const notes = {
  hint: {
    en: 'Keeps a part of the last update: faster where the gradient keeps its direction.',
    zh: '保留上一次更新的一部分：梯度方向不变时越走越快。',
  },
  formula: 'v \\leftarrow \\mu v - \\alpha g,\\quad w \\leftarrow w + v',
  state: velocity,
  keras: { name: 'SGD', options: kerasMomentum },
  pytorch: {
    name: 'SGD',
    options: (value) => [`momentum=${value('momentum')}`],
    difference: velocityDifference,
    ownRule: {
      name: 'Momentum',
      lines: ['v.mul_(group["momentum"]).sub_(group["lr"] * w.grad)', 'w.add_(v)'],
    },
  },
  tensorflowJs: {
    builtIn: { name: 'momentum', options: (value) => [value('momentum')] },
    lacks: momentumLacks,
    rule: {
      lines: (rate) => [`v.assign(v.mul(momentum).sub(g.mul(${rate})));`],
      step: () => 'v.neg()',
    },
  },
  numpy: { lines: (rate) => ['v *= momentum', `v -= ${rate} * g`, 'w += v'] },
} as const satisfies OptimizerNotes;
