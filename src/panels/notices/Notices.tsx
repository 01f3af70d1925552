/** What happened to the run, in words, under the transport: why it stopped, what was lost, and a way on. */
import { limits } from '../../engine/experiment';
import { setTraining } from '../../store/modelEdits';
import { dismissNotice, edit, reset, startRun, useStore } from '../../store/store';
import { Note } from '../controls/Note';
import { useWords } from '../controls/useWords';
import { formatLoss } from '../transport/formats';
import styles from './Notices.module.css';

export function Notices() {
  return (
    <div className={styles.notices}>
      <WorkerNotice />
      <FallbackNotice />
      <HaltNotice />
    </div>
  );
}

function WorkerNotice() {
  const { t } = useWords();
  const worker = useStore((state) => state.run.worker);
  if (worker === 'working') return null;
  if (worker === 'dead') {
    return (
      <Note kind="warning" action={{ label: t('notices.reload'), onPress: () => location.reload() }}>
        {t('notices.workerFailed')}
      </Note>
    );
  }
  return (
    <Note
      kind="warning"
      action={{ label: t('transport.reset'), onPress: reset }}
      onDismiss={() => dismissNotice('worker')}
    >
      {t('notices.workerRestarted')}
    </Note>
  );
}

function FallbackNotice() {
  const { t } = useWords();
  const fallback = useStore((state) => state.run.fallback);
  if (!fallback) return null;
  const device = t(`devices.${fallback.device}`);
  const lost = fallback.reason === 'contextLost' ? t('notices.webglLost', { device }) : null;
  const missing =
    fallback.lost === 'webgl' ? t('notices.webglMissing', { device }) : t('notices.wasmMissing', { device });
  return (
    <Note kind="warning" onDismiss={() => dismissNotice('fallback')}>
      {lost ?? missing}
    </Note>
  );
}

function HaltNotice() {
  const { t } = useWords();
  const halt = useStore((state) => state.run.halt);
  const { stop } = useStore(({ experiment }) => experiment.training);
  if (!halt) return null;
  if (halt.reason === 'diverged') return <DivergedNotice epoch={halt.epoch} />;
  const sentences = {
    epochs: () => t('notices.stoppedEpochs', { epochs: halt.epoch }),
    trainLoss: () => t('notices.stoppedLoss', { loss: formatLoss(stop.trainLoss ?? 0) }),
    plateau: () => t('notices.stoppedPlateau', { epochs: stop.plateau?.epochs ?? 0 }),
    noPoints: () => t('notices.noPoints'),
  };
  return (
    <Note kind={halt.reason === 'noPoints' ? 'warning' : 'info'} onDismiss={() => dismissNotice('halt')}>
      {sentences[halt.reason]()}
    </Note>
  );
}

function DivergedNotice({ epoch }: { epoch: number }) {
  const { t } = useWords();
  const smallerRate = () => {
    edit((experiment) => {
      const learningRate = Math.max(experiment.training.learningRate / 10, limits.learningRate[0]);
      return setTraining(experiment, { learningRate });
    });
    startRun(true);
  };
  return (
    <Note
      kind="warning"
      action={{ label: t('notices.tenthRate'), onPress: smallerRate }}
      onDismiss={() => dismissNotice('halt')}
    >
      {t('notices.diverged', { epoch })} {t('notices.divergedWhy')}
    </Note>
  );
}
