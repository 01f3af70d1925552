/** A part of a panel: a region named by its title. */
import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

export interface SectionProps {
  title: string;
  /** On the right of the title line. */
  trailing?: ReactNode;
  children: ReactNode;
}

export function Section({ title, trailing, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.line}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {trailing && <div className={styles.trailing}>{trailing}</div>}
      </div>
      {children}
    </section>
  );
}
