/** For tests only: a few of many problems, which hold every pair of hidden activation, loss and optimiser that occurs in any of them. */
import type { Kind } from './kinds';

/** Whether all problems are asked for, not only every pair: `npm test -- --full`. */
export const isFull = import.meta.env.VITE_FULL === '1';

/** Each time the kind that adds most that is new, the first of equals. */
export function pairwise(kinds: readonly Kind[]): Kind[] {
  const features = kinds.map(featuresOf);
  const missing = new Set(features.flat());
  const chosen = new Set<number>();
  while (missing.size > 0) {
    let [best, most] = [-1, 0];
    for (const [i, own] of features.entries()) {
      const added = chosen.has(i) ? 0 : own.filter((feature) => missing.has(feature)).length;
      if (added > most) [best, most] = [i, added];
    }
    chosen.add(best);
    for (const feature of features[best]!) missing.delete(feature);
  }
  return kinds.filter((_, i) => chosen.has(i));
}

/** What must occur: the pairs, and each value of what else a kind has. */
export function featuresOf({ hidden, loss, optimizer, ...others }: Kind): string[] {
  const values = Object.entries(others).map(([property, value]) => `${property} ${JSON.stringify(value)}`);
  return [`${hidden} with ${loss}`, `${hidden} with ${optimizer}`, `${loss} with ${optimizer}`, ...values];
}
