/** Why training stopped, in one line beside the film, with buttons to continue or to replay. */
import { limits } from '../../engine/experiment';
import { play, replay, startRun } from '../../store/commands';
import { setTraining } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { useWords } from '../controls/useWords';
import { formatCount, formatLoss } from '../shared/formats';
import styles from './Film.module.css';

export function FilmLine() {
  const { t } = useWords();
  const halt = useStore((state) => state.run.halt);
  const replaying = useStore((state) => state.run.replaying);
  return (
    <div className={styles.line} role="status">
      {halt?.reason === 'diverged' && <Diverged epoch={halt.epoch} />}
      {halt?.reason === 'noPoints' && <p className={styles.trouble}>{t('notices.noPoints')}</p>}
      {replaying && <p>{t('film.replaying')}</p>}
      {!replaying && halt && halt.reason !== 'diverged' && halt.reason !== 'noPoints' && (
        <Stopped reason={halt.reason} epoch={halt.epoch} />
      )}
    </div>
  );
}

interface StoppedProps {
  readonly reason: 'settled' | 'epochs' | 'trainLoss' | 'plateau';
  readonly epoch: number;
}

function Stopped({ reason, epoch }: StoppedProps) {
  const { t } = useWords();
  const { stop } = useStore(({ experiment }) => experiment.training);
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const values = { epoch: formatCount(epoch) };
  const sentences = {
    settled: () => t(classifies ? 'film.settled' : 'film.settledCurve', values),
    epochs: () => t('film.stoppedEpochs', values),
    trainLoss: () => t('film.stoppedLoss', { ...values, loss: formatLoss(stop.trainLoss ?? 0) }),
    plateau: () => {
      const count = stop.plateau?.epochs ?? 0;
      return t('film.stoppedPlateau', { ...values, count, epochs: formatCount(count) });
    },
  };
  return (
    <>
      <p>{sentences[reason]()}</p>
      <span className={styles.ways}>
        <ActionButton variant="quiet" label={t('film.goOn')} onPress={play} hint={t('film.goOnHint')} />
        <ActionButton variant="quiet" label={t('film.replay')} onPress={replay} hint={t('film.replayHint')} />
      </span>
    </>
  );
}

function Diverged({ epoch }: { epoch: number }) {
  const { t } = useWords();
  const canShrink = useStore(({ experiment }) => experiment.training.learningRate > limits.learningRate[0]);
  const smallerRate = () => {
    const isTaken = edit((experiment) => {
      const learningRate = Math.max(experiment.training.learningRate / 10, limits.learningRate[0]);
      return setTraining(experiment, { learningRate });
    });
    if (isTaken) startRun(true);
  };
  return (
    <>
      <p className={styles.trouble}>
        {t('notices.diverged', { epoch })} {t('notices.divergedWhy')}
      </p>
      {canShrink && (
        <span className={styles.ways}>
          <ActionButton
            variant="quiet"
            label={t('notices.tenthRate')}
            onPress={smallerRate}
            hint={t('hints.tenthRate')}
          />
        </span>
      )}
    </>
  );
}
