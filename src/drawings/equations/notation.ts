/**
 * How the course writes things: layer l counts from 1, a^[0] are the inputs, W^[l] has a row for each unit. Functions answer LaTeX with
 * marked symbols. `layer` is the index into `NetworkPlan.layers`, −1 for the inputs.
 */

import type { LayerSymbol } from '../../engine/model/symbolRef';
import { marked } from '../formula/markedLatex';

type Lettered = Exclude<LayerSymbol['quantity'], 'layer' | 'unit'>;

interface Scripts {
  /** Below the letter. */
  readonly index?: string;
  /** What else stands above it, say a transpose sign. */
  readonly after?: string;
  /** The matrix with a column for each point of a mini-batch: Z, A, dZ. */
  readonly ofBatch?: boolean;
}

const ofBatches: Readonly<Partial<Record<Lettered, string>>> = { z: 'Z', a: 'A', dz: 'dZ' };

/** W^{[2]}, or with `index` a^{[2]}_j. */
export function symbol(
  quantity: Lettered,
  layer: number,
  { index = '', after = '', ofBatch = false }: Scripts = {},
): string {
  const below = index === '' ? '' : `_{${index}}`;
  const letter = (ofBatch && ofBatches[quantity]) || quantity;
  return marked({ quantity, layer }, `${letter}^{[${layer + 1}]${after}}${below}`);
}

/** Number of points in the mini-batch. */
export const batchPoints = '\\lvert\\mathcal{B}\\rvert';

/**
 * Puts something else for single letters, letters with a letter below, and commands: `replace({ f: 'a_j' }, formula)`. Longer names
 * stay whole, so the e of \\leftarrow is safe.
 */
export function replaceTokens(latex: string, tokens: Readonly<Record<string, string>>): string {
  return latex.replaceAll(
    /\\[A-Za-z]+|[A-Za-z]_[A-Za-z](?![A-Za-z])|[A-Za-z]/g,
    (token) => tokens[token] ?? token,
  );
}

/** Lines with `&` before the sign they are aligned at. */
export function aligned(lines: readonly string[]): string {
  return lines.length === 1
    ? (lines[0] ?? '').replace('&', '')
    : `\\begin{aligned} ${lines.join(' \\\\[2pt] ')} \\end{aligned}`;
}

export const loss = marked({ quantity: 'L' }, 'L');
export const cost = marked({ quantity: 'J' }, 'J');

/** y, with an index y_j, of all points of a mini-batch Y. */
export function target(index: 'point' | 'batch' | 'j' | 'k' = 'point'): string {
  const letter = index === 'batch' ? 'Y' : index === 'point' ? 'y' : `y_${index}`;
  return marked({ quantity: 'y' }, letter);
}
