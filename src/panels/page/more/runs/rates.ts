/** Learning rates as they are typed in a list. */
import { limits } from '../../../../engine/experiment';
import { parseNumber } from '../../../controls/numberText';

export type Rates = { readonly rates: readonly number[] } | { readonly bad: string };

/**
 * Reads rates with spaces or semicolons between them, or commas with a space after, each once; or the first word that is none. A comma
 * between digits is a decimal mark, but for words with a dot: 0.1,0.3 are two.
 */
export function readRates(text: string): Rates {
  const [low, high] = limits.learningRate;
  const rates = new Set<number>();
  const words = text.split(/[\s;；、]+|,(?=\s|$)|，(?=\s|$)/).filter(Boolean);
  for (const word of words.flatMap((word) => (word.includes('.') ? word.split(/[,，]/) : [word]))) {
    const rate = parseNumber(word);
    if (rate === null || rate < low || rate > high) return { bad: word.slice(0, 24) };
    rates.add(rate);
  }
  return { rates: [...rates] };
}
