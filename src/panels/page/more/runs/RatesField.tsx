/** A list of learning rates to type. What cannot be one is answered in a sentence once the field is left. */
import { useId, useState } from 'react';
import { limits } from '../../../../engine/experiment';
import { FieldProblem } from '../../../controls/FieldProblem';
import { parseNumber } from '../../../controls/numberText';
import { useHint } from '../../../controls/useHint';
import { useWords } from '../../../controls/useWords';
import styles from './RaceSetup.module.css';

export interface RatesFieldProps {
  /** What the field shows at first. */
  first: readonly string[];
  /** The rates as text, or null while one of them is none. */
  onChange: (rates: readonly string[] | null) => void;
}

export function RatesField({ first, onChange }: RatesFieldProps) {
  const { t } = useWords();
  const hint = useHint(t('race.hints.rates'));
  const id = useId();
  const problemId = useId();
  const [text, setText] = useState(first.join(', '));
  const [problem, setProblem] = useState<string | null>(null);
  const [min, max] = limits.learningRate;

  const change = (typed: string) => {
    setText(typed);
    setProblem(null);
    const read = readRates(typed);
    onChange('rates' in read ? read.rates.map(String) : null);
  };
  const leave = () => {
    const read = readRates(text);
    if ('bad' in read) setProblem(t('race.badRate', { value: read.bad, min, max }));
  };
  return (
    <div className={styles.rates} {...hint.triggerProps}>
      <label htmlFor={id} data-hint-label>
        {t('race.rates')}
      </label>
      <input
        id={id}
        className={styles.field}
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${hint.describedBy ?? ''} ${problemId}`}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
        onKeyDown={({ key }) => key === 'Enter' && leave()}
      />
      <FieldProblem id={problemId} problem={problem} />
      {hint.hintNode}
    </div>
  );
}

type Rates = { readonly rates: readonly number[] } | { readonly bad: string };

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
