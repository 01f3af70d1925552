/** The activations, in the order of the menu. Softmax looks at a whole layer and is an output activation only. */
import type { Localized } from '../../../i18n/localized';
import type { Activation } from './activation';
import { elu } from './elu';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { linear } from './linear';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { softplus } from './softplus';
import { swish } from './swish';
import { tanh } from './tanh';

export const activations = {
  linear,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  swish,
  softplus,
  gelu,
} as const satisfies Record<string, Activation>;

export type ActivationId = keyof typeof activations;

const softmax = {
  id: 'softmax',
  name: { en: 'softmax', zh: 'softmax' } satisfies Localized,
  formula: 'a_j = \\frac{e^{z_j}}{\\sum_k e^{z_k}}',
  keras: 'softmax',
} as const;

export type OutputActivationId = ActivationId | 'softmax';

/** What an output layer may use: every activation, and softmax. */
export const outputActivations = { ...activations, softmax } as const;
