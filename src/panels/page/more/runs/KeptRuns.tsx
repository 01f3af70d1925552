/** The list of kept runs: how well each did, in what it differs from the present experiment, and its curve over the loss chart. */
import { BookmarkPlus } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { keepRun } from '../../../../store/keepRun';
import { hasRoom, hasTrained, mostKept } from '../../../../store/runs';
import { forgetDeleted, freeLine, setCurvePart, undeleteRun } from '../../../../store/runsEdits';
import { useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { Note } from '../../../controls/Note';
import { Section } from '../../../controls/Section';
import { Segmented } from '../../../controls/Segmented';
import { useWords } from '../../../controls/useWords';
import styles from './KeptRuns.module.css';
import { RunRow } from './RunRow';
import { runNames } from './runNames';

export function KeptRuns() {
  const { t } = useWords();
  const kept = useStore(({ runs }) => runs.kept);
  return (
    <Section title={t('runs.title')} trailing={<Trailing />}>
      <Deleted />
      <Full />
      {kept.length === 0 ? <p className={styles.quiet}>{t('runs.empty', { most: mostKept })}</p> : <Table />}
    </Section>
  );
}

function Trailing() {
  const { t } = useWords();
  const canKeep = useStore(({ latest, runs }) => hasTrained(latest.history.rows) && hasRoom(runs));
  const hasCurves = useStore(({ runs }) => runs.kept.some(({ line }) => line !== null));
  const part = useStore(({ runs }) => runs.part);
  return (
    <>
      {hasCurves && (
        <span className={styles.part}>
          <span>{t('runs.curves')}</span>
          <Segmented
            label={t('runs.curves')}
            variant="quiet"
            items={[
              { id: 'train', label: t('losses.train') },
              { id: 'test', label: t('losses.test') },
            ]}
            value={part}
            onChange={setCurvePart}
            hint={t('runs.hints.curves')}
          />
        </span>
      )}
      <ActionButton
        label={t('runs.keep')}
        icon={<BookmarkPlus />}
        onPress={() => keepRun()}
        disabled={!canKeep}
        hint={canKeep ? t('runs.hints.keep') : t('runs.nothingYet')}
      />
    </>
  );
}

function Deleted() {
  const words = useWords();
  const { t } = words;
  const deleted = useStore(({ runs }) => runs.deleted);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that deleted it is gone, and the focus with it.
    if (deleted && document.activeElement === document.body) note.current?.focus();
  }, [deleted]);
  if (!deleted) return null;
  const name = runNames([deleted], words).get(deleted.id) ?? '';
  return (
    <div ref={note} tabIndex={-1} className={styles.note}>
      <Note
        kind="info"
        action={{ label: t('app.undo'), onPress: undeleteRun, hint: t('hints.undeleteRun') }}
        onDismiss={forgetDeleted}
      >
        {t('runs.deleted', { name })}
      </Note>
    </div>
  );
}

function Full() {
  const { t } = useWords();
  const isFull = useStore(({ runs }) => !hasRoom(runs));
  return isFull ? <p className={styles.quiet}>{t('runs.full', { most: mostKept })}</p> : null;
}

function Table() {
  const { t, locale } = useWords();
  const runs = useStore((state) => state.runs);
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  // A slider that is dragged does not wait for this table.
  const present = useDeferredValue(useStore(({ experiment }) => experiment));
  const names = useMemo(() => runNames(runs.kept, { t, locale }), [runs.kept, t, locale]);
  const free = freeLine(runs);
  const withAccuracy = classifies || runs.kept.some(({ rows }) => rows.at(-1)?.trainAccuracy != null);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('runs.curve')}</th>
          <th scope="col">{t('runs.run')}</th>
          <th scope="col">{t('metrics.trainTestLoss')}</th>
          {withAccuracy && <th scope="col">{t('metrics.trainTestAccuracy')}</th>}
          <th scope="col">{t('runs.epochs')}</th>
          <th scope="col">{t('runs.differs')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('runs.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.kept
          .map((run) => (
            <RunRow
              key={run.id}
              run={run}
              name={names.get(run.id) ?? ''}
              present={present}
              withAccuracy={withAccuracy}
              hasFreeLine={free !== null}
            />
          ))
          .reverse()}
      </tbody>
    </table>
  );
}
