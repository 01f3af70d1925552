/**
 * In Present, the open card takes the place of the sentence: a stop of the talk. Page Up and Page Down, which remotes send, go to the
 * stops beside it. Notes for the speaker come on request, and not where a window of the speaker has them.
 */
import { ArrowLeft, ArrowRight, NotebookText, PanelTopOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ActionButton } from '../panels/controls/ActionButton';
import { useWords } from '../panels/controls/useWords';
import { useStore } from '../store/store';
import { CardFormula } from './CardFormula';
import { CardWords } from './CardWords';
import { HelpButton } from './HelpButton';
import { notesComponents, PlaceContext } from './LessonWords';
import { cardOf, type ListedLesson, lessonOf } from './lessons';
import { turnToCard } from './openCards';
import styles from './StopCard.module.css';
import { openSpeakerWindow, useSpeakerWindow } from './speaker';
import { watchLessons } from './watchLesson';

export function StopCard() {
  const open = useStore((state) => state.lesson);
  useEffect(watchLessons, []);
  const lesson = open && lessonOf(open.id);
  return lesson && <Stop lesson={lesson} id={open.card} isDone={open.isDone} />;
}

interface StopProps {
  readonly lesson: ListedLesson;
  readonly id: string;
  readonly isDone: boolean;
}

function Stop({ lesson, id, isDone }: StopProps) {
  const { t, name } = useWords();
  const card = cardOf(lesson, id);
  const n = card ? lesson.cards.indexOf(card) : 0;
  const [previous, next] = [lesson.cards[n - 1]?.id, lesson.cards[n + 1]?.id];
  useStopKeys(previous, next);
  return (
    <section className={styles.stop} aria-label={t('learn.card')} data-card={id} data-done={isDone}>
      <ActionButton
        variant="quiet"
        iconOnly
        icon={<ArrowLeft />}
        label={t('learn.previousStop')}
        hint={t('learn.stopHint')}
        disabled={previous === undefined}
        onPress={() => previous !== undefined && turnToCard(previous)}
      />
      <div className={styles.words} data-done={isDone} aria-live="polite">
        <span className="visually-hidden">{name(lesson.title)}</span>
        <PlaceContext value={{ card: id, isDone, hints: 0 }}>
          <CardWords id={lesson.id} />
        </PlaceContext>
      </div>
      {card?.formula && <CardFormula className={styles.formula} lines={card.formula} />}
      <span className={styles.count}>{t('learn.at', { n: n + 1, all: lesson.cards.length })}</span>
      <ActionButton
        variant="quiet"
        iconOnly
        icon={<ArrowRight />}
        label={t('learn.nextStop')}
        hint={t('learn.stopHint')}
        disabled={next === undefined}
        onPress={() => next !== undefined && turnToCard(next)}
      />
      {/* The page in Present has not every control that a card asks for. */}
      {card && <HelpButton iconOnly card={card} disabled={isDone} />}
      <Notes lesson={lesson.id} card={id} />
    </section>
  );
}

/** What keys mean to what has the focus comes first: a slider goes a page, a field scrolls. */
function useStopKeys(previous: string | undefined, next: string | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const to = { PageUp: previous, PageDown: next }[event.key];
      const { target } = event;
      const isTaken =
        target instanceof Element &&
        target.closest('input, textarea, [role=slider], [role=dialog], [role=listbox], [role=menu]') !== null;
      if (to === undefined || isTaken || event.defaultPrevented) return;
      event.preventDefault();
      turnToCard(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [previous, next]);
}

function Notes({ lesson, card }: { readonly lesson: string; readonly card: string }) {
  const { t, locale } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [isBlocked, setIsBlocked] = useState(false);
  const isElsewhere = useSpeakerWindow({ lesson, card });
  // What the speaker's window has had does not come back to the wall by itself.
  if (isElsewhere && isOpen) setIsOpen(false);
  if (isElsewhere) return null;
  return (
    <>
      <ActionButton
        variant="quiet"
        iconOnly
        icon={<NotebookText />}
        label={t('learn.notes')}
        hint={t('learn.notesHint')}
        expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      />
      {isOpen && (
        <aside className={styles.notes} aria-label={t('learn.notes')}>
          <PlaceContext value={{ card, isDone: false, hints: 0 }}>
            <CardWords id={lesson} components={notesComponents} />
          </PlaceContext>
          <ActionButton
            variant="quiet"
            icon={<PanelTopOpen />}
            label={t('learn.notesWindow')}
            hint={t('learn.notesWindowHint')}
            onPress={() => setIsBlocked(!openSpeakerWindow(locale))}
          />
          {isBlocked && <p role="status">{t('learn.notesBlocked')}</p>}
        </aside>
      )}
    </>
  );
}
