/** Step 2 in LaTeX: the loss of one point, from the registry, and the cost over all of them. */
import type { LossSpec } from '../../engine/experiment';
import type { Head } from '../../engine/model/heads';
import { losses } from '../../engine/model/losses';
import { marked } from '../formula/markedLatex';
import { batchPoints, cost, loss, replaceTokens, symbol, target } from './notation';

/** For an output layer with so many units; `last` is its index. A sum over the units has a second line for its terms. */
export function lossLines(head: Head, outputs: number, last: number): string[] {
  const isSummed = outputs > 1 && head.looksAt === 'everyUnit';
  const term = replaceTokens(losses[head.loss].formula.replace(/^L = /, ''), {
    f: isSummed ? symbol('a', last, { index: 'j' }) : marked({ quantity: 'a', layer: last }, 'f'),
    y: target(isSummed ? 'j' : 'point'),
    a_y: symbol('a', last, { index: 'y' }),
  });
  return isSummed ? [`${loss} &= \\sum_j L_j`, `L_j &= ${term}`] : [`${loss} &= ${term}`];
}

/** Penalties as they stand behind the mean loss; empty without any. */
export function penaltyTerms({ l1, l2 }: Pick<LossSpec, 'l1' | 'l2'>): string {
  const absolute = l1 > 0 ? ' + \\lambda_1 \\sum_W \\lvert w \\rvert' : '';
  const squared = l2 > 0 ? ' + \\lambda_2 \\sum_W w^2' : '';
  return absolute + squared;
}

export function costLine(spec: Pick<LossSpec, 'l1' | 'l2'>): string {
  return `${cost}(W, b) &= \\frac{1}{m} \\sum_{i=1}^{m} ${loss}^{(i)}${penaltyTerms(spec)}`;
}

/** The cost that one update looks at: over its mini-batch, or of one point. */
export function costTerms(spec: Pick<LossSpec, 'l1' | 'l2'>, ofBatch: boolean): string {
  const mean = ofBatch ? `\\frac{1}{${batchPoints}} \\sum_{i \\in \\mathcal{B}} ${loss}^{(i)}` : loss;
  return `${cost} &= ${mean}${penaltyTerms(spec)}`;
}

/** What the penalties add, as a name for its value. */
export function penaltyName({ l1, l2 }: Pick<LossSpec, 'l1' | 'l2'>): string {
  const absolute = l1 > 0 ? ['\\lambda_1 \\sum \\lvert w \\rvert'] : [];
  const squared = l2 > 0 ? ['\\lambda_2 \\sum w^2'] : [];
  return [...absolute, ...squared].join(' + ');
}
