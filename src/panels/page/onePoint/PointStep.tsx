/** 'One step' of the pinned point, folded: its formulas and the question to the worker come when it is opened. */
import { lazy, Suspense, useState } from 'react';
import { loadMathematicsWords } from '../../../i18n/i18n';
import { useStore } from '../../../store/store';
import { useWords } from '../../controls/useWords';
import styles from './OnePointPage.module.css';

const OneStep = lazy(async () => {
  const [content] = await Promise.all([import('../formula/OneStep'), loadMathematicsWords()]);
  return { default: content.OneStep };
});

export function PointStep() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const index = useStore(({ view }) => (view.probe?.kind === 'point' ? view.probe.index : null));
  if (index === null) return <p className={styles.quiet}>{t('onePoint.stepPin')}</p>;
  return (
    <details
      className={styles.step}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-step-of={index}
    >
      <summary>{t('onePoint.step', { n: index + 1 })}</summary>
      {isOpen && (
        <Suspense fallback={<p className={styles.quiet}>{t('page.loading')}</p>}>
          <OneStep key={index} point={index} />
        </Suspense>
      )}
    </details>
  );
}
