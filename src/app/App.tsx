/** The screen: what is trained, in a sentence; the picture of it; the film of its training; and the page that explains. */

import { Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { whenLoaded } from '../drawings/missing';
import { lazyPart, PartBarrier } from '../panels/controls/lazyPart';
import { CardOpener } from '../panels/controls/taughtHint';
import { useWords } from '../panels/controls/useWords';
import { Figures } from '../panels/film/Figures';
import { Film } from '../panels/film/Film';
import { Notices } from '../panels/notices/Notices';
import { Picture } from '../panels/picture/Picture';
import { Sentence } from '../panels/sentence/Sentence';
import { Sheets } from '../panels/sentence/Sheets';
import { partsShown } from '../store/screen';
import { useStore } from '../store/store';
import styles from './App.module.css';
import { AppBar } from './AppBar';
import { BroughtFiles } from './BroughtFiles';
import { FaultBarrier } from './FaultBarrier';

// Parts without content at the start are loaded after the first paint; sentence, plane and Play are there at once.
const Page = lazyPart(async () => (await import('../panels/page/Page')).Page);
const Learn = lazyPart(async () => (await import('../lessons/Learn')).Learn);
const StopCard = lazyPart(async () => (await import('../lessons/StopCard')).StopCard);
const Toaster = lazyPart(async () => (await import('sonner')).Toaster, { isSmall: true });
const DiagnosisNotes = lazyPart(
  async () => (await import('../panels/page/advice/DiagnosisNotes')).DiagnosisNotes,
  { isSmall: true },
);

/** A message stays until it is read: the buttons of the film stay in reach under it. In pixels, more than the film is high. */
const aboveFilm = { bottom: 184 };

export function App() {
  const { t, tag } = useWords();
  const mode = useStore((state) => state.view.mode);
  const show = useStore((state) => state.view.show);
  const isOpening = useStore((state) => state.isOpening);
  const parts = partsShown({ mode, show });
  const isList = useStore(({ view, lesson, task }) => view.mode === 'learn' && !lesson && !task);
  // What a lesson or a task asks for is done before another card is opened.
  const isFree = useStore(({ lesson, task }) => !lesson && !task);
  useEffect(() => {
    document.documentElement.dataset.mode = mode;
  }, [mode]);
  return (
    <I18nProvider locale={tag}>
      <FaultBarrier sentence={t('notices.pageFailed')} again={t('notices.reload')} hint={t('hints.reload')}>
        <CardOpener value={isFree ? openCard : null}>
          <div className={styles.screen} data-parts={parts.join(' ')} data-opening={isOpening || undefined}>
            <button type="button" className={`visually-hidden ${styles.skip}`} onClick={focusPlane}>
              {t('app.skip')}
            </button>
            <AppBar />
            <Top />
            <main className={styles.main}>
              {mode === 'learn' && (
                <div className={styles.lesson} data-list={isList}>
                  <Suspense>
                    <Learn />
                  </Suspense>
                </div>
              )}
              <div className={styles.sheets}>
                <PartBarrier>
                  <Sheets />
                </PartBarrier>
              </div>
              <PartBarrier>
                <Picture />
              </PartBarrier>
              {parts.includes('point') && !isList && <PageColumn />}
            </main>
            <div className={parts.includes('film') ? styles.film : 'visually-hidden'}>
              <PartBarrier>{parts.includes('film') ? <Film /> : <Figures />}</PartBarrier>
            </div>
          </div>
        </CardOpener>
        <BroughtFiles />
        <Suspense>
          <Toaster
            position="bottom-left"
            containerAriaLabel={t('notices.messages')}
            offset={aboveFilm}
            mobileOffset={aboveFilm}
          />
        </Suspense>
      </FaultBarrier>
    </I18nProvider>
  );
}

/** What is trained, in a sentence, or the card of a talk; below it what was lost on the way. */
function Top() {
  const mode = useStore((state) => state.view.mode);
  const show = useStore((state) => state.view.show);
  const isStop = useStore(({ view, lesson }) => view.mode === 'present' && lesson !== null);
  return (
    <div className={styles.sentence}>
      {isStop ? (
        <Suspense>
          <StopCard />
        </Suspense>
      ) : (
        partsShown({ mode, show }).includes('sentence') && (
          <PartBarrier>
            <Sentence />
          </PartBarrier>
        )
      )}
      <Notices />
    </div>
  );
}

function PageColumn() {
  const isInLesson = useStore((state) => state.lesson !== null);
  return (
    <div className={styles.page}>
      <Suspense fallback={<div className={styles.coming} />}>
        <Page />
      </Suspense>
      {/* A card says itself what to look at. */}
      {!isInLesson && (
        <div className={styles.advice}>
          <Suspense>
            <DiagnosisNotes />
          </Suspense>
        </div>
      )}
    </div>
  );
}

function openCard(lesson: string, card: string): void {
  void whenLoaded(
    () => import('../lessons/openCards'),
    ({ openAsked }) => openAsked(lesson, card),
  );
}

/** A link would move the view, not the focus. */
function focusPlane(): void {
  document.getElementById('plane')?.querySelector<HTMLElement>('[role=application]')?.focus();
}
