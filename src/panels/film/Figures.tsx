/**
 * The figures of the run as `<output>` elements whose names scripts may rely on (`data-metric`, `data-value`): all of them are always
 * there, without a value where the run has none. They change in the same frame as the picture they are of. They are not announced; a screen reader finds them here.
 */
import { useFollow } from '../../drawings/useFollow';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import { formatAccuracy, formatEpoch, formatLoss } from '../shared/formats';
import styles from './Figures.module.css';

type Metric = 'epoch' | 'trainLoss' | 'testLoss' | 'trainAccuracy' | 'testAccuracy' | 'points';

interface OutputProps {
  metric: Metric;
  value: number | null | undefined;
  label: string;
  format: (value: number) => string;
  quiet?: boolean;
  /** There for scripts alone: the run has no such figure. */
  hidden?: boolean;
}

function Output({ metric, value, label, format, quiet = false, hidden = false }: OutputProps) {
  const known = value !== null && value !== undefined;
  return (
    <output
      className={quiet ? styles.second : styles.first}
      data-metric={metric}
      data-value={known ? String(value) : ''}
      aria-label={label}
      aria-live="off"
      hidden={hidden}
    >
      {known ? format(value) : '–'}
    </output>
  );
}

export function Figures() {
  const { t } = useWords();
  const snapshot = useFollow(runSnapshot);
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const hasTest = useStore(({ experiment }) => experiment.data.testShare > 0);
  const { train, test } = snapshot ?? {};
  const both = (metric: 'Loss' | 'Accuracy', format: (value: number) => string, hidden = false) => {
    const key = metric === 'Loss' ? 'loss' : 'accuracy';
    return (
      <>
        <Output
          metric={`train${metric}`}
          value={train?.[key]}
          label={t(`metrics.train${metric}`)}
          format={format}
          hidden={hidden}
        />
        <Output
          metric={`test${metric}`}
          value={test?.[key]}
          label={t(`metrics.test${metric}`)}
          format={format}
          quiet
          hidden={hidden || !hasTest}
        />
      </>
    );
  };
  return (
    <div className={styles.figures}>
      <span className={styles.title}>{t('metrics.epoch')}</span>
      <Output metric="epoch" value={snapshot?.epoch ?? 0} label={t('metrics.epoch')} format={formatEpoch} />
      <span className={styles.head}>{hasTest && t('losses.test')}</span>
      <span className={styles.title}>{t('film.cost')}</span>
      {both('Loss', formatLoss)}
      {classifies && <span className={styles.title}>{t('film.correct')}</span>}
      {both('Accuracy', formatAccuracy, !classifies)}
    </div>
  );
}
