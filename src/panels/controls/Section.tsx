/** A part of a panel: a region named by its title, with the number of its step where it has one. */
import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

export interface SectionProps {
  title: string;
  /** The title is the name of something and keeps its small letters. */
  isName?: boolean;
  /** The step of the spine, 0–3. */
  number?: number;
  /** Spoken of elsewhere: the title lights up. */
  isLit?: boolean;
  /** On the right of the title line. */
  trailing?: ReactNode;
  children: ReactNode;
}

export function Section({ title, isName = false, number, isLit = false, trailing, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.line}>
        <h2 id={id} className={`${styles.title} ${isName ? styles.name : ''}`} data-lit={isLit || undefined}>
          {number !== undefined && (
            <span aria-hidden className={styles.number}>
              {number}{' '}
            </span>
          )}
          {title}
        </h2>
        {trailing && <div className={styles.trailing}>{trailing}</div>}
      </div>
      {children}
    </section>
  );
}
