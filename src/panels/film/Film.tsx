/** The film: the buttons that run the experiment, the figures of the run, and its loss curve, which is the timeline. */
import { lazy, Suspense } from 'react';
import { useWords } from '../controls/useWords';
import { Figures } from './Figures';
import styles from './Film.module.css';
import { FilmButtons } from './FilmButtons';
import { FilmLine } from './FilmLine';
import { SpeedChoice } from './SpeedChoice';

/** Loaded after the page: before the first update there is no curve in it. */
const FilmCurve = lazy(async () => ({ default: (await import('./FilmCurve')).FilmCurve }));

export function Film() {
  const { t } = useWords();
  return (
    <section className={styles.film} aria-label={t('film.title')} data-film="">
      <FilmButtons />
      <div className={styles.head}>
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
