/** The window of the speaker: the card that is projected with its hints and what it arrives at, and what comes next. */
import { Suspense } from 'react';
import { useWords } from '../panels/controls/useWords';
import { CardWords } from './CardWords';
import { notesComponents, PlaceContext } from './LessonWords';
import { lessonOf } from './lessons';
import styles from './StopCard.module.css';
import { useStop } from './speaker';

export function SpeakerNotes() {
  const { t, name } = useWords();
  const stop = useStop();
  const lesson = stop && lessonOf(stop.lesson);
  if (!lesson) return <p className={styles.speaker}>{t('learn.notesWaiting')}</p>;
  const n = lesson.cards.findIndex(({ id }) => id === stop.card);
  const next = lesson.cards[n + 1];
  return (
    <main className={styles.speaker}>
      <h1 className={styles.title}>
        {lesson.number} {name(lesson.title)} · {t('learn.at', { n: n + 1, all: lesson.cards.length })}
      </h1>
      <NotesOf lesson={lesson.id} card={stop.card} />
      {next && (
        <section className={styles.next}>
          <h2 className={styles.title}>{t('learn.next')}</h2>
          <NotesOf lesson={lesson.id} card={next.id} />
        </section>
      )}
    </main>
  );
}

function NotesOf({ lesson, card }: { readonly lesson: string; readonly card: string }) {
  return (
    <PlaceContext value={{ card, isDone: false, hints: 0 }}>
      <Suspense>
        <CardWords id={lesson} components={notesComponents} />
      </Suspense>
    </PlaceContext>
  );
}
