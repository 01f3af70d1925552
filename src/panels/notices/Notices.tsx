/** What was lost on the way, in words: a device or the worker, and a way on. Why training stopped is said by the film. */

import { missing, tryAgain } from '../../drawings/missing';
import { useReadable } from '../../drawings/useReadable';
import { dismissNotice, tryLostDevice } from '../../store/answers';
import { reset } from '../../store/commands';
import { look, useStore } from '../../store/store';
import { Note } from '../controls/Note';
import { Reload } from '../controls/Reload';
import { useWords } from '../controls/useWords';
import styles from './Notices.module.css';

export function Notices() {
  return (
    <div className={styles.notices}>
      <MissingNotice />
      <WorkerNotice />
      <SilenceNotice />
      <FallbackNotice />
      <LockNotice />
    </div>
  );
}

/** Parts of the page without a place for a sentence, and what an action needs. */
function MissingNotice() {
  const { t } = useWords();
  const { again, isRepeated } = useReadable(missing);
  if (again.size === 0) return null;
  return (
    <Note
      kind="warning"
      action={{ label: t('notices.again'), hint: t('notices.againHint'), onPress: tryAgain }}
    >
      {t('notices.partsMissing')} {isRepeated && <Reload />}
    </Note>
  );
}

function WorkerNotice() {
  const { t } = useWords();
  const worker = useStore((state) => state.run.worker);
  const device = useStore((state) => state.view.device);
  if (worker === 'working') return null;
  if (worker === 'restarted' || worker === 'moved') {
    return (
      <Note
        kind="warning"
        action={{ label: t('transport.reset'), onPress: reset, hint: t('hints.reset') }}
        onDismiss={() => dismissNotice('worker')}
      >
        {worker === 'moved'
          ? t('notices.workerMoved', { device: t(`devices.${device}`) })
          : t('notices.workerRestarted')}
      </Note>
    );
  }
  return (
    <Note kind="warning">
      {t(`notices.noWorker.${worker}`)} <Reload />
    </Note>
  );
}

/** A worker that is loaded slowly, works on something long, or no longer answers. */
function SilenceNotice() {
  const { t } = useWords();
  const silence = useStore((state) => state.run.silence);
  if (!silence) return null;
  return (
    <Note kind={silence === 'silent' ? 'warning' : 'info'}>
      {t(`notices.silence.${silence}`)} {silence === 'starting' && <Reload />}
    </Note>
  );
}

function FallbackNotice() {
  const { t } = useWords();
  const fallback = useStore((state) => state.run.fallback);
  if (!fallback) return null;
  const device = t(`devices.${fallback.device}`);
  const isLost = fallback.reason === 'contextLost';
  const again = { label: t('notices.again'), hint: t('notices.againHint'), onPress: tryLostDevice };
  const webgl = isLost ? t('notices.webglLost', { device }) : t('notices.webglMissing', { device });
  return (
    <Note
      kind="warning"
      onDismiss={() => dismissNotice('fallback')}
      {...(fallback.lost === 'webgl' ? { action: again } : {})}
    >
      {fallback.lost === 'webgl' ? webgl : t('notices.wasmMissing', { device })}
    </Note>
  );
}

/** What was tried and is locked, with the key to it. */
function LockNotice() {
  const { t } = useWords();
  const refused = useStore((state) => state.view.refused);
  if (!refused) return null;
  return (
    <Note
      action={{
        label: t('notices.unlock'),
        onPress: () => look({ lock: [], refused: null }),
        hint: t('hints.unlock'),
      }}
      onDismiss={() => look({ refused: null })}
    >
      {t('notices.locked', { step: t(`sentence.titles.${refused}`) })}
    </Note>
  );
}
