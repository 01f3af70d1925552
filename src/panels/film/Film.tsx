/** The film: the buttons that run the experiment, the figures of the run, and its loss curve, which is the timeline. */
import { type FocusEvent, Suspense } from 'react';
import { lazyPart } from '../controls/lazyPart';
import { useWords } from '../controls/useWords';
import { Figures } from './Figures';
import styles from './Film.module.css';
import { FilmButtons } from './FilmButtons';
import { FilmLine } from './FilmLine';
import { SpeedChoice } from './SpeedChoice';

/** Loaded after the page: before the first update there is no curve in it. */
const FilmCurve = lazyPart(async () => (await import('./FilmCurve')).FilmCurve);

export function Film() {
  const { t } = useWords();
  return (
    <section className={styles.film} aria-label={t('film.title')} data-film="">
      <FilmButtons />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is scrolled to, not used */}
      <div className={styles.head} onFocus={showWhole}>
        <FilmLine />
        <SpeedChoice />
      </div>
      <Figures />
      <Suspense fallback={<div className={styles.curve} />}>
        <FilmCurve />
      </Suspense>
    </section>
  );
}

/** Where the film scrolls: the browser itself would bring no more into sight than the hidden radio button that has the focus. */
function showWhole({ currentTarget }: FocusEvent<HTMLElement>): void {
  currentTarget.scrollIntoView({ block: 'nearest' });
}
