/** dL/dz in LaTeX: of the output layer from the notes of its head, and behind it. */
import type { OutputActivationId } from '../../engine/model/activations';
import type { Head } from '../../engine/model/heads';
import type { DeltaSymbols } from '../../engine/model/heads/head';
import { headNotes } from '../../engine/model/heads/notes';
import { batchPoints, symbol, target } from './notation';

const transposed = '\\mathsf{T}';

export interface OutputLayer {
  readonly head: Head;
  readonly activation: OutputActivationId;
  readonly units: number;
  /** Index of the layer. */
  readonly layer: number;
}

/** a − y; (a − y) ∘ g′(z); or lines of its own. */
export function outputDelta({ head, activation }: Pick<OutputLayer, 'head' | 'activation'>) {
  const { delta } = headNotes[head.id];
  return delta === 'slopedDifference' && activation === 'linear' ? 'difference' : delta;
}

export function outputDeltaLines(output: OutputLayer, ofBatch: boolean): readonly string[] {
  const { layer, units } = output;
  const [dz, a] = [symbol('dz', layer, { ofBatch }), symbol('a', layer, { ofBatch })];
  const y = target(ofBatch ? 'batch' : 'point');
  const delta = outputDelta(output);
  if (delta === 'difference') return [`${dz} &= ${a} - ${y}`];
  if (delta === 'slopedDifference') {
    return [`${dz} &= (${a} - ${y}) \\circ g'^{[${layer + 1}]}(${symbol('z', layer, { ofBatch })})`];
  }
  return delta({ ...unitSymbols(layer, units), isLinear: output.activation === 'linear' });
}

/** Unit by unit, for one point. */
function unitSymbols(layer: number, units: number): Omit<DeltaSymbols, 'isLinear'> {
  const j = units > 1 ? 'j' : '';
  const z = symbol('z', layer, { index: j });
  return {
    dz: symbol('dz', layer, { index: j }),
    a: symbol('a', layer, { index: j }),
    y: target(units > 1 ? 'j' : 'point'),
    z,
    slope: `g'^{[${layer + 1}]}(${z})`,
    units,
    of: (quantity, index) => (quantity === 'y' ? target(index) : symbol(quantity, layer, { index })),
  };
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
