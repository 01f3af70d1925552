/** A formula in an element: drawn again only when its LaTeX changes, with the symbols lit that are looked at. Brings KaTeX along. */
// What is selected of a formula is copied as LaTeX, not as scattered letters.
import 'katex/contrib/copy-tex';
import 'katex/dist/katex.min.css';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { isLit, readSymbol, type SymbolRef } from '../../engine/model/symbolRef';
import { renderFormula } from './renderFormula';

/** `latex` is marked (see `markedLatex`); `isDisplay` gives large operators. */
export function useFormula(
  latex: string,
  lit: SymbolRef | null,
  isDisplay: boolean,
): RefObject<HTMLSpanElement | null> {
  const formula = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (formula.current) renderFormula(latex, formula.current, isDisplay);
  }, [latex, isDisplay]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a formula that was drawn again has new elements
  useLayoutEffect(() => {
    const symbols = formula.current?.querySelectorAll<HTMLElement>('[data-symbol]') ?? [];
    for (const element of symbols) {
      const symbol = readSymbol(element.dataset.symbol ?? '');
      element.toggleAttribute('data-lit', symbol !== null && isLit(lit, symbol));
    }
  }, [latex, isDisplay, lit]);
  return formula;
}
