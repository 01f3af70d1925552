/** All lessons as the table of contents of the course: what each is about, and how much of it is done. */
import { useState } from 'react';
import { useReadable } from '../drawings/useReadable';
import { ActionButton } from '../panels/controls/ActionButton';
import { useWords } from '../panels/controls/useWords';
import { chooseJson, saveJson } from '../persistence/files';
import { leaveLesson } from '../store/lesson';
import styles from './LessonPanel.module.css';
import { type ListedLesson, lessons } from './lessons';
import { beginLesson } from './openCards';
import { addProgress, type Progress, progress, progressOf, resetProgress } from './progress';

export function LessonMap() {
  const { t } = useWords();
  const all = useReadable(progress);
  return (
    <section aria-label={t('learn.title')} className={styles.map}>
      <h2 className={styles.mapTitle}>{t('learn.title')}</h2>
      <p className={styles.quiet}>{t('learn.words')}</p>
      <ol className={styles.list}>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <Entry lesson={lesson} all={all} />
          </li>
        ))}
      </ol>
      <ProgressButtons isEmpty={Object.keys(all).length === 0} />
    </section>
  );
}

/** What is done, taken to another browser and back, or forgotten. */
function ProgressButtons({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useWords();
  const [isRefused, setIsRefused] = useState(false);
  const open = async () => {
    const text = await chooseJson();
    if (text !== null) setIsRefused(!addProgress(text));
  };
  return (
    <>
      <div className={styles.buttons}>
        {!isEmpty && (
          <ActionButton
            variant="quiet"
            label={t('learn.save')}
            hint={t('learn.saveHint')}
            onPress={() => void saveJson(progress.get(), 'quadrant-lessons.json')}
          />
        )}
        <ActionButton
          variant="quiet"
          label={t('learn.open')}
          hint={t('learn.openHint')}
          onPress={() => void open()}
        />
        {!isEmpty && (
          <ActionButton
            variant="quiet"
            label={t('learn.reset')}
            hint={t('learn.resetHint')}
            onPress={() => {
              leaveLesson();
              resetProgress();
            }}
          />
        )}
      </div>
      {isRefused && <p role="alert">{t('learn.noProgress')}</p>}
    </>
  );
}

function Entry({ lesson, all }: { readonly lesson: ListedLesson; readonly all: Progress }) {
  const { t, name } = useWords();
  const { done } = progressOf(all, lesson.id);
  const count = lesson.cards.filter(({ id }) => done.includes(id)).length;
  return (
    <button
      type="button"
      className={styles.entry}
      data-lesson={lesson.id}
      onClick={() => beginLesson(lesson)}
    >
      <span className={styles.number}>{lesson.number}</span>
      <span className={styles.entryTitle}>{name(lesson.title)}</span>
      <span className={styles.quiet}>{name(lesson.about)}</span>
      <span className={styles.share} data-done={count === lesson.cards.length}>
        {t('learn.share', { done: count, all: lesson.cards.length })}
      </span>
    </button>
  );
}
