/** A short formula in a line of text, to be read. It brings KaTeX along: load it lazily. */

import type { SymbolRef } from '../../engine/model/symbolRef';
import styles from './Formula.module.css';
import { useFormula } from './useFormula';

export interface FormulaProps {
  /** See `markedLatex`. */
  readonly latex: string;
  /** What is looked at, here or in another picture. */
  readonly lit?: SymbolRef | null;
}

export function Formula({ latex, lit = null }: FormulaProps) {
  return <span ref={useFormula(latex, lit, false)} className={styles.formula} />;
}
