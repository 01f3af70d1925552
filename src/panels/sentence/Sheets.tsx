/**
 * The sheets of the four steps: in place, beside the plane, on a narrow page over its lower part. The settings are loaded when the first
 * sheet opens.
 */

import { Pin, X } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { type Step, steps } from '../../store/runState';
import { closeSheet, pinSheet, shownSheets } from '../../store/sheets';
import { store, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { lazyPart } from '../controls/lazyPart';
import { ToggleChip } from '../controls/ToggleChip';
import { useWords } from '../controls/useWords';
import { named } from '../shared/punctuation';
import styles from './Sheets.module.css';
import { leaveSheet, onSheetFocus, onSheetKey, settingsId, sheetId } from './sheetFocus';

const Settings = lazyPart(async () => (await import('./Settings')).Settings);

export function Sheets() {
  const shown = useStore(({ view }) => shownSheets(view).join());
  useEffect(closeByEscape, []);
  if (shown === '') return null;
  return (
    <div className={styles.sheets} data-sheets="">
      {shown.split(',').map((step) => (
        <Sheet key={step} step={step as Step} />
      ))}
    </div>
  );
}

function Sheet({ step }: { step: Step }) {
  const { t } = useWords();
  const isPinned = useStore(({ view }) => view.pinnedSheets.includes(step));
  const titleId = `${sheetId(step)}-title`;
  return (
    <section
      id={sheetId(step)}
      className={`${styles.sheet} ${isPinned ? '' : styles.open}`}
      aria-labelledby={titleId}
      aria-describedby={`${titleId}-enter`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame is the one tab stop of all that is in it
      tabIndex={0}
      onKeyDown={onSheetKey}
      onFocus={onSheetFocus}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          <span aria-hidden className={styles.number}>
            {steps.indexOf(step)}{' '}
          </span>
          {t(`sentence.titles.${step}`)}
        </h2>
        <SheetButtons step={step} isPinned={isPinned} />
        <p id={`${titleId}-enter`} className={styles.enter}>
          {t('sentence.enter')}
        </p>
      </header>
      <div id={settingsId(step)} className={styles.settings}>
        <Suspense>
          <Settings step={step} />
        </Suspense>
      </div>
    </section>
  );
}

function SheetButtons({ step, isPinned }: { step: Step; isPinned: boolean }) {
  const { t, locale } = useWords();
  const title = t(`sentence.titles.${step}`);
  return (
    <>
      <ToggleChip
        label={named({ locale }, t('sentence.keepOpen'), title)}
        value={isPinned}
        onChange={(pins) => pinSheet(step, pins)}
        hint={t('sentence.keepHint')}
      >
        <span className={styles.pin}>
          <Pin size={13} aria-hidden />
          {t('sentence.keepOpen')}
        </span>
      </ToggleChip>
      <ActionButton
        variant="quiet"
        iconOnly
        label={t('sentence.close')}
        name={named({ locale }, t('sentence.close'), title)}
        icon={<X />}
        hint={t('hints.closeSheet')}
        onPress={() => close(step)}
      />
    </>
  );
}

function close(step: Step): void {
  closeSheet(step);
  leaveSheet(step);
}

/** What lies over the sheet, and elements that use Escape themselves, have it first: a dialog, a field with a draft, the plane. */
function closeByEscape(): () => void {
  const onKey = (event: KeyboardEvent) => {
    const { openSheet: step } = store.getState().view;
    if (event.key !== 'Escape' || event.defaultPrevented || !step) return;
    event.preventDefault();
    close(step);
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
