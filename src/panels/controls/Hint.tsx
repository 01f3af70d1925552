/** The hint for things that are not controls of this folder: figures, tiles, drawings. */
import type { ReactNode } from 'react';
import styles from './Hint.module.css';
import { useHint } from './useHint';

export interface HintProps {
  text: string | undefined;
  children: ReactNode;
}

export function Hint({ text, children }: HintProps) {
  const hint = useHint(text);
  return (
    <span className={styles.around} {...hint.triggerProps}>
      {children}
      {hint.hintNode}
    </span>
  );
}
