/** What a loss is made of on the page: its terms with their formulas, and which one the small curve shows. */
import type { Chain, LossTerm } from './chain';
import { termFormula } from './lossFormula';
import { outputSymbol } from './outputSteps';

export interface ShownTerm {
  readonly term: LossTerm;
  /** null in regression. */
  readonly classIndex: number | null;
  readonly isTruth: boolean;
  /** Symbol of the output that it looks at. */
  readonly symbol: string;
  readonly formula: string;
  /** What the output unit answers. */
  readonly output: number;
}

/** Empty where no target is known. */
export function shownTerms(chain: Chain): readonly ShownTerm[] {
  const { rows } = chain;
  return rows.flatMap(({ term, classIndex, isTruth, logit, output }): ShownTerm[] => {
    if (!term) return [];
    // A term that stands beside what a single unit leaves over is still about that unit.
    const answer = logit === null ? 1 - output : output;
    const symbol = outputSymbol(chain, classIndex);
    return [{ term, classIndex, isTruth, symbol, formula: termFormula(term, symbol), output: answer }];
  });
}

/** The term of the output that is looked at, or else of the true class, or else the only one. */
export function curveTerm(terms: readonly ShownTerm[], classIndex: number | null): ShownTerm | null {
  const looked = terms.find((term) => term.classIndex === classIndex);
  return looked ?? terms.find(({ isTruth }) => isTruth) ?? terms[0] ?? null;
}
