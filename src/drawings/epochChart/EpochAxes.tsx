/** The axes of a chart over the epochs: a line for each value, those that have room with their number, and the epochs below. */
import { epochFigure, figure } from '../figure';
import styles from './EpochChart.module.css';
import { isAtEnd } from './epochScale';
import type { ChartScales, PlotArea } from './plotArea';

interface EpochAxesProps {
  readonly scales: ChartScales;
  readonly area: PlotArea;
}

export function EpochAxes({ scales, area }: EpochAxesProps) {
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
function roomyTicks({ ticks, y }: ChartScales, { textPx }: PlotArea): ReadonlySet<number> {
  const named = new Set<number>();
  let freePx = Number.POSITIVE_INFINITY;
  for (const tick of ticks.toSorted((a, b) => a - b)) {
    if (y(tick) > freePx) continue;
    named.add(tick);
    freePx = y(tick) - 1.05 * textPx;
  }
  return named;
}
