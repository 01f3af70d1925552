/**
 * The course's T-shirt: will it be a top seller? A network on four inputs whose three hidden units each stand for something, with weights
 * that are set and not learned.
 */
import type { ActivationId } from './activations';
import { forward, type LayerValues } from './forward';
import type { NetworkPlan } from './network';

export const demandInputs = ['price', 'shipping', 'marketing', 'material'] as const;
export const demandUnits = ['affordability', 'awareness', 'quality'] as const;

/** Of the hidden layer. */
export const demandActivations = ['sigmoid', 'relu', 'linear'] as const satisfies readonly ActivationId[];

export interface Demand {
  /** Price, shipping, marketing and material of the T-shirt, 0–10 each. */
  readonly inputs: readonly number[];
  readonly activation: (typeof demandActivations)[number];
}

export const firstDemand: Demand = { inputs: [5, 5, 3, 5], activation: 'sigmoid' };

/** [input][hidden unit], then the biases of the hidden units, the weights of the output and its bias. */
export const demandParameters: Float64Array = Float64Array.of(
  ...[-0.7, 0, 0.3],
  ...[-0.5, 0, 0],
  ...[0, 1, 0],
  ...[0, 0, 0.7],
  ...[6, -3, -4],
  ...[3, 3, 3],
  -6,
);

function demandPlan(activation: Demand['activation']): NetworkPlan {
  return {
    inputs: 4,
    outputs: 1,
    layers: [
      { inputs: 4, units: 3, activation, kernelOffset: 0, biasOffset: 12 },
      { inputs: 3, units: 1, activation: 'sigmoid', kernelOffset: 15, biasOffset: 18 },
    ],
    parameterCount: demandParameters.length,
    unitCount: 4,
  };
}

/** What the hidden units make of the T-shirt, and the probability of a top seller. */
export function demandValues({ inputs, activation }: Demand) {
  const [hidden, output] = forward(demandPlan(activation), demandParameters, inputs) as [
    LayerValues,
    LayerValues,
  ];
  return { units: hidden.outputs, topSeller: output.outputs[0] as number };
}
