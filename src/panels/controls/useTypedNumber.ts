/**
 * The life of a typed number: while the field has the focus it holds a draft; Enter or leaving commits it, Escape gives
 * it up. A draft that breaks the rule changes nothing and leaves one sentence, until the next edit.
 */
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { exactText, type NumberRule, readTyped, shownText } from './numberText';
import { useWords } from './useWords';

export interface TypedNumberOptions extends NumberRule {
  readonly value: number;
  readonly onCommit: (value: number) => void;
  /** Arrow keys in the field: up is 1, down is −1. */
  readonly onNudge?: ((direction: 1 | -1) => void) | undefined;
}

const committed = Symbol('committed');

export function useTypedNumber({ value, onCommit, onNudge, ...rule }: TypedNumberOptions) {
  const { t } = useWords();
  // After a commit the field shows what holds then, which need not be what was typed: a view may refuse the change.
  const [draft, setDraft] = useState<string | null | typeof committed>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const exact = exactText(value, rule.format);
  /** Just entered, and not shown in full yet. */
  const entered = useRef<HTMLInputElement>(null);
  // With the full value in it, before anything can be typed. Selecting takes the focus in some browsers: a field that has lost it
  // meanwhile would take it from another one.
  useLayoutEffect(() => {
    const field = entered.current;
    entered.current = null;
    if (field !== null && document.activeElement === field) field.select();
  });

  function commit() {
    if (draft === null || draft === committed || draft === exact) return;
    const typed = readTyped(draft, rule);
    if ('value' in typed) {
      setDraft(committed);
      setProblem(null);
      if (typed.value !== value) onCommit(typed.value);
    } else {
      setDraft(exact);
      const [min, max] = rule.range.map((bound) => exactText(bound, rule.format)) as [string, string];
      const percent = rule.format === 'percent' ? ' %' : '';
      setProblem(t(`controls.${typed.problem}`, { value: typed.text, min, max: max + percent }));
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') commit();
    else if (event.key === 'Escape') {
      // With nothing to give up, Escape belongs to what the field stands in.
      if (draft !== null && draft !== committed && draft !== exact) event.preventDefault();
      setDraft(exact);
    } else if (onNudge && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      setDraft(null);
      onNudge(event.key === 'ArrowUp' ? 1 : -1);
    }
  }

  return {
    problem,
    clearProblem: () => setProblem(null),
    inputProps: {
      value: draft === committed ? exact : (draft ?? shownText(value, rule)),
      onChange: (event: { readonly target: HTMLInputElement }) => {
        setDraft(event.target.value);
        setProblem(null);
      },
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        entered.current = event.target;
        setDraft(exact);
      },
      onBlur: () => {
        commit();
        setDraft(null);
      },
      onKeyDown,
    },
  };
}
