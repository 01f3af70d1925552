/** Learning rates as they are typed in a list. */
import { limits } from '../../../../engine/experiment';
import { parseNumber } from '../../../controls/numberText';

export type Rates = { readonly rates: readonly number[] } | { readonly bad: string };

/** Reads rates with spaces, commas or semicolons between them, each once; or the first word that is none. */
export function readRates(text: string): Rates {
  const [low, high] = limits.learningRate;
  const rates = new Set<number>();
  for (const word of text.split(/[\s,;，；、]+/).filter(Boolean)) {
    const rate = parseNumber(word);
    if (rate === null || rate < low || rate > high) return { bad: word.slice(0, 24) };
    rates.add(rate);
  }
  return { rates: [...rates] };
}
