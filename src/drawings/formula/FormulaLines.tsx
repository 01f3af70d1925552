/**
 * Lines of mathematics aligned at their `&`, whose marked symbols can be pointed at, tapped, or gone through with the arrow keys;
 * which of them are lit is told from outside. The two sides are columns of a grid: where the parent is a subgrid, lines of several
 * formulas stand aligned.
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useMemo } from 'react';
import { readSymbol, type SymbolRef } from '../../engine/model/symbolRef';
import styles from './Formula.module.css';
import { sidesOf, symbolsIn } from './markedLatex';
import { useFormula } from './useFormula';

export interface FormulaLinesProps {
  /** Marked LaTeX, see `markedLatex`; what stands before `&` is put on the left. */
  readonly lines: readonly string[];
  /** What is looked at, here or in another picture. */
  readonly lit: SymbolRef | null;
  /** A symbol is looked at, or none any more. */
  readonly onSymbol: (symbol: SymbolRef | null) => void;
  /** Accessible name, which says that its symbols can be gone through. */
  readonly label: string;
}

export function FormulaLines({ lines, lit, onSymbol, label }: FormulaLinesProps) {
  const symbols = useMemo(() => symbolsIn(lines.join(' ')), [lines]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls
    <div
      className={styles.lines}
      role="group"
      aria-label={label}
      {...(symbols.length > 0 ? { tabIndex: 0, ...handlersOf(symbols, onSymbol) } : {})}
    >
      {lines.map((line) => (
        <Line key={line} line={line} lit={lit} />
      ))}
    </div>
  );
}

function Line({ line, lit }: { readonly line: string; readonly lit: SymbolRef | null }) {
  const [left, right] = sidesOf(line);
  return (
    <div className={styles.line}>
      <span ref={useFormula(left, lit, true)} className={styles.left} />
      {/* The empty group makes the sign a relation between two things, with the space of one. */}
      <span ref={useFormula(`{}${right}`, lit, true)} className={styles.right} />
    </div>
  );
}

function symbolAt(target: EventTarget): SymbolRef | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-symbol]') : null;
  return element && readSymbol(element.dataset.symbol ?? '');
}

function handlersOf(symbols: readonly string[], onSymbol: (symbol: SymbolRef | null) => void) {
  const look = (text: string | undefined) => onSymbol(text === undefined ? null : readSymbol(text));
  return {
    onPointerOver: ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') onSymbol(symbolAt(target));
    },
    onPointerLeave: ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') onSymbol(null);
    },
    onClick: ({ target }: MouseEvent) => onSymbol(symbolAt(target)),
    onFocus: ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
      if (currentTarget.matches(':focus-visible')) look(symbols[0]);
    },
    onBlur: () => onSymbol(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const lit = event.currentTarget.querySelector<HTMLElement>('[data-symbol][data-lit]')?.dataset.symbol;
      const at = lit === undefined ? -1 : symbols.indexOf(lit);
      look(symbols[(at + move + symbols.length) % symbols.length]);
    },
  };
}
