/** The activations, in the order of the menu. Softmax looks at a whole layer and is an output activation only. */
import { numberOps } from '../ops';
import type { Activation, Scalars } from './activation';
import { elu } from './elu';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { linear } from './linear';
import { mish } from './mish';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { sine } from './sine';
import { softmax } from './softmax';
import { softplus } from './softplus';
import { swish } from './swish';
import { tanh } from './tanh';

export const activations = withScalars({
  linear,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  swish,
  softplus,
  gelu,
  mish,
  sine,
});

export type ActivationId = keyof typeof activations;
export type OutputActivationId = ActivationId | 'softmax';

/** What an output layer may use: every activation, and softmax. */
export const outputActivations = { ...activations, softmax } as const;

function withScalars<Id extends string>(
  entries: {
    readonly [K in Id]: Activation & { readonly id: K };
  },
): { readonly [K in Id]: Activation & { readonly id: K } & Scalars } {
  const found = {} as { [K in Id]: Activation & { readonly id: K } & Scalars };
  for (const id in entries) {
    const entry = entries[id];
    found[id] = {
      ...entry,
      at: (z) => entry.value(numberOps, z),
      derivative: (z) => entry.slope(numberOps, z),
    };
  }
  return found;
}
