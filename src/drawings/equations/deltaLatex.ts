/** dL/dz in LaTeX: of the output layer for each loss with each activation, as `engine/model/outputDeltas` has it, and behind it. */
import type { OutputActivationId } from '../../engine/model/activations';
import type { LossId } from '../../engine/model/losses';
import { batchPoints, symbol, target } from './notation';

const transposed = '\\mathsf{T}';

export type OutputDelta =
  /** a − y: the loss and the activation belong together. */
  | 'difference'
  /** (a − y) ∘ g′(z) */
  | 'slopedDifference'
  /** Some other formula. */
  | 'other';

export interface OutputLayer {
  readonly loss: LossId;
  readonly activation: OutputActivationId;
  readonly units: number;
  /** Index of the layer. */
  readonly layer: number;
}

function isBinary({ loss, units }: OutputLayer): boolean {
  return loss === 'binaryCrossentropy' || (loss === 'categoricalCrossentropy' && units === 1);
}

export function outputDeltaKind(output: OutputLayer): OutputDelta {
  const { loss, activation, units } = output;
  if (activation === 'softmax')
    return loss === 'categoricalCrossentropy' && units > 1 ? 'difference' : 'other';
  if (activation === 'sigmoid' && isBinary(output)) return 'difference';
  if (loss !== 'squaredError') return 'other';
  return activation === 'linear' ? 'difference' : 'slopedDifference';
}

/** A logarithm of something that is not a probability: cut off near 0 and 1, where the slope is 0. */
export function isCutOff({ loss, activation }: Pick<OutputLayer, 'loss' | 'activation'>): boolean {
  return loss !== 'squaredError' && activation !== 'sigmoid' && activation !== 'softmax';
}

export function outputDeltaLines(output: OutputLayer, ofBatch: boolean): string[] {
  const { layer } = output;
  const [dz, a] = [symbol('dz', layer, { ofBatch }), symbol('a', layer, { ofBatch })];
  const y = target(ofBatch ? 'batch' : 'point');
  const kind = outputDeltaKind(output);
  if (kind === 'difference') return [`${dz} &= ${a} - ${y}`];
  if (kind === 'slopedDifference') {
    return [`${dz} &= (${a} - ${y}) \\circ g'^{[${layer + 1}]}(${symbol('z', layer, { ofBatch })})`];
  }
  return otherLines(output);
}

/** Unit by unit, for one point. */
function otherLines(output: OutputLayer): string[] {
  const { loss, activation, units, layer } = output;
  const of = (quantity: 'dz' | 'a' | 'z', index: string) => symbol(quantity, layer, { index });
  const j = units > 1 ? 'j' : '';
  const [dz, a, y] = [of('dz', j), of('a', j), target(units > 1 ? 'j' : 'point')];
  if (activation === 'softmax') {
    // A single unit is always 1, whatever its z.
    if (units === 1) return [`${dz} &= 0`];
    if (loss === 'squaredError') {
      return [`${dz} &= ${a} \\Bigl(e_j - \\sum_k e_k\\, ${of('a', 'k')}\\Bigr)`, `e_j &= ${a} - ${y}`];
    }
    return [
      `${dz} &= ${units}\\, ${a} - ${y} - \\sum_{k \\ne j} (1 - ${target('k')})\\, s^{(k)}_j`,
      `s^{(k)}_j &= \\frac{e^{${of('z', 'j')}}}{\\sum_{i \\ne k} e^{${of('z', 'i')}}}`,
    ];
  }
  if (activation === 'sigmoid') return [`${dz} &= ${y} (${a} - 1)`];
  const slope = isBinary(output)
    ? `\\Bigl(\\frac{1 - ${y}}{1 - ${a}} - \\frac{${y}}{${a}}\\Bigr)`
    : `-\\frac{${y}}{${a}}`;
  return [`${dz} &= ${slope}\\, g'^{[${layer + 1}]}(${of('z', j)})`];
}

export function hiddenDeltaLine(layer: number, ofBatch: boolean): string {
  const dz = (of: number) => symbol('dz', of, { ofBatch });
  const pulled = `${symbol('W', layer + 1, { after: transposed })} ${dz(layer + 1)}`;
  return `${dz(layer)} &= ${pulled} \\circ g'^{[${layer + 1}]}(${symbol('z', layer, { ofBatch })})`;
}

/** dW and db of a layer, as the mean over a mini-batch or for one point. */
export function slopeLines(layer: number, ofBatch: boolean): string[] {
  const dz = symbol('dz', layer, { ofBatch });
  const received = symbol('a', layer - 1, { ofBatch, after: transposed });
  const mean = ofBatch ? `\\tfrac{1}{${batchPoints}}\\, ` : '';
  const column = symbol('dz', layer, { after: '(i)' });
  return [
    `${symbol('dW', layer)} &= ${mean}${dz}\\, ${received}`,
    `${symbol('db', layer)} &= ${ofBatch ? `${mean}\\sum_{i \\in \\mathcal{B}} ${column}` : dz}`,
  ];
}
