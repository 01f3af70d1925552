/** One curve of a chart: a line through what can be seen of its points, or a dot for a single one. */
import { line } from 'd3-shape';
import { decimate } from './decimate';
import styles from './EpochChart.module.css';

export interface CurveProps {
  /** Ascending. [point] */
  readonly xPx: readonly number[];
  /** NaN where there is none: the line runs past it. [point] */
  readonly yPx: readonly number[];
  readonly colour: string;
  readonly widthPx: number;
  /** As SVG has it; solid without. */
  readonly dash?: string | undefined;
}

export function Curve({ xPx, yPx, colour, widthPx, dash }: CurveProps) {
  const kept = decimate(xPx, yPx);
  if (kept.length === 1) return <circle cx={xPx[kept[0]!]} cy={yPx[kept[0]!]} r={2.5} fill={colour} />;
  const path = line<number>()
    .x((i) => xPx[i]!)
    .y((i) => yPx[i]!)
    .digits(1);
  return (
    <path
      className={styles.curve}
      d={path(kept) ?? ''}
      stroke={colour}
      strokeWidth={widthPx}
      strokeDasharray={dash}
    />
  );
}
