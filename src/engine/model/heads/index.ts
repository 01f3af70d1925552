/** The heads. The kernel knows them by their order. */
import { type OutputActivationId, outputActivations } from '../activations';
import type { LossId } from '../losses';
import type { LayerPlan, NetworkPlan } from '../network';
import { clippedBinary, clippedCategorical } from './clipped';
import type { AnyHead, OutputValues, SoftmaxLogHead } from './head';
import { huber, softmaxHuber } from './huber';
import { sigmoidBinary, sigmoidCategorical } from './sigmoidLogs';
import { softmaxBinary, softmaxCategorical } from './softmaxLogs';
import { softmaxSquared, squared } from './squared';

export const heads = {
  sigmoidBinary,
  sigmoidCategorical,
  softmaxCategorical,
  softmaxBinary,
  clippedBinary,
  clippedCategorical,
  squared,
  softmaxSquared,
  huber,
  softmaxHuber,
} as const satisfies { readonly [Id in string]: AnyHead & { readonly id: Id } };

export type HeadId = keyof typeof heads;
export type Head = (typeof heads)[HeadId];
/** Heads that every device writes out by itself. */
export type SoftmaxLogId = Extract<Head, SoftmaxLogHead>['id'];

/** What a loss becomes with each kind of output. */
interface HeadsOfLoss {
  readonly softmax: HeadId;
  readonly sigmoid: HeadId;
  readonly others: HeadId;
}

const headsOfLoss: Readonly<Record<LossId, HeadsOfLoss>> = {
  binaryCrossentropy: { softmax: 'softmaxBinary', sigmoid: 'sigmoidBinary', others: 'clippedBinary' },
  categoricalCrossentropy: {
    softmax: 'softmaxCategorical',
    sigmoid: 'sigmoidCategorical',
    others: 'clippedCategorical',
  },
  squaredError: { softmax: 'softmaxSquared', sigmoid: 'squared', others: 'squared' },
  huber: { softmax: 'softmaxHuber', sigmoid: 'huber', others: 'huber' },
};

/** The head of a loss on `units` output units. Throws RangeError where there are none, or for a loss or an output that is not known. */
export function headOf(loss: LossId, output: OutputActivationId, units: number): Head {
  if (!(units >= 1) || !Object.hasOwn(headsOfLoss, loss) || !Object.hasOwn(outputActivations, output)) {
    throw new RangeError(`no head for ${loss} on ${units} units of ${output}`);
  }
  // A single output f stands for the two probabilities 1 − f and f, which makes categorical cross-entropy the binary one.
  const meant = loss === 'categoricalCrossentropy' && units === 1 ? 'binaryCrossentropy' : loss;
  const { softmax, sigmoid, others } = headsOfLoss[meant];
  return heads[output === 'softmax' ? softmax : output === 'sigmoid' ? sigmoid : others];
}

export function outputHead(loss: LossId, { layers, outputs }: NetworkPlan): Head {
  return headOf(loss, (layers.at(-1) as LayerPlan).activation, outputs);
}

/** L of a point, in float64; `options` as `lossOptions` lists them. */
export function pointLoss({ term }: Head, point: OutputValues, options: readonly number[]): number {
  let loss = 0;
  for (let j = 0; j < point.outputs.length; j++) loss += term(point, j, options) ?? 0;
  return loss;
}
