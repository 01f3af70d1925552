/** A program in colours with numbered lines; those that changed are marked. Scrolls by itself, by keyboard too. */
import { type RefObject, useMemo } from 'react';
import type { ProgramLanguage } from '../../../codegen/program';
import type { ShownLine } from '../../../codegen/shownLines';
import { CodeTokens } from './CodeTokens';
import { highlight } from './highlight';
import styles from './ProgramView.module.css';

export interface ProgramViewProps {
  /** Accessible name. */
  label: string;
  language: ProgramLanguage;
  lines: readonly ShownLine[];
  /** Indices into `lines`. */
  changed: readonly number[];
  /** Index of the line that begins each step. */
  titles: readonly number[];
  /** What stands in place of rows that are left out. */
  leftWords: (rows: number) => string;
  scroller?: RefObject<HTMLElement | null>;
}

export function ProgramView(props: ProgramViewProps) {
  const { label, language, lines, changed, titles, leftWords, scroller } = props;
  const tokens = useMemo(
    () =>
      highlight(
        lines.map(({ text }) => text),
        language,
      ),
    [lines, language],
  );
  const marked = new Set(changed);
  const digits = String(lines.at(-1)?.number ?? 1).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys that scroll it
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label={label} data-program>
      <pre className={styles.program} style={{ '--digits': digits } as React.CSSProperties}>
        <code>
          {lines.map(({ number, left }, i) =>
            left > 0 ? (
              <span
                key={number}
                className={styles.left}
                data-number="⋮"
                data-changed={marked.has(i) || undefined}
              >
                {`${leftWords(left)}\n`}
              </span>
            ) : (
              <span
                key={number}
                className={`${styles.line} ${titles.includes(i) ? styles.heading : ''}`}
                data-number={number}
                data-changed={marked.has(i) || undefined}
              >
                <CodeTokens tokens={tokens[i] ?? []} />
                {'\n'}
              </span>
            ),
          )}
        </code>
      </pre>
    </section>
  );
}
