/**
 * The optimisers in PyTorch. Where torch.optim has another rule (ε after the root, a velocity without the learning rate), a program
 * that repeats the run brings a class of its own; for Adam, whose ε comes after the bias correction, it sets ε anew for each update.
 * Any other program says what differs.
 */

import type { OptimizerId } from '../../engine/training/optimizers';
import { option } from '../../engine/training/optimizers/optimizer';
import type { Localized } from '../../i18n/localized';
import { indented, listed, type Part } from '../code';
import { floatText } from '../numbers';
import type { ProgramContext } from '../programContext';

/** How the value of a hyper-parameter is written. */
type Options = (id: string) => string;

const builtIn: Record<OptimizerId, readonly [name: string, items: (value: Options) => readonly string[]]> = {
  sgd: ['SGD', () => []],
  momentum: ['SGD', (value) => [`momentum=${value('momentum')}`]],
  nesterov: ['SGD', (value) => [`momentum=${value('momentum')}`, 'nesterov=True']],
  adagrad: ['Adagrad', (value) => ['initial_accumulator_value=0.1', `eps=${value('epsilon')}`]],
  rmsprop: ['RMSprop', (value) => [`alpha=${value('rho')}`, `eps=${value('epsilon')}`]],
  adam: ['Adam', (value) => [`betas=(${value('beta1')}, ${value('beta2')})`, `eps=${value('epsilon')}`]],
  adamw: [
    'AdamW',
    (value) => [
      `betas=(${value('beta1')}, ${value('beta2')})`,
      `eps=${value('epsilon')}`,
      `weight_decay=${value('weightDecay')}`,
    ],
  ],
};

const isAdam = ({ experiment }: ProgramContext) =>
  ['adam', 'adamw'].includes(experiment.training.optimizer.id);

/** Whether ε is set anew for each update, so that it counts as on the page. */
const setsEpsilon = (facts: ProgramContext) => facts.inlined && isAdam(facts);

/** What the rule of torch.optim does otherwise than the page; null where they agree. */
function difference(facts: ProgramContext): Localized | null {
  const { experiment, hasSchedule } = facts;
  const { id, options } = experiment.training.optimizer;
  if (isAdam(facts)) {
    const name = `torch.optim.${builtIn[id][0]}`;
    return facts.inlined
      ? {
          en: `${name} adds eps after the bias correction, the page before it: with eps / sqrt(1 - beta2^t) they agree.`,
          zh: `${name} 在偏差修正之后加 eps，页面在修正之前加；改用 eps / sqrt(1 - beta2^t) 后两者一致。`,
        }
      : {
          en: `${name} adds eps after the bias correction, the page and Keras before it.`,
          zh: `${name} 在偏差修正之后加 eps，页面和 Keras 在修正之前加。`,
        };
  }
  if (id === 'adagrad' || id === 'rmsprop') {
    return {
      en: `torch.optim.${builtIn[id][0]} adds eps after the root, the page and Keras under it.`,
      zh: `torch.optim.${builtIn[id][0]} 在开方之后加 eps，页面和 Keras 加在根号内。`,
    };
  }
  if (hasSchedule && (id === 'momentum' || id === 'nesterov')) {
    return {
      en: 'The velocity of torch.optim.SGD does not hold the learning rate, that of the page and Keras does.',
      zh: 'torch.optim.SGD 的动量（速度）不含学习率，页面和 Keras 的则含。',
    };
  }
  // torch.optim.SGD refuses Nesterov's rule without momentum, where it is plain gradient descent.
  return id === 'nesterov' && options.momentum === 0
    ? { en: 'Momentum 0 is plain gradient descent.', zh: '动量为 0 即普通梯度下降。' }
    : null;
}

export function optimizerWords(facts: ProgramContext): Localized[] {
  const words = difference(facts);
  return words ? [words] : [];
}

interface OwnRule {
  readonly name: string;
  readonly options: readonly string[];
  readonly state: string;
  readonly lines: readonly string[];
}

const velocity: OwnRule = {
  name: 'Momentum',
  options: ['momentum'],
  state: 'torch.zeros_like(w)',
  lines: ['s.mul_(group["momentum"]).sub_(group["lr"] * w.grad)', 'w.add_(s)'],
};
const ownRules: Partial<Record<OptimizerId, OwnRule>> = {
  momentum: velocity,
  nesterov: {
    ...velocity,
    name: 'Nesterov',
    lines: [
      's.mul_(group["momentum"]).sub_(group["lr"] * w.grad)',
      'w.add_(group["momentum"] * s - group["lr"] * w.grad)',
    ],
  },
  adagrad: {
    name: 'Adagrad',
    options: ['epsilon'],
    state: 'torch.full_like(w, 0.1)',
    lines: ['s.add_(w.grad**2)', 'w.sub_(group["lr"] * w.grad / (s + group["epsilon"]).sqrt())'],
  },
  rmsprop: {
    name: 'RMSprop',
    options: ['rho', 'epsilon'],
    state: 'torch.zeros_like(w)',
    lines: [
      's.add_((1 - group["rho"]) * (w.grad**2 - s))',
      'w.sub_(group["lr"] * w.grad / (s + group["epsilon"]).sqrt())',
    ],
  },
};

export function optimizerLines(facts: ProgramContext): Part {
  const { experiment, inlined } = facts;
  const { optimizer, learningRate } = experiment.training;
  const setsEps = setsEpsilon(facts);
  const value = (id: string) =>
    setsEps && (id === 'beta2' || id === 'epsilon') ? id : floatText(option(optimizer.options, id));
  const own = inlined && difference(facts) ? ownRules[optimizer.id] : undefined;
  if (own) {
    const items = [
      'model.parameters()',
      `lr=${floatText(learningRate)}`,
      ...own.options.map((id) => `${id}=${value(id)}`),
    ];
    return [ownClass(facts, own), '', listed(`optimizer = ${own.name}(`, items, ')')];
  }
  const plain = optimizer.id === 'nesterov' && optimizer.options.momentum === 0;
  const [name, items] = builtIn[plain ? 'sgd' : optimizer.id];
  const { options } = optimizer;
  return [
    setsEps && [
      `beta2, epsilon = ${floatText(option(options, 'beta2'))}, ${floatText(option(options, 'epsilon'))}`,
      `t = 0  # ${facts.say({ en: 'updates so far', zh: '已更新的次数' })}`,
    ],
    listed(
      `optimizer = torch.optim.${name}(`,
      ['model.parameters()', `lr=${floatText(learningRate)}`, ...items(value)],
      ')',
    ),
  ];
}

/** What an update needs before `optimizer.step()`. */
export function beforeStep(facts: ProgramContext): Part {
  return (
    setsEpsilon(facts) && ['t += 1', 'optimizer.param_groups[0]["eps"] = epsilon / (1 - beta2**t) ** 0.5']
  );
}

function ownClass({ say }: ProgramContext, { name, options, state, lines }: OwnRule): Part {
  const list = options.join(', ');
  const words = { en: 'The rule of the page and of Keras.', zh: '与页面和 Keras 相同的更新规则。' };
  return [
    '',
    `class ${name}(torch.optim.Optimizer):`,
    `    """${say(words)}"""`,
    '',
    `    def __init__(self, weights, lr, ${list}):`,
    `        super().__init__(weights, dict(lr=lr, ${options.map((id) => `${id}=${id}`).join(', ')}))`,
    '',
    '    @torch.no_grad()',
    '    def step(self):',
    '        for group in self.param_groups:',
    '            for w in group["params"]:',
    '                if w.grad is None:',
    '                    continue',
    '                if not self.state[w]:',
    `                    self.state[w]["s"] = ${state}`,
    '                s = self.state[w]["s"]',
    indented(16, lines),
  ];
}
