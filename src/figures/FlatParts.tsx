/** Sigmoid and ReLU with their flat parts, and J of a network with the one and with the other, trained beside each other. */
import { useEffect, useMemo, useState } from 'react';
import { ActivationPlot } from '../drawings/activation/ActivationPlot';
import { LossCurves } from '../drawings/losses/LossCurves';
import { useThrottled } from '../drawings/useThrottled';
import { constant } from '../engine/readableStore';
import type { HistoryRow } from '../engine/training/snapshot';
import { punctuationOf } from '../i18n/languages';
import { useWords } from '../panels/controls/useWords';
import { cards, wordsOf } from '../panels/page/why/activations/cards';
import { overlayOf } from '../store/overlays';
import { pauseRace, playRace, resetRace, startRace } from '../store/race';
import type { Lane } from '../store/raceState';
import { variantsOf } from '../store/raceVariants';
import { look, sourceOf, store } from '../store/store';
import styles from './Figure.module.css';
import type { FigureProps } from './figure';

const compared = ['sigmoid', 'relu'] as const;
const restMs = 3000;
const followMs = 100;
const noLanes: readonly Lane[] = [];
const lanesSource = sourceOf(({ race }) => race?.lanes ?? noLanes);
const noRows = constant<readonly HistoryRow[]>([]);

export function FlatParts({ moves }: FigureProps) {
  useRaceLoop(moves);
  const { t, name, locale } = useWords();
  const [z, setZ] = useState(2);
  const lanes = useThrottled(lanesSource, followMs);
  const overlays = useMemo(
    () =>
      lanes.map(({ history }, line) =>
        overlayOf(line, name(wordsOf(compared[line] ?? 'relu').name), history.rows, 'train'),
      ),
    [lanes, name],
  );
  return (
    <div className={styles.column}>
      <div className={styles.pair}>
        {cards
          .filter(({ id }) => id === 'sigmoid' || id === 'relu')
          .map(({ id, at, derivative, flat }) => {
            const label = name(wordsOf(id).name);
            return (
              <div key={id} className={styles.column}>
                <h2 className={styles.stepTitle}>
                  {label} <span className={styles.key}>{t('activations.flatKey')}</span>
                </h2>
                <div className={styles.rest}>
                  <ActivationPlot
                    {...{ at, derivative, flat, z }}
                    histogram={null}
                    onZ={setZ}
                    label={t('activations.plot', { name: label })}
                  />
                </div>
              </div>
            );
          })}
      </div>
      <div className={styles.rest}>
        <LossCurves
          rows={noRows}
          overlays={overlays}
          scale="linear"
          words={{
            label: t('race.chart'),
            epoch: t('losses.epoch'),
            train: t('losses.train'),
            test: t('losses.test'),
            cost: t('film.cost'),
            empty: t('page.loading'),
            comma: punctuationOf(locale).comma,
          }}
        />
      </div>
    </div>
  );
}

/** The race begins with the figure, rests with it, and begins again by itself. */
function useRaceLoop(moves: boolean): void {
  useEffect(() => {
    const { experiment } = store.getState();
    // The race is shown here: it opens no page of its own.
    look({ page: 'why' });
    startRace('activation', variantsOf('activation', compared, experiment));
    pauseRace();
  }, []);
  useEffect(() => {
    if (!moves) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer = undefined;
      resetRace();
      playRace();
    };
    const hasEnded = () => {
      const { race } = store.getState();
      return race !== null && (race.isOver || race.trouble === 'interrupted');
    };
    const see = () => {
      if (hasEnded()) timer ??= setTimeout(again, restMs);
    };
    if (hasEnded()) again();
    else playRace();
    const stop = store.subscribe(see);
    return () => {
      stop();
      clearTimeout(timer);
      pauseRace();
    };
  }, [moves]);
}
