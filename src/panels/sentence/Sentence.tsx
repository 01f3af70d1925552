/** The experiment as one sentence under the bar; each of its parts opens the sheet with the settings of its step. */
import { Fragment, type KeyboardEvent, useMemo } from 'react';
import { ClassMark } from '../../drawings/ClassMark';
import { type Step, steps } from '../../store/runState';
import { closeSheet, openSheet, shownSheets } from '../../store/sheets';
import { store, useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import styles from './Sentence.module.css';
import { type SentencePart, sentenceParts } from './sentenceParts';
import { enterSheet, partId, sheetId } from './sheetFocus';

export function Sentence() {
  const { t, locale } = useWords();
  const experiment = useStore((state) => state.experiment);
  const pieces = useMemo(() => sentenceParts(experiment, { t, locale }), [experiment, t, locale]);
  return (
    <section className={styles.sentence} aria-label={t('sentence.label')}>
      <p>
        {pieces.map((piece) => {
          if (piece.kind === 'part') return <Part key={piece.step} part={piece} />;
          return piece.kind === 'symbol' ? (
            <i key={piece.text}>{piece.text}</i>
          ) : (
            <Fragment key={piece.text}>{piece.text}</Fragment>
          );
        })}
      </p>
    </section>
  );
}

/** Symbols of the formulas that a step is about: under the pointer they light its part. */
const symbolsOf: Partial<Record<Step, readonly string[]>> = { loss: ['L', 'J'], training: ['g', 'alpha'] };

function Part({ part }: { part: SentencePart }) {
  const { step, text, marks = 0, rest = '' } = part;
  const isShown = useStore(({ view }) => shownSheets(view).includes(step));
  const isLit = useStore(({ view: { symbol } }) => symbol && symbolsOf[step]?.includes(symbol.quantity));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element does not break across two lines
    <span
      role="button"
      tabIndex={0}
      id={partId(step)}
      className={styles.part}
      aria-label={part.name}
      aria-expanded={isShown}
      aria-controls={sheetId(step)}
      data-lit={isLit || undefined}
      onClick={() => press(step)}
      onKeyDown={(event) => pressByKey(event, step)}
    >
      <sup className={styles.number}>{steps.indexOf(step)}</sup>
      {'\u2060'}
      {unbroken(text)}
      {marks > 0 && <Marks count={marks} />}
      {rest}
    </span>
  );
}

function Marks({ count }: { count: number }) {
  return (
    <>
      {' '}
      <span className={styles.marks}>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is that of the class with this number
          <ClassMark key={index} classIndex={index} sizePx={17} />
        ))}
      </span>
    </>
  );
}

/** A pinned sheet stays: its part leads to it. */
function press(step: Step): void {
  const { openSheet: open, pinnedSheets } = store.getState().view;
  if (open === step) closeSheet(step);
  else if (pinnedSheets.includes(step)) enterSheet(step);
  else openSheet(step);
}

/** As on a button. The space bar is not to reach the page, where it plays and pauses. */
function pressByKey(event: KeyboardEvent, step: Step): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) press(step);
}

/** An equation stays in one line. */
function unbroken(text: string): string {
  return text.replaceAll(' = ', '\u00a0=\u00a0');
}
