/**
 * The figures of the run as `<output>` elements whose names scripts may rely on (`data-metric`, `data-value`): all of them are always
 * there, without a value where the run has none. They change in the same frame as the picture they are of. They are not announced; a screen reader finds them here.
 */
import type { ReactNode } from 'react';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useSnapshot } from '../../store/useSnapshot';
import { useHint } from '../controls/useHint';
import { useWords } from '../controls/useWords';
import { formatAccuracy, formatEpoch, formatLoss } from '../shared/formats';
import styles from './Figures.module.css';

type Metric = 'epoch' | 'trainLoss' | 'testLoss' | 'trainAccuracy' | 'testAccuracy';

interface OutputProps {
  metric: Metric;
  value: number | null | undefined;
  format: (value: number) => string;
  quiet?: boolean;
  /** There for scripts alone: the run has no such figure. */
  hidden?: boolean;
}

/** The figure; a tap on it says what it is, as the pointer does that rests on it. */
function Output({ metric, value, format, quiet = false, hidden = false }: OutputProps) {
  const { t } = useWords();
  const { triggerProps, describedBy, hintNode } = useHint(t(`hints.metrics.${metric}`));
  const known = value !== null && value !== undefined;
  return (
    <>
      <output
        {...triggerProps}
        className={quiet ? styles.second : styles.first}
        data-metric={metric}
        data-value={known ? String(value) : ''}
        data-hint-label
        aria-label={t(`metrics.${metric}`)}
        aria-describedby={describedBy}
        aria-live="off"
        hidden={hidden}
      >
        {known ? format(value) : '–'}
      </output>
      {hintNode}
    </>
  );
}

/** The words before a figure; they say the same of it. */
function Title({ metric, children }: { metric: Metric; children: ReactNode }) {
  const { t } = useWords();
  const { triggerProps, hintNode } = useHint(t(`hints.metrics.${metric}`));
  return (
    <span {...triggerProps} className={styles.title} data-hint-label>
      {children}
      {hintNode}
    </span>
  );
}

export function Figures() {
  const { t } = useWords();
  const snapshot = useSnapshot(runSnapshot);
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const hasTest = useStore(({ experiment }) => experiment.data.testShare > 0);
  const { train, test } = snapshot ?? {};
  const both = (metric: 'Loss' | 'Accuracy', format: (value: number) => string, hidden = false) => {
    const key = metric === 'Loss' ? 'loss' : 'accuracy';
    return (
      <>
        <Output metric={`train${metric}`} value={train?.[key]} format={format} hidden={hidden} />
        <Output
          metric={`test${metric}`}
          value={test?.[key]}
          format={format}
          quiet
          hidden={hidden || !hasTest}
        />
      </>
    );
  };
  return (
    <div className={styles.figures}>
      <Title metric="epoch">{t('metrics.epoch')}</Title>
      <Output metric="epoch" value={snapshot?.epoch ?? 0} format={formatEpoch} />
      <span className={styles.head}>{hasTest && t('losses.test')}</span>
      <Title metric="trainLoss">{t('film.cost')}</Title>
      {both('Loss', formatLoss)}
      {classifies && <Title metric="trainAccuracy">{t('film.correct')}</Title>}
      {both('Accuracy', formatAccuracy, !classifies)}
    </div>
  );
}
