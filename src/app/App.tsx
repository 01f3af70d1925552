/** The layout of the page: the bars on top, the three steps in the middle, what the model answers on the right, the dock below. */
import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useWords } from '../panels/controls/useWords';
import { Brushes } from '../panels/data/Brushes';
import { DataPanel } from '../panels/data/DataPanel';
import { Dock } from '../panels/dock/Dock';
import { Film } from '../panels/film/Film';
import { LossPanel } from '../panels/loss/LossPanel';
import { ModelPanel } from '../panels/model/ModelPanel';
import { Notices } from '../panels/notices/Notices';
import { PlanePanel } from '../panels/plane/PlanePanel';
import { TrainingPanel } from '../panels/training/TrainingPanel';
import styles from './App.module.css';
import { AppBar } from './AppBar';
import { FaultBarrier } from './FaultBarrier';
import { listenToKeys } from './shortcuts';

// What has nothing to say at first comes after the first paint.
const Toaster = lazy(async () => ({ default: (await import('sonner')).Toaster }));
const DiagnosisNotes = lazy(async () => ({
  default: (await import('../panels/diagnosis/DiagnosisNotes')).DiagnosisNotes,
}));

export function App() {
  const { t, locale } = useWords();
  useEffect(listenToKeys, []);
  return (
    <I18nProvider locale={locale === 'zh' ? 'zh-CN' : 'en-US'}>
      <FaultBarrier sentence={t('notices.pageFailed')} again={t('notices.reload')}>
        <div className={styles.page}>
          <a className={`visually-hidden ${styles.skip}`} href="#plane">
            {t('app.skip')}
          </a>
          <AppBar />
          <Notices />
          <main className={styles.main}>
            <div className={styles.data}>
              <DataPanel />
            </div>
            <div className={styles.model}>
              <ModelPanel />
            </div>
            <div className={styles.descent}>
              <LossPanel />
              <TrainingPanel />
            </div>
            <div className={styles.answer} id="plane">
              <PlanePanel />
              <div className={styles.brushes}>
                <Brushes />
              </div>
              <Suspense>
                <DiagnosisNotes />
              </Suspense>
            </div>
            <div className={styles.dock}>
              <Dock />
            </div>
          </main>
          <div className={styles.film}>
            <Film />
          </div>
        </div>
        <Suspense>
          <Toaster position="bottom-left" />
        </Suspense>
      </FaultBarrier>
    </I18nProvider>
  );
}
