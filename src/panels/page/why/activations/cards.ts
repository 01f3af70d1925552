/**
 * What the gallery shows: sigmoid and ReLU, which are to be seen beside each other, then the rest of the registry in the order of the
 * menu, and softmax as the one of three units whose other z are 0.
 */
import type { Curve } from '../../../../drawings/activation/activationScale';
import { type FlatStretch, flatStretches } from '../../../../engine/model/activations/flatness';
import {
  activations,
  type OutputActivationId,
  outputActivations,
} from '../../../../engine/model/activations/index';
import { activationNotes } from '../../../../engine/model/activations/notes';

export interface Card {
  readonly id: OutputActivationId;
  readonly at: Curve;
  readonly derivative: Curve;
  /** Smallest and largest value. */
  readonly range: readonly [number, number];
  readonly flat: readonly FlatStretch[];
  /** Period in z of the function and its flat stretches; null without one. */
  readonly period: number | null;
}

const others = 2;
const softmax = (z: number) => 1 / (1 + others * Math.exp(-z));
const curves = {
  ...activations,
  softmax: { at: softmax, derivative: (z: number) => softmax(z) * (1 - softmax(z)), range: [0, 1] },
} as const satisfies Record<OutputActivationId, Pick<Card, 'at' | 'derivative' | 'range'>>;

const first: readonly OutputActivationId[] = ['sigmoid', 'relu'];
const ids = new Set([...first, ...(Object.keys(curves) as OutputActivationId[])]);

export const cards: readonly Card[] = [...ids].map((id) => {
  const curve: Pick<Card, 'at' | 'derivative' | 'range'> & { readonly period?: number } = curves[id];
  const { at, derivative, range, period } = curve;
  return { id, at, derivative, range, flat: flatStretches({ derivative }), period: period ?? null };
});

/** Names and formulas are those of the registry. */
export function wordsOf(id: OutputActivationId) {
  const { name, formula } = outputActivations[id];
  return { name, formula, ...activationNotes[id] };
}
