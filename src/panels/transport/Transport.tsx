/** The bar that runs the experiment: play, step, reset, speed, and the figures of the run. */
import { Dices, Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { drawNewWeights, look, pause, play, reset, step, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Choice } from '../controls/Choice';
import { StopSlider } from '../controls/StopSlider';
import { useWords } from '../controls/useWords';
import { DeviceButton } from './DeviceButton';
import { Figures } from './Figures';
import { speedOf, speeds } from './speeds';
import styles from './Transport.module.css';

const iconSize = 15;

export function Transport() {
  const { t } = useWords();
  return (
    <section className={styles.bar} aria-label={t('transport.title')}>
      <div className={styles.core}>
        <div className={styles.buttons}>
          <PlayButton />
          <StepButton />
          <span className={styles.restart}>
            <ActionButton
              label={t('transport.reset')}
              icon={<RotateCcw size={iconSize} />}
              onPress={reset}
              hint={t('hints.reset')}
            />
            <ActionButton
              label={t('transport.newWeights')}
              icon={<Dices size={iconSize} />}
              onPress={drawNewWeights}
              hint={t('hints.newWeights')}
            />
          </span>
        </div>
        <Figures />
      </div>
      <div className={styles.end}>
        <Speed />
        <DeviceButton />
      </div>
    </section>
  );
}

function PlayButton() {
  const { t } = useWords();
  const playing = useStore((state) => state.run.playing);
  return (
    <div className={styles.play}>
      <ActionButton
        variant="primary"
        label={playing ? t('transport.pause') : t('transport.play')}
        icon={playing ? <Pause size={iconSize} /> : <Play size={iconSize} />}
        onPress={playing ? pause : play}
        hint={playing ? t('hints.pause') : t('hints.play')}
      />
    </div>
  );
}

function StepButton() {
  const { t } = useWords();
  const unit = useStore((state) => state.view.stepUnit);
  const words = { update: t('transport.stepUpdate'), epoch: t('transport.stepEpoch') };
  return (
    <div className={styles.step}>
      <ActionButton
        label={t('transport.step')}
        icon={<StepForward size={iconSize} />}
        onPress={() => step(unit)}
        hint={unit === 'update' ? t('hints.stepUpdate') : t('hints.stepEpoch')}
      />
      <Choice
        label={t('transport.stepBy')}
        variant="compact"
        items={[
          { id: 'update', label: words.update, description: t('hints.stepUpdate') },
          { id: 'epoch', label: words.epoch, description: t('hints.stepEpoch') },
        ]}
        value={unit}
        onChange={(stepUnit) => look({ stepUnit })}
      />
    </div>
  );
}

function Speed() {
  const { t } = useWords();
  const updatesPerSecond = useStore((state) => state.view.updatesPerSecond);
  return (
    <div className={styles.speed}>
      <StopSlider
        label={t('transport.speed')}
        items={speeds.map(({ id, updatesPerSecond: n }) => ({
          id,
          label:
            n === null
              ? t('transport.speeds.fastest')
              : n === 1
                ? t('transport.speeds.slowest')
                : t('transport.speeds.updates', { n }),
        }))}
        value={speedOf(updatesPerSecond)}
        onChange={(id) =>
          look({ updatesPerSecond: speeds.find((speed) => speed.id === id)?.updatesPerSecond ?? null })
        }
        hint={t('hints.speed')}
      />
    </div>
  );
}
