/**
 * A lesson on paper: what each card asks, with room to write, and a code that opens the lesson. The words are those of the cards; hints
 * and what is said when a card is done stay on the page. It is there only while it is printed, and then nothing else is.
 */
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import { encode } from 'uqr';
import { FormulaLines } from '../drawings/formula/FormulaLines';
import { useWords } from '../panels/controls/useWords';
import { CardWords } from './CardWords';
import styles from './Handout.module.css';
import type { Card } from './lesson';
import { cardOf, type ListedLesson } from './lessons';

interface HandoutProps {
  readonly lesson: ListedLesson;
  /** The browser has what it needs of it. */
  readonly onPrinted: () => void;
}

/** Prints as soon as it is there. */
export function Handout({ lesson, onPrinted }: HandoutProps) {
  const { t, name, locale } = useWords();
  const sheet = useRef<HTMLElement>(null);
  const title = name(lesson.title);
  usePrint(sheet, `${lesson.number} ${title}`, onPrinted);
  const { href } = new URL(`?lang=${locale}&mode=learn&lesson=${lesson.id}`, location.href);
  return createPortal(
    <article ref={sheet} className={styles.handout} data-handout={lesson.id}>
      <header className={styles.head}>
        <p className={styles.number}>{t('learn.lesson', { n: lesson.number })}</p>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.fields}>
          <span className={styles.student}>{t('learn.student')}</span>
          <span className={styles.date}>{t('learn.date')}</span>
        </div>
        <QrCode text={href} />
        <p className={styles.link}>
          {t('learn.link')} <span className={styles.address}>{href}</span>
        </p>
      </header>
      <LessonContext value={lesson}>
        <CardWords id={lesson.id} components={paperComponents} />
      </LessonContext>
    </article>,
    document.body,
  );
}

/** Prints once the fonts of formulas are there, under a title that names a file and, in the browser's margin, each sheet. */
function usePrint(sheet: { readonly current: HTMLElement | null }, title: string, onPrinted: () => void) {
  const printed = useEffectEvent(onPrinted);
  const rename = useEffectEvent(() => {
    document.title = title;
  });
  useEffect(() => {
    let isGone = false;
    const before = document.title;
    const end = () => printed();
    rename();
    addEventListener('afterprint', end);
    // A font is asked for when its letters are laid out, and only then there is something to wait for.
    sheet.current?.getBoundingClientRect();
    void document.fonts.ready.then(() => {
      if (!isGone) print();
    });
    return () => {
      isGone = true;
      document.title = before;
      removeEventListener('afterprint', end);
    };
  }, [sheet]);
}

const LessonContext = createContext<ListedLesson | null>(null);

function PaperCard({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { t } = useWords();
  const lesson = useContext(LessonContext);
  const card = lesson && cardOf(lesson, id);
  if (!card) return null;
  return (
    <section className={styles.card} data-asked={id}>
      <h2 className={styles.cardHead}>
        <span className={styles.cardNumber}>{lesson.cards.indexOf(card) + 1}</span>
        {t(`learn.kinds.${card.kind}`)}
      </h2>
      <div className={styles.words}>
        {children}
        {card.formula && (
          <div className={styles.formula}>
            <FormulaLines lines={card.formula} lit={null} onSymbol={() => {}} label={t('learn.formula')} />
          </div>
        )}
      </div>
      <RoomToWrite card={card} count={lesson.cards.length} />
    </section>
  );
}

/**
 * Ruled lines. A choice leaves a reason to write; without one all of the answer is written. Four cards fill one sheet, more of them two:
 * the fewer there are, the more room each has.
 */
function RoomToWrite({ card, count }: { readonly card: Card; readonly count: number }) {
  const { t } = useWords();
  const more = count > 4 ? Math.max(0, 8 - count) : 0;
  const lines = (card.choices ? 2 : 4) + more;
  return (
    <div className={styles.room}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are alike
        <p key={i} className={styles.line}>
          {i === 0 && t(`learn.write.${card.kind}`)}
        </p>
      ))}
    </div>
  );
}

function PaperChoice({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <span className={styles.choice} data-choice={id}>
      <span className={styles.box} />
      <span>{children}</span>
    </span>
  );
}

function NotOnPaper() {
  return null;
}

const paperComponents = { Card: PaperCard, Choice: PaperChoice, Hint: NotOnPaper, Seen: NotOnPaper };

/** Dark squares as one shape, so that it is printed also where backgrounds are not. */
function QrCode({ text }: { readonly text: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 0 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden>
      <path d={path.join('')} />
    </svg>
  );
}
