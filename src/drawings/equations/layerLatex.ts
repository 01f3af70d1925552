/** Step 1 in LaTeX: what the first layer receives, and what each layer makes of it. Lines are aligned at `&`. */
import { type FeatureId, features } from '../../engine/data/features';
import { outputActivations } from '../../engine/model/activations';
import type { NetworkPlan } from '../../engine/model/network';
import { marked } from '../formula/markedLatex';
import { replaceTokens, symbol, target } from './notation';

/** Features on one line; more go on below. */
const PER_LINE = 5;

export function inputLines(ids: readonly FeatureId[], standardised: boolean): string[] {
  const name = standardised ? '\\phi' : symbol('a', -1);
  const formulas = ids.map((id) => features[id].formula);
  const chunks = Array.from({ length: Math.ceil(formulas.length / PER_LINE) }, (_, i) =>
    formulas.slice(i * PER_LINE, (i + 1) * PER_LINE).join(',\\; '),
  );
  const lines = chunks.map((chunk, i) => {
    const isLast = i === chunks.length - 1;
    return `${i === 0 ? `${name} &= \\bigl(` : '&\\qquad '}${chunk}${isLast ? '\\bigr)^{\\mathsf{T}}' : ','}`;
  });
  const scaled = `${symbol('a', -1, { index: 'i' })} &= \\frac{\\phi_i - \\mu_i}{\\sigma_i}`;
  return standardised ? [...lines, scaled] : lines;
}

/** `ofBatch`: with a column for each point. */
export function layerLines({ layers }: NetworkPlan, layer: number, ofBatch = false): string[] {
  const { activation } = layers[layer]!;
  const [z, a] = [symbol('z', layer, { ofBatch }), symbol('a', layer - 1, { ofBatch })];
  return [
    `${z} &= ${symbol('W', layer)} ${a} + ${symbol('b', layer)}`,
    ...activationLines(activation, layer, ofBatch),
  ];
}

/** a = g(z) of one layer. Softmax looks at all units; of the others g is written out where it is more than its argument. */
export function activationLines(
  activation: keyof typeof outputActivations,
  layer: number,
  ofBatch = false,
): string[] {
  const { formula } = outputActivations[activation];
  const at = (index: string) => ({
    a: symbol('a', layer, { index, ofBatch }),
    z: symbol('z', layer, { index, ofBatch }),
  });
  const [a, z] = [symbol('a', layer, { ofBatch }), symbol('z', layer, { ofBatch })];
  if (activation === 'softmax') {
    const [j, k] = [at('j'), at('k')];
    return [replaceTokens(formula, { a_j: j.a, z_j: j.z, z_k: k.z }).replace(' = ', ' &= ')];
  }
  if (activation === 'linear') return [`${a} &= ${z}`];
  const g = `g^{[${layer + 1}]}`;
  return [`${a} &= ${g}(${z})`, formula.replace(/^g\(z\) = /, `${g}(z) &= `)];
}

/** What the last layer says about a point. */
export function answerLines({ layers, outputs }: NetworkPlan, isRegression: boolean): string[] {
  const last = layers.length - 1;
  const { activation } = layers[last]!;
  const f = marked({ quantity: 'a', layer: last }, 'f(x)');
  const isProbability = !isRegression && (activation === 'softmax' || activation === 'sigmoid');
  if (outputs > 1 && isProbability) {
    return [`P(${target()} = j \\mid x) &= ${symbol('a', last, { index: 'j' })}`];
  }
  return [`${f} &= ${symbol('a', last)}${isProbability ? ` = P(${target()} = 1 \\mid x)` : ''}`];
}
