/** A short formula in a line of text, to be read. It brings KaTeX along: load it lazily. */
import styles from './Formula.module.css';
import type { SymbolRef } from './symbolRef';
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
