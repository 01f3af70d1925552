/** The film: the buttons that run the experiment, the figures of the run, and its loss curve, which is the timeline. */
import { useWords } from '../controls/useWords';
import { Figures } from './Figures';
import styles from './Film.module.css';
import { FilmButtons } from './FilmButtons';
import { FilmCurve } from './FilmCurve';
import { FilmLine } from './FilmLine';
import { SpeedChoice } from './SpeedChoice';

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
      <FilmCurve />
    </section>
  );
}
