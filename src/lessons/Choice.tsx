/** One of the choices of a card. The last one taken stays marked; on a card that is done it can no longer be changed. */
import type { ReactNode } from 'react';
import { answerCard } from '../store/lesson';
import { useStore } from '../store/store';
import styles from './LessonPanel.module.css';

export function Choice({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const isTaken = useStore(({ lesson }) => lesson?.answer === id);
  const isDone = useStore(({ lesson }) => lesson?.isDone ?? false);
  return (
    <button
      type="button"
      className={styles.choice}
      data-choice={id}
      aria-pressed={isTaken}
      disabled={isDone && !isTaken}
      onClick={() => answerCard(id)}
    >
      {children}
    </button>
  );
}
