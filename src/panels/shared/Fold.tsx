/** A part that is folded until its title is pressed; what is in it exists only while it is open. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { HintText } from '../controls/taughtHint';
import { useHint } from '../controls/useHint';
import styles from './Fold.module.css';

export interface FoldProps {
  title: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  hint: HintText;
  children: ReactNode;
}

export function Fold({ title, isOpen, onOpen, hint, children }: FoldProps) {
  const id = useId();
  const { triggerProps, describedBy, hintNode, wasAsked } = useHint(hint);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className={styles.fold} aria-label={title}>
      <span className={styles.head} {...triggerProps}>
        <button
          type="button"
          className={styles.title}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-describedby={describedBy}
          onClick={() => wasAsked() || onOpen(!isOpen)}
        >
          <Icon aria-hidden size={14} />
          {title}
        </button>
        {hintNode}
      </span>
      {isOpen && (
        <div id={id} className={styles.content}>
          {children}
        </div>
      )}
    </section>
  );
}
