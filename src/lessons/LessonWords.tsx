/**
 * What the words of a lesson are written with. `Card` holds the words of one card: what is asked, then its choices, `Seen` for what is
 * said when the card is done, and `Hint`. Only what the learner has reached is rendered.
 */
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import { Choice } from './Choice';
import styles from './LessonPanel.module.css';

/** Which part of which card is rendered. */
export interface WordsPlace {
  readonly card: string;
  readonly isDone: boolean;
  readonly hints: number;
}

export const PlaceContext = createContext<WordsPlace>({ card: '', isDone: false, hints: 0 });

interface Inner {
  readonly children: ReactNode;
}

function Card({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return useContext(PlaceContext).card === id ? children : null;
}

function Hint({ children }: { readonly children: ReactNode }) {
  const { hints, isDone } = useContext(PlaceContext);
  return hints > 0 && !isDone ? <div className={styles.hint}>{children}</div> : null;
}

function Seen({ children }: { readonly children: ReactNode }) {
  return useContext(PlaceContext).isDone ? (
    <div className={styles.seen} data-seen>
      {children}
    </div>
  ) : null;
}

/** Components that MDX files use by name. */
export const wordsComponents = { Card, Choice, Hint, Seen };

/** The same for a speaker, who sees all of a card. */
export const notesComponents = {
  Card,
  Choice: ({ children }: Inner) => <span className={styles.choice}>{children}</span>,
  Hint: ({ children }: Inner) => <div className={styles.hint}>{children}</div>,
  Seen: ({ children }: Inner) => <div className={styles.seen}>{children}</div>,
};

export interface WordsProps {
  readonly components: Readonly<Record<string, ComponentType<never>>>;
}
