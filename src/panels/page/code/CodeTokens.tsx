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

/** Lines of code, one below the other. */
export function CodeLines({
  lines,
  className,
}: {
  lines: readonly Token[][];
  className?: string | undefined;
}) {
  return lines.map((tokens, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a step have no names
    <span key={i} className={className}>
      <CodeTokens tokens={tokens} />
      {'\n'}
    </span>
  ));
}
