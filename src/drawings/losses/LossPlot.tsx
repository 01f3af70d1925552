/** The inside of the loss curves as SVG: axes, the two lines with their names, and the hairline of the row that is read. */
import { line } from 'd3-shape';
import type { HistoryRow } from '../../engine/training/snapshot';
import { epochFigure, figure } from '../figure';
import { decimate } from './decimate';
import type { EpochRow } from './history';
import styles from './LossCurves.module.css';
import { type LossScales, type PlotArea, spreadLabels } from './lossScales';
import type { LossWords } from './lossWords';

const LABEL_GAP_PX = 13;

export interface AxesProps {
  readonly rows: readonly EpochRow[];
  readonly scales: Pick<LossScales, 'y' | 'ticks'>;
  readonly area: PlotArea;
}

export interface LossPlotProps {
  readonly rows: readonly HistoryRow[];
  readonly scales: LossScales;
  readonly area: PlotArea;
}

/** Serves other charts over the epochs, too. */
export function LossAxes({ rows, scales, area }: AxesProps) {
  const first = rows[0]?.epoch ?? 0;
  const last = rows.at(-1)?.epoch;
  return (
    <g className={styles.axes}>
      {scales.ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${Math.round(scales.y(tick)) + 0.5})`}>
          <line x1={area.left} x2={area.right} />
          <text x={area.left - 8} dy="0.32em" textAnchor="end">
            {figure(tick)}
          </text>
        </g>
      ))}
      <line
        className={styles.foot}
        x1={area.left}
        x2={area.right}
        y1={area.bottom + 0.5}
        y2={area.bottom + 0.5}
      />
      <text x={area.left} y={area.bottom + 14}>
        {epochFigure(first)}
      </text>
      {last !== undefined && last > first && (
        <text x={area.right} y={area.bottom + 14} textAnchor="end">
          {epochFigure(last)}
        </text>
      )}
    </g>
  );
}

/** Test below training, both named at their ends. */
export function LossLines({ rows, scales, area, words }: LossPlotProps & { readonly words: LossWords }) {
  const xPx = rows.map((row) => scales.x(row.epoch));
  const train = rows.map((row) => scales.y(row.trainLoss));
  const test = rows.map((row) => (row.testLoss === null ? Number.NaN : scales.y(row.testLoss)));
  const trainEnd = train.findLast(Number.isFinite);
  const testEnd = test.findLast(Number.isFinite);
  const limits = [area.top + 4, area.bottom - 5] as const;
  const labelX = 7 + (rows.length === 1 ? area.left : area.right);
  const [trainLabel, testLabel] =
    trainEnd !== undefined && testEnd !== undefined
      ? spreadLabels(trainEnd, testEnd, LABEL_GAP_PX, limits)
      : [trainEnd, testEnd];
  return (
    <g>
      <Curve className={styles.test} xPx={xPx} yPx={test} />
      <Curve className={styles.train} xPx={xPx} yPx={train} />
      {testLabel !== undefined && (
        <text className={styles.testLabel} x={labelX} y={testLabel} dy="0.32em">
          {words.test}
        </text>
      )}
      {trainLabel !== undefined && (
        <text className={styles.trainLabel} x={labelX} y={trainLabel} dy="0.32em">
          {words.train}
        </text>
      )}
    </g>
  );
}

interface CurveProps {
  readonly className: string | undefined;
  readonly xPx: readonly number[];
  readonly yPx: readonly number[];
}

/** A line, or a dot for a single row. */
function Curve({ className, xPx, yPx }: CurveProps) {
  const kept = decimate(xPx, yPx);
  if (kept.length === 1)
    return <circle className={className} cx={xPx[kept[0]!]} cy={yPx[kept[0]!]} r={2.5} />;
  const path = line<number>()
    .x((i) => xPx[i]!)
    .y((i) => yPx[i]!)
    .digits(1);
  return <path className={className} d={path(kept) ?? ''} />;
}

export function LossHairline({ row, scales, area }: { row: HistoryRow; scales: LossScales; area: PlotArea }) {
  const x = scales.x(row.epoch);
  const test = row.testLoss === null ? Number.NaN : scales.y(row.testLoss);
  const train = scales.y(row.trainLoss);
  return (
    <g className={styles.hairline}>
      <line x1={x} x2={x} y1={area.top} y2={area.bottom} />
      {Number.isFinite(test) && <circle className={styles.testDot} cx={x} cy={test} r={3} />}
      {Number.isFinite(train) && <circle className={styles.trainDot} cx={x} cy={train} r={3} />}
    </g>
  );
}
