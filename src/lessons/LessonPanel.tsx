/** The open card: what is asked, what there is to choose, hints, and what is said when it is done. */
import { ArrowLeft, ArrowRight, Check, Lightbulb, Printer } from 'lucide-react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useReadable } from '../drawings/useReadable';
import { ActionButton } from '../panels/controls/ActionButton';
import { lazyPart } from '../panels/controls/lazyPart';
import { useWords } from '../panels/controls/useWords';
import { askHint, leaveLesson } from '../store/lesson';
import { useStore } from '../store/store';
import { CardFormula } from './CardFormula';
import { CardWords } from './CardWords';
import { HelpButton } from './HelpButton';
import styles from './LessonPanel.module.css';
import { PlaceContext } from './LessonWords';
import type { Card } from './lesson';
import { cardOf, type ListedLesson, lessons } from './lessons';
import { beginLesson, turnToCard } from './openCards';
import { bestOf, progress, progressOf } from './progress';

const Handout = lazyPart(async () => (await import('./Handout')).Handout, { isSmall: true });

export function LessonPanel({ lesson }: { readonly lesson: ListedLesson }) {
  const { t, name } = useWords();
  const open = useStore((state) => state.lesson);
  const card = open && cardOf(lesson, open.card);
  if (!open || !card) return null;
  return (
    <section
      aria-label={t('learn.card')}
      className={styles.panel}
      data-card={card.id}
      data-done={open.isDone}
    >
      <div className={styles.head}>
        <ActionButton
          variant="quiet"
          icon={<ArrowLeft />}
          iconOnly
          label={t('learn.all')}
          hint={t('learn.allHint')}
          onPress={leaveLesson}
        />
        <span className={styles.name}>
          {lesson.number} {name(lesson.title)}
        </span>
        <Dots lesson={lesson} at={card.id} />
        <PrintButton lesson={lesson} />
      </div>
      <CardBody key={open.opened} lesson={lesson} card={card} />
    </section>
  );
}

/** The cards of the lesson, done or not; a press turns to one. */
function Dots({ lesson, at }: { readonly lesson: ListedLesson; readonly at: string }) {
  const { t } = useWords();
  const { done } = progressOf(useReadable(progress), lesson.id);
  return (
    <span className={styles.dots}>
      {lesson.cards.map(({ id }, i) => (
        <button
          key={id}
          type="button"
          className={styles.dot}
          aria-label={t('learn.dot', { n: i + 1, all: lesson.cards.length })}
          aria-current={id === at ? 'step' : undefined}
          data-done={done.includes(id)}
          onClick={() => turnToCard(id)}
        />
      ))}
    </span>
  );
}

function PrintButton({ lesson }: { readonly lesson: ListedLesson }) {
  const { t } = useWords();
  /** Each press prints, also where the browser does not tell that it has printed. */
  const [print, setPrint] = useState<number | null>(null);
  return (
    <>
      <ActionButton
        variant="quiet"
        icon={<Printer />}
        iconOnly
        label={t('learn.print')}
        hint={t('learn.printHint')}
        onPress={() => setPrint((print ?? 0) + 1)}
      />
      {print !== null && (
        <Suspense>
          <Handout key={print} lesson={lesson} onPrinted={() => setPrint(null)} />
        </Suspense>
      )}
    </>
  );
}

function CardBody({ lesson, card }: { readonly lesson: ListedLesson; readonly card: Card }) {
  const { t } = useWords();
  const isDone = useStore((state) => state.lesson?.isDone ?? false);
  const hints = useStore((state) => state.lesson?.hints ?? 0);
  const answer = useStore((state) => state.lesson?.answer ?? null);
  const isWrong = card.kind === 'explain' && answer !== null && answer !== card.right;
  const body = useRef<HTMLDivElement>(null);
  // What was pressed is gone: a card is read from its words on.
  useEffect(() => body.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <div ref={body} tabIndex={-1} className={styles.body} aria-live="polite">
        <span className={styles.kind}>{t(`learn.kinds.${card.kind}`)}</span>
        <PlaceContext value={{ card: card.id, isDone, hints }}>
          <Suspense fallback={<p className={styles.coming} />}>
            <CardWords id={lesson.id} />
          </Suspense>
        </PlaceContext>
        {card.formula && <CardFormula className={styles.formula} lines={card.formula} />}
        {card.best && <Best lesson={lesson.id} card={card.id} />}
        {isWrong && !isDone && <p className={styles.quiet}>{t('learn.lookAgain')}</p>}
      </div>
      <div className={styles.foot}>
        {isDone ? <Onward lesson={lesson} card={card} /> : <Hints card={card} hints={hints} />}
      </div>
    </>
  );
}

/** The least that was ever reached on the card. */
function Best({ lesson, card }: { readonly lesson: string; readonly card: string }) {
  const { t } = useWords();
  const best = bestOf(progressOf(useReadable(progress), lesson), card);
  return Number.isFinite(best) ? <p className={styles.best}>{t('learn.best', { count: best })}</p> : null;
}

function Hints({ card, hints }: { readonly card: Card; readonly hints: number }) {
  const { t } = useWords();
  if (hints === 0) {
    return (
      <span className={styles.late}>
        <ActionButton
          variant="quiet"
          icon={<Lightbulb />}
          label={t('learn.hint')}
          hint={t('learn.hintHint')}
          onPress={askHint}
        />
      </span>
    );
  }
  return <HelpButton card={card} />;
}

/** On to the next card, or from the last one to the next lesson. */
function Onward({ lesson, card }: { readonly lesson: ListedLesson; readonly card: Card }) {
  const { t } = useWords();
  const next = lesson.cards[lesson.cards.indexOf(card) + 1];
  const following = lessons.find(({ number }) => number > lesson.number);
  const icon = <ArrowRight />;
  const done = (
    <span className={styles.done}>
      <Check size={16} aria-hidden /> {t('learn.done')}
    </span>
  );
  if (next) {
    return (
      <>
        {done}
        <ActionButton
          variant="primary"
          icon={icon}
          label={t('learn.next')}
          hint={t('learn.nextHint')}
          onPress={() => turnToCard(next.id)}
        />
      </>
    );
  }
  return (
    <>
      {done}
      {following ? (
        <ActionButton
          variant="primary"
          icon={icon}
          label={t('learn.nextLesson')}
          hint={t('learn.nextLessonHint')}
          onPress={() => beginLesson(following)}
        />
      ) : (
        <ActionButton
          variant="primary"
          label={t('learn.all')}
          hint={t('learn.allHint')}
          onPress={leaveLesson}
        />
      )}
    </>
  );
}
