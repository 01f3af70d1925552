/** z of one unit with its numbers written out: w·x + b, term by term. Numbers in, text out. */
import { factorText, numberText } from './numbers';

export interface WeightedSum {
  readonly terms: readonly { readonly weight: number; readonly input: number }[];
  readonly bias: number;
}

/** Most products that are written out; the others are summed. */
const mostTerms = 6;
const decimals = 2;

/** z of an output unit. `parameters` follow `NetworkPlan`; `inputs` is what the layer receives. */
export function weightedSum(
  layer: {
    readonly inputs: number;
    readonly units: number;
    readonly kernelOffset: number;
    readonly biasOffset: number;
  },
  parameters: ArrayLike<number>,
  inputs: ArrayLike<number>,
  unit: number,
): WeightedSum {
  const terms = Array.from({ length: layer.inputs }, (_, i) => ({
    weight: parameters[layer.kernelOffset + i * layer.units + unit] ?? Number.NaN,
    input: inputs[i] ?? Number.NaN,
  }));
  return { terms, bias: parameters[layer.biasOffset + unit] ?? Number.NaN };
}

/** −2.23·(−0.58) − 2.18·(−0.76) + 1.86; `more` words what is added up, from how many terms and their sum. */
export function sumText({ terms, bias }: WeightedSum, more: (count: number, sum: string) => string): string {
  const shown = terms.length > mostTerms ? terms.slice(0, mostTerms - 2) : terms;
  const rest = terms.slice(shown.length);
  const parts = shown.map(({ weight, input }, i) => {
    const product = `·${factorText(input, decimals)}`;
    return i === 0 ? numberText(weight, decimals) + product : signed(weight) + product;
  });
  if (rest.length > 0) {
    const sum = rest.reduce((total, { weight, input }) => total + weight * input, 0);
    parts.push(`+ ${more(rest.length, numberText(sum, decimals))}`);
  }
  return [...parts, signed(bias)].join(' ');
}

/** A later term: its sign stands between it and the term before. */
function signed(value: number): string {
  return value < 0 ? `− ${numberText(-value, decimals)}` : `+ ${numberText(value, decimals)}`;
}
