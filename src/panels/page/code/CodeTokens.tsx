/** A line of code in colours. */
import styles from './CodeTokens.module.css';
import type { Token } from './highlight';

export function CodeTokens({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map(({ column, text, kind }) =>
    kind === null ? (
      text
    ) : (
      <span key={column} className={styles[kind]}>
        {text}
      </span>
    ),
  );
}
