/** How often values fall where: bars over their range, whose ends are written below, with a line where zero is. Fills its parent. */
import type { Histogram } from '../../engine/training/snapshot';
import { figure } from '../figure';
import { BARS_HEIGHT, barsPath, endsOf, zeroPlace } from './bars';
import styles from './LayerHistogram.module.css';

export interface LayerHistogramProps {
  readonly histogram: Histogram;
  /** What the picture shows, in words. */
  readonly label: string;
  /** Shown when no value could be counted. */
  readonly empty: string;
}

/** Nearer than this to an end, the number there stands for the zero. */
const ZERO_MARGIN = 0.24;

export function LayerHistogram({ histogram, label, empty }: LayerHistogramProps) {
  const path = barsPath(histogram);
  const zero = zeroPlace(histogram);
  const [low, high] = endsOf(histogram);
  if (path === '') {
    return (
      <p className={styles.empty} role="img" aria-label={empty}>
        {empty}
      </p>
    );
  }
  return (
    <div className={styles.histogram} role="img" aria-label={label}>
      <svg
        viewBox={`0 0 ${histogram.counts.length} ${BARS_HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className={styles.bars} d={path} />
      </svg>
      {zero !== null && <span className={styles.zero} style={{ left: `${100 * zero}%` }} />}
      <span className={styles.low} aria-hidden>
        {figure(low)}
      </span>
      {zero !== null && zero > ZERO_MARGIN && zero < 1 - ZERO_MARGIN && (
        <span className={styles.zeroNumber} style={{ left: `${100 * zero}%` }} aria-hidden>
          0
        </span>
      )}
      <span className={styles.high} aria-hidden>
        {figure(high)}
      </span>
    </div>
  );
}
