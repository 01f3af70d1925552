/**
 * The figures of the run as `<output>` elements whose names scripts may rely on (`data-metric`, `data-value`). They change many
 * times a second, so they are not announced; a screen reader finds them here.
 */
import type { ReactNode } from 'react';
import { useFollow } from '../../drawings/useFollow';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import styles from './Figures.module.css';
import { formatAccuracy, formatCount, formatLoss } from './formats';

type Metric = 'epoch' | 'trainLoss' | 'testLoss' | 'trainAccuracy' | 'testAccuracy' | 'points';

/** Faster than this nobody reads figures. */
export const figuresMs = 100;

interface OutputProps {
  metric: Metric;
  value: number | null | undefined;
  label: string;
  format: (value: number) => string;
  quiet?: boolean;
}

function Output({ metric, value, label, format, quiet = false }: OutputProps) {
  const known = value !== null && value !== undefined;
  return (
    <output
      className={quiet ? styles.second : styles.first}
      data-metric={metric}
      data-value={known ? String(value) : ''}
      aria-label={label}
      aria-live="off"
    >
      {known ? format(value) : '–'}
    </output>
  );
}

export function Figures() {
  const { t } = useWords();
  const snapshot = useFollow(runSnapshot, figuresMs);
  const points = useStore(({ experiment: { data } }) =>
    data.source.kind === 'preset' ? data.source.points : data.source.y.length,
  );
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const train = snapshot?.train;
  const test = snapshot?.test;
  return (
    <div className={styles.figures}>
      <Figure title={t('metrics.epoch')}>
        <Output metric="epoch" value={snapshot?.epoch ?? 0} label={t('metrics.epoch')} format={formatCount} />
      </Figure>
      <Figure title={t('metrics.trainTestLoss')}>
        <Output metric="trainLoss" value={train?.loss} label={t('metrics.trainLoss')} format={formatLoss} />
        <Output
          metric="testLoss"
          value={test?.loss}
          label={t('metrics.testLoss')}
          format={formatLoss}
          quiet
        />
      </Figure>
      {classifies && (
        <Figure title={t('metrics.trainTestAccuracy')}>
          <Output
            metric="trainAccuracy"
            value={train?.accuracy}
            label={t('metrics.trainAccuracy')}
            format={formatAccuracy}
          />
          <Output
            metric="testAccuracy"
            value={test?.accuracy}
            label={t('metrics.testAccuracy')}
            format={formatAccuracy}
            quiet
          />
        </Figure>
      )}
      <Figure title={t('metrics.points')}>
        <Output metric="points" value={points} label={t('metrics.points')} format={formatCount} />
      </Figure>
    </div>
  );
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <div className={styles.title}>{title}</div>
      <div className={styles.values}>{children}</div>
    </div>
  );
}
