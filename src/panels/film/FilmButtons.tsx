/** Play, which goes on wherever the run rests; one step; and back to the start. */
import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import { Suspense } from 'react';
import { useThrottled } from '../../drawings/useThrottled';
import { pause, play, reset, step } from '../../store/commands';
import { sourceOf, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { lazyPart } from '../controls/lazyPart';
import { taught } from '../controls/taughtHint';
import { useWords } from '../controls/useWords';
import styles from './Film.module.css';

/** Lists are loaded after the page. */
const StepUnitChoice = lazyPart(async () => (await import('./StepUnitChoice')).StepUnitChoice, {
  isSmall: true,
});

const iconSize = 15;

export function FilmButtons() {
  const { t } = useWords();
  return (
    <div className={styles.buttons}>
      <PlayButton />
      <div className={styles.row}>
        <StepButton />
        <ActionButton
          label={t('transport.reset')}
          icon={<RotateCcw size={iconSize} />}
          onPress={reset}
          hint={t('hints.reset')}
        />
      </div>
    </div>
  );
}

/** Whether the run has left its first checkpoint, now or before a learner went back to it. */
const hasBegun = sourceOf(
  ({ latest: { snapshot, timeline }, run }) =>
    snapshot?.runId === run.runId && (snapshot.updates > 0 || timeline.at !== null),
);

function PlayButton() {
  const { t } = useWords();
  const moves = useStore(({ run }) => run.playing || run.replaying);
  const begun = useThrottled(hasBegun);
  const rests = begun ? t('film.goOn') : t('transport.play');
  return (
    <div className={styles.play}>
      <ActionButton
        variant="primary"
        label={moves ? t('transport.pause') : rests}
        icon={moves ? <Pause size={iconSize} /> : <Play size={iconSize} />}
        onPress={moves ? pause : play}
        hint={moves ? t('hints.pause') : taught(t('hints.play'), 'descent')}
      />
    </div>
  );
}

function StepButton() {
  const { t } = useWords();
  const unit = useStore((state) => state.view.stepUnit);
  return (
    <div className={styles.step}>
      <ActionButton
        label={t('transport.step')}
        icon={<StepForward size={iconSize} />}
        onPress={() => step(unit)}
        hint={
          unit === 'update' ? taught(t('hints.stepUpdate'), 'oneStep') : taught(t('hints.stepEpoch'), 'batch')
        }
      />
      <Suspense fallback={<span className={styles.arrow} />}>
        <StepUnitChoice />
      </Suspense>
    </div>
  );
}
