/** How training is watched: slowly at a rate of one's own, with a pace that doubles, or as fast as the device can. */
import { look, useStore } from '../../store/store';
import { NumberSlider } from '../controls/NumberSlider';
import { Segmented } from '../controls/Segmented';
import { useWords } from '../controls/useWords';
import styles from './Film.module.css';

const slowRates = [0.5, 30] as const;

export function SpeedChoice() {
  const { t } = useWords();
  const { speed, slowRate } = useStore((state) => state.view);
  return (
    <div className={styles.speed}>
      {speed === 'slow' && (
        <div className={styles.rate}>
          <NumberSlider
            label={t('film.updatesPerSecond')}
            value={slowRate}
            range={slowRates}
            stops={[0.5, 1, 2, 3, 5, 10, 20, 30]}
            scale="log"
            onChange={(rate) => look({ slowRate: rate })}
            hint={t('hints.slowRate')}
          />
        </div>
      )}
      <Segmented
        label={t('transport.speed')}
        variant="quiet"
        items={[
          { id: 'slow', label: t('film.slow') },
          { id: 'normal', label: t('film.normal') },
          { id: 'once', label: t('film.once') },
        ]}
        value={speed}
        onChange={(kind) => look({ speed: kind })}
        hint={t('film.speedHint')}
      />
    </div>
  );
}
