/** The optimisers in NumPy, each as what it starts with and what it does to one weight array w with gradient g, in place. */
import type { OptimizerId } from '../../engine/training/optimizers';
import { option } from '../../engine/training/optimizers/optimizer';
import { floatText } from '../numbers';
import type { ProgramContext } from '../programContext';

interface NumpyUpdate {
  /** Its arrays: name of the list, what each starts as, and its letter in the loop. */
  readonly slots: readonly { readonly list: string; readonly start: string; readonly letter: string }[];
  /** In the order of the page: option id and the name in the program. */
  readonly options: readonly (readonly [id: string, name: string])[];
  /** Before the loop over the weights. */
  readonly before: (rate: string) => string;
  /** In it. */
  readonly rule: (rate: string) => string;
}

const zeros = 'np.zeros_like(w)';
const velocity = { list: 'velocities', start: zeros, letter: 'v' };
const moments = [
  { list: 'means', start: zeros, letter: 'm' },
  { list: 'squares', start: zeros, letter: 's' },
];
const noLine = () => '';
const adamOptions = [
  ['beta1', 'beta1'],
  ['beta2', 'beta2'],
  ['epsilon', 'epsilon'],
] as const;
const adamStep = (rate: string) => `t += 1
step = ${rate} * np.sqrt(1 - beta2**t) / (1 - beta1**t)`;
const adamRule = `m += (1 - beta1) * (g - m)
s += (1 - beta2) * (g**2 - s)
w -= step * m / (np.sqrt(s) + epsilon)`;

export const numpyUpdates: Record<OptimizerId, NumpyUpdate> = {
  sgd: { slots: [], options: [], before: noLine, rule: (rate) => `w -= ${rate} * g` },
  momentum: {
    slots: [velocity],
    options: [['momentum', 'momentum']],
    before: noLine,
    rule: (rate) => `v *= momentum\nv -= ${rate} * g\nw += v`,
  },
  nesterov: {
    slots: [velocity],
    options: [['momentum', 'momentum']],
    before: noLine,
    rule: (rate) => `v *= momentum\nv -= ${rate} * g\nw += momentum * v - ${rate} * g`,
  },
  adagrad: {
    slots: [{ list: 'squares', start: 'np.full_like(w, 0.1)', letter: 's' }],
    options: [['epsilon', 'epsilon']],
    before: noLine,
    rule: (rate) => `s += g**2\nw -= ${rate} * g / np.sqrt(s + epsilon)`,
  },
  rmsprop: {
    slots: [{ list: 'squares', start: zeros, letter: 's' }],
    options: [
      ['rho', 'rho'],
      ['epsilon', 'epsilon'],
    ],
    before: noLine,
    rule: (rate) => `s += (1 - rho) * (g**2 - s)\nw -= ${rate} * g / np.sqrt(s + epsilon)`,
  },
  adam: { slots: moments, options: adamOptions, before: adamStep, rule: () => adamRule },
  adamw: {
    slots: moments,
    options: [['weightDecay', 'weight_decay'], ...adamOptions],
    before: adamStep,
    rule: (rate) => `w *= 1 - ${rate} * weight_decay\n${adamRule}`,
  },
};

/** `name = value` of each hyper-parameter. */
export function numpyOptions({ experiment }: ProgramContext): string[] {
  const { id, options } = experiment.training.optimizer;
  return numpyUpdates[id].options.map(([key, name]) => `${name} = ${floatText(option(options, key))}`);
}
