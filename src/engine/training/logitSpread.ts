/** Where the weighted sums z of a layer lie at some points: what its activation is given to work on. In float64. */
import { forward } from '../model/forward';
import type { NetworkPlan } from '../model/network';
import type { Histogram } from './snapshot';

export interface LogitSpread {
  /** Of the z within its ends. */
  readonly histogram: Histogram;
  /** Share of all z below its lower end, 0–1; NaN without any. */
  readonly below: number;
  /** Share of all z above its upper end, 0–1; NaN without any. What is no number counts as neither. */
  readonly above: number;
}

const bins = 48;

/**
 * Counts z of the given layers (indices into `NetworkPlan.layers`) at points whose `inputs` are [point][feature], between the ends
 * of `range`.
 */
export function logitSpread(
  plan: NetworkPlan,
  parameters: ArrayLike<number>,
  inputs: Float32Array,
  layers: readonly number[],
  [low, high]: readonly [number, number],
): LogitSpread {
  const counts = new Uint32Array(bins);
  const scale = bins / (high - low);
  const total = { below: 0, above: 0, all: 0 };
  for (let from = 0; from < inputs.length; from += plan.inputs) {
    const values = forward(plan, parameters, inputs.subarray(from, from + plan.inputs));
    for (const z of layers.flatMap((layer) => Array.from(values[layer]?.logits ?? []))) {
      total.all++;
      if (z < low) total.below++;
      else if (z > high) total.above++;
      else if (!Number.isNaN(z)) {
        const bin = Math.min(bins - 1, Math.floor((z - low) * scale));
        counts[bin] = (counts[bin] as number) + 1;
      }
    }
  }
  return {
    histogram: { low, high, counts },
    below: total.below / total.all,
    above: total.above / total.all,
  };
}
