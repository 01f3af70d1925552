/** One kept run in the list. */
import { Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { LineSwatch } from '../../../../drawings/losses/LineSwatch';
import type { Experiment } from '../../../../engine/experiment';
import { type KeptRun, longestName } from '../../../../engine/keptRun';
import { differences } from '../../../../store/differences';
import { lineLetter } from '../../../../store/overlays';
import { deleteRun, openRun, renameRun, toggleLine } from '../../../../store/runsEdits';
import { ActionButton } from '../../../controls/ActionButton';
import { ToggleChip } from '../../../controls/ToggleChip';
import { useWords } from '../../../controls/useWords';
import { formatAccuracy, formatCount, formatLoss } from '../../../shared/formats';
import { differenceText } from '../../../shared/race/settingWords';
import styles from './KeptRuns.module.css';

export interface RunRowProps {
  run: KeptRun;
  name: string;
  /** What it is compared with. */
  present: Experiment;
  withAccuracy: boolean;
  hasFreeLine: boolean;
}

export const RunRow = memo(function RunRow({ run, name, present, withAccuracy, hasFreeLine }: RunRowProps) {
  const { t } = useWords();
  const last = run.rows.at(-1);
  return (
    <tr>
      <td className={styles.curve}>
        <ToggleChip
          label={t('runs.curveOf', { name })}
          value={run.line !== null}
          onChange={() => toggleLine(run.id)}
          disabled={run.line === null && !hasFreeLine}
          hint={t('runs.hints.curve')}
          {...(run.line === null ? {} : { color: `var(--run-${run.line + 1})` })}
        >
          {run.line === null ? <span className={styles.noLine} /> : <CurveSign line={run.line} />}
        </ToggleChip>
      </td>
      <td className={styles.name}>
        <Name id={run.id} name={name} />
      </td>
      <Pair
        label={t('metrics.trainTestLoss')}
        values={[last?.trainLoss, last?.testLoss]}
        format={formatLoss}
      />
      {withAccuracy && (
        <Pair
          label={t('metrics.trainTestAccuracy')}
          values={[last?.trainAccuracy, last?.testAccuracy]}
          format={formatAccuracy}
        />
      )}
      <td className={styles.figure}>
        <span className={styles.label}>{t('runs.epochs')} </span>
        {formatCount(last?.epoch ?? 0)}
      </td>
      <Differs run={run} present={present} />
      <td className={styles.actions}>
        <span className={styles.buttons}>
          <ActionButton
            label={t('app.open')}
            name={t('runs.openRun', { name })}
            onPress={() => openRun(run.id)}
            hint={t('runs.hints.open')}
          />
          <ActionButton
            variant="quiet"
            label={t('runs.delete', { name })}
            icon={<Trash2 />}
            iconOnly
            onPress={() => deleteRun(run.id)}
            hint={t('runs.hints.delete')}
          />
        </span>
      </td>
    </tr>
  );
});

function CurveSign({ line }: { line: number }) {
  return (
    <span className={styles.sign} style={{ color: `var(--run-${line + 1})` }}>
      <LineSwatch line={line} />
      {lineLetter(line)}
    </span>
  );
}

interface PairProps {
  label: string;
  values: readonly [number | null | undefined, number | null | undefined];
  format: (value: number) => string;
}

/** Training and test figure; on narrow pages with their title, where the column has none. */
function Pair({ label, values, format }: PairProps) {
  const [train, test] = values.map((value) => (value == null ? '–' : format(value)));
  return (
    <td className={styles.figure}>
      <span className={styles.label}>{label} </span>
      {train} <span className={styles.second}>{test}</span>
    </td>
  );
}

function Differs({ run, present }: { run: KeptRun; present: Experiment }) {
  const words = useWords();
  const found = useMemo(() => differences(run.experiment, present), [run.experiment, present]);
  return (
    <td className={styles.differs}>
      <span className={styles.label}>{words.t('runs.differs')} </span>
      {found.length === 0
        ? words.t('runs.same')
        : found.map((difference) => differenceText(words, difference)).join(' · ')}
    </td>
  );
}

/** The name, which turns into a field when its pencil is pressed, and back with the focus on the pencil. */
function Name({ id, name }: { id: string; name: string }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const takesFocus = useRef(false);
  if (draft === null) {
    const show = (element: HTMLElement | null) => {
      if (element && takesFocus.current) element.querySelector('button')?.focus();
      takesFocus.current = false;
    };
    return (
      <span ref={show} className={styles.named}>
        <span className={styles.words}>{name}</span>
        <ActionButton
          variant="quiet"
          label={t('runs.rename', { name })}
          icon={<Pencil />}
          iconOnly
          onPress={() => setDraft(name)}
          hint={t('runs.hints.rename')}
        />
      </span>
    );
  }
  const commit = () => {
    if (draft !== name) renameRun(id, draft);
    setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Without this, the same key press would also press the pencil.
    event.preventDefault();
    takesFocus.current = true;
    if (event.key === 'Enter') commit();
    else setDraft(null);
  };
  return (
    <input
      // The pencil that had the focus is gone.
      ref={(field) => field?.focus()}
      className={styles.field}
      aria-label={t('runs.renamed')}
      value={draft}
      maxLength={longestName}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}
