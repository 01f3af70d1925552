/** What the notes of several optimisers have in common. */
import type { Localized } from '../../../i18n/localized';
import type { KerasOption, NumpyRule, OptimizerUse, PytorchOptimizer, TensorflowRule } from './optimizer';

export const kerasEpsilon: KerasOption = { name: 'epsilon', default: 1e-7 };

/** SGD takes no momentum where none is given. */
export const kerasMomentum = { momentum: { name: 'momentum', default: 0 } } as const;

export const kerasMoments = {
  beta1: { name: 'beta_1', default: 0.9 },
  beta2: { name: 'beta_2', default: 0.999 },
  epsilon: kerasEpsilon,
} as const;

export const velocity = [{ list: 'velocities', letter: 'v' }] as const;
export const meanAndSquare = [
  { list: 'means', letter: 'm' },
  { list: 'squares', letter: 's' },
] as const;
export const squares = [{ list: 'squares', letter: 's' }] as const;

const velocityWords: Localized = {
  en: 'The velocity of torch.optim.SGD does not hold the learning rate, that of the page and Keras does.',
  zh: 'torch.optim.SGD 的动量（速度）不含学习率，页面和 Keras 的则含。',
};

/** Only a change of the learning rate tells the two velocities apart. */
export function velocityDifference({ hasSchedule }: OptimizerUse): Localized | null {
  return hasSchedule ? velocityWords : null;
}

/** Why TensorFlow.js has momentum written out. */
export function momentumLacks({ hasSchedule }: OptimizerUse): Localized | null {
  if (!hasSchedule) return null;
  return {
    en: "take the page's momentum with a schedule",
    zh: '采用页面上动量与学习率调度结合的规则',
  };
}

/** Of classes whose ε stands outside the root. */
export function rootDifference(name: string): () => Localized {
  return () => ({
    en: `torch.optim.${name} adds eps after the root, the page and Keras under it.`,
    zh: `torch.optim.${name} 在开方之后加 eps，页面和 Keras 加在根号内。`,
  });
}

export const adamFormula =
  'v \\leftarrow \\beta_1 v + (1 - \\beta_1) g,\\quad s \\leftarrow \\beta_2 s + (1 - \\beta_2) g^2,\\quad ' +
  'w \\leftarrow w - \\alpha \\frac{\\sqrt{1 - \\beta_2^t}}{1 - \\beta_1^t} \\frac{v}{\\sqrt{s} + \\varepsilon}';

/** Adam and AdamW: ε comes after the bias correction in PyTorch. */
export function adamPytorch(name: string, ...more: readonly string[]): PytorchOptimizer {
  return {
    name,
    options: (value) => [
      `betas=(${value('beta1')}, ${value('beta2')})`,
      `eps=${value('epsilon')}`,
      ...more.map((id) => `weight_decay=${value(id)}`),
    ],
    difference: ({ repeats }) =>
      repeats
        ? {
            en: `torch.optim.${name} adds eps after the bias correction, the page before it: with eps / sqrt(1 - beta2^t) they agree.`,
            zh: `torch.optim.${name} 在偏差修正之后加 eps，页面在修正之前加；改用 eps / sqrt(1 - beta2^t) 后两者一致。`,
          }
        : {
            en: `torch.optim.${name} adds eps after the bias correction, the page and Keras before it.`,
            zh: `torch.optim.${name} 在偏差修正之后加 eps，页面和 Keras 在修正之前加。`,
          },
    beforeStep: {
      names: ['beta2', 'epsilon'],
      statement: 'optimizer.param_groups[0]["eps"] = epsilon / (1 - beta2**t) ** 0.5',
    },
  };
}

export const adamTensorflow: TensorflowRule = {
  before: (rate) => `const stepSize = (${rate} * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);`,
  lines: () => [
    'm.assign(m.add(g.sub(m).mul(1 - beta1)));',
    's.assign(s.add(g.square().sub(s).mul(1 - beta2)));',
  ],
  step: () => 'm.mul(stepSize).div(s.sqrt().add(epsilon))',
};

export const adamNumpy: NumpyRule = {
  before: (rate) => `step = ${rate} * np.sqrt(1 - beta2**t) / (1 - beta1**t)`,
  lines: () => [
    'm += (1 - beta1) * (g - m)',
    's += (1 - beta2) * (g**2 - s)',
    'w -= step * m / (np.sqrt(s) + epsilon)',
  ],
};
