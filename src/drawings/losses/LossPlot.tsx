/** The inside of the loss curves as SVG: axes, the two lines with their names, and the hairline of the row that is read. */
import { line } from 'd3-shape';
import type { CSSProperties } from 'react';
import type { HistoryRow } from '../../engine/training/snapshot';
import { epochFigure, figure } from '../figure';
import { decimate } from './decimate';
import { type EndLabel, EndLabels } from './EndLabels';
import styles from './LossCurves.module.css';
import { isAtEnd, type LossScales, type PlotArea } from './lossScales';
import type { LossWords } from './lossWords';
import { dashes, fitLabel, lineColour, type Overlay } from './overlay';
import type { LossReading } from './readRow';

export interface AxesProps {
  readonly scales: Pick<LossScales, 'x' | 'y' | 'ticks' | 'epochTicks'>;
  readonly area: PlotArea;
}

export interface LossPlotProps {
  readonly rows: readonly HistoryRow[];
  readonly scales: LossScales;
  readonly area: PlotArea;
}

interface LossLinesProps extends LossPlotProps {
  readonly overlays: readonly Overlay[];
  readonly words: LossWords;
}

/** Serves other charts over the epochs, too. */
export function LossAxes({ scales, area }: AxesProps) {
  const named = roomyTicks(scales, area);
  return (
    <g className={styles.axes}>
      {scales.ticks.map((tick) => (
        <g key={tick} transform={`translate(0 ${Math.round(scales.y(tick)) + 0.5})`}>
          <line x1={area.left} x2={area.right} />
          {named.has(tick) && (
            <text x={area.left - 8} dy="0.32em" textAnchor="end">
              {figure(tick)}
            </text>
          )}
        </g>
      ))}
      <line
        className={styles.foot}
        x1={area.left}
        x2={area.right}
        y1={area.bottom + 0.5}
        y2={area.bottom + 0.5}
      />
      {[...new Set(scales.epochTicks)].map((epoch) => (
        <text
          key={epoch}
          x={scales.x(epoch)}
          y={area.bottom}
          dy="1.25em"
          textAnchor={isAtEnd(scales.x(epoch), area) ? 'end' : 'middle'}
        >
          {epochFigure(epoch)}
        </text>
      ))}
    </g>
  );
}

/** Values whose numbers have room below each other, from the foot up. */
function roomyTicks({ ticks, y }: AxesProps['scales'], { textPx }: PlotArea): ReadonlySet<number> {
  const named = new Set<number>();
  let freePx = Number.POSITIVE_INFINITY;
  for (const tick of ticks.toSorted((a, b) => a - b)) {
    if (y(tick) > freePx) continue;
    named.add(tick);
    freePx = y(tick) - 1.05 * textPx;
  }
  return named;
}

interface TitlesProps {
  readonly area: PlotArea;
  readonly words: LossWords;
  readonly isEmpty: boolean;
}

/** What goes up and what goes across, or that there is nothing yet. */
export function LossTitles({ area, words, isEmpty }: TitlesProps) {
  return (
    <g>
      <text className={styles.quantity} x={2} y={2} dy="0.75em">
        {words.cost}
      </text>
      <text className={styles.quantity} x={area.right + 10} y={area.bottom} dy="1.25em">
        {words.epoch}
      </text>
      {isEmpty && (
        <text className={styles.empty} x={(area.left + area.right) / 2} y={(area.top + area.bottom) / 2}>
          {words.empty}
        </text>
      )}
    </g>
  );
}

/** Numbers at the ends stay in the picture. */
interface PlayheadProps {
  readonly row: HistoryRow;
  readonly scales: LossScales;
  readonly area: PlotArea;
}

/** Where the run stands, to be dragged. */
export function Playhead({ row, scales, area }: PlayheadProps) {
  const x = scales.x(row.epoch);
  const y = scales.y(row.trainLoss);
  return (
    <g className={styles.playhead}>
      <line x1={x} x2={x} y1={area.top - 4} y2={area.bottom + 3} />
      {Number.isFinite(y) && <circle cx={x} cy={y} r={5} />}
    </g>
  );
}

/** Further curves lie lowest, test below training; each is named at its end. */
export function LossLines({ rows, overlays, scales, area, words }: LossLinesProps) {
  const xPx = rows.map((row) => scales.x(row.epoch));
  const train = rows.map((row) => scales.y(row.trainLoss));
  const test = rows.map((row) => (row.testLoss === null ? Number.NaN : scales.y(row.testLoss)));
  const placed = overlays.map((overlay) => ({
    ...overlay,
    xPx: overlay.points.map(({ epoch }) => scales.x(epoch)),
    yPx: overlay.points.map(({ loss }) => scales.y(loss)),
  }));
  const labels = [
    endLabel(words.train, styles.trainLabel, xPx, train),
    endLabel(words.test, styles.testLabel, xPx, test),
    ...placed.map((curve) =>
      endLabel(fitLabel(curve.label), styles.overlayLabel, curve.xPx, curve.yPx, lineColour(curve.line)),
    ),
  ];
  return (
    <g>
      {placed.map((curve) => (
        <Curve
          key={curve.line}
          className={styles.overlay}
          xPx={curve.xPx}
          yPx={curve.yPx}
          look={{ stroke: lineColour(curve.line), strokeDasharray: dashes[curve.line] }}
        />
      ))}
      <Curve className={styles.test} xPx={xPx} yPx={test} />
      <Curve className={styles.train} xPx={xPx} yPx={train} />
      <EndLabels labels={labels.filter((label) => label !== null)} area={area} />
    </g>
  );
}

function endLabel(
  text: string,
  className: string | undefined,
  xPx: readonly number[],
  yPx: readonly number[],
  colour?: string,
): EndLabel | null {
  const end = yPx.findLastIndex(Number.isFinite);
  // A single row is the beginning of a curve, and has the start of the axis beside it.
  if (end < 1) return null;
  return { text, className, xPx: xPx[end]!, yPx: yPx[end]!, ...(colour ? { colour } : {}) };
}

interface CurveProps {
  readonly className: string | undefined;
  readonly xPx: readonly number[];
  readonly yPx: readonly number[];
  readonly look?: CSSProperties;
}

/** A line, or a dot for a single row. */
function Curve({ className, xPx, yPx, look }: CurveProps) {
  const kept = decimate(xPx, yPx);
  if (kept.length === 1)
    return <circle className={className} cx={xPx[kept[0]!]} cy={yPx[kept[0]!]} r={2.5} style={look} />;
  const path = line<number>()
    .x((i) => xPx[i]!)
    .y((i) => yPx[i]!)
    .digits(1);
  return <path className={className} d={path(kept) ?? ''} style={look} />;
}

interface LossHairlineProps extends Pick<LossPlotProps, 'scales' | 'area'> {
  readonly reading: LossReading;
}

export function LossHairline({ reading, scales, area }: LossHairlineProps) {
  const { epoch, row, besides } = reading;
  const x = scales.x(epoch);
  const test = scales.y(row?.testLoss ?? Number.NaN);
  const train = scales.y(row?.trainLoss ?? Number.NaN);
  return (
    <g className={styles.hairline}>
      <line x1={x} x2={x} y1={area.top} y2={area.bottom} />
      {besides.map(({ line: look, loss }) => (
        <circle key={look} cx={x} cy={scales.y(loss)} r={3} style={{ fill: lineColour(look) }} />
      ))}
      {Number.isFinite(test) && <circle className={styles.testDot} cx={x} cy={test} r={3} />}
      {Number.isFinite(train) && <circle className={styles.trainDot} cx={x} cy={train} r={3} />}
    </g>
  );
}
