/**
 * Scales of a chart with one line a layer, logarithmic because layers differ by powers of ten. A logarithm has no place for 0: what is
 * 0, or so small that showing it would squeeze everything else, is drawn at the foot.
 */
import { scaleLog } from 'd3-scale';
import type { EpochRow } from '../../engine/training/history';
import { epochScale, logTicks } from '../epochChart/epochScale';
import type { ChartScales, PlotArea } from '../epochChart/plotArea';

/** A row of a chart with one line a layer. */
export interface LayerRow extends EpochRow {
  /** NaN where there is none. [layer] */
  readonly values: readonly number[];
}

/** Only the first and the last epoch are named; `y` is the foot for what has no place above it. */
export interface LayerScales extends ChartScales {
  /** Whether a value lies at the foot instead of its own place. */
  readonly isAtFoot: (value: number) => boolean;
}

/** Powers of ten below the largest value that the scale shows; smaller values lie at the foot. */
const mostDecades = 14;
/** Room between the lowest place and the foot. */
const footPx = 9;

/** `shown`: values that are always in range. */
export function layerScales(
  rows: readonly LayerRow[],
  area: PlotArea,
  shown?: readonly [number, number],
): LayerScales {
  const first = rows[0]?.epoch ?? 0;
  const last = rows.at(-1)?.epoch ?? first;
  const [low, high] = domainOf(rows, shown);
  const y = scaleLog([low, high], [area.bottom - footPx, area.top]);
  const isAtFoot = (value: number) => value < low;
  return {
    ...epochScale(first, last, { kind: 'linear' }, area),
    y: (value) => {
      if (!Number.isFinite(value)) return Number.NaN;
      return isAtFoot(value) ? area.bottom : y(value);
    },
    epochTicks: [first, last],
    ticks: logTicks(low, high),
    isAtFoot,
  };
}

function domainOf(rows: readonly LayerRow[], shown: readonly [number, number] = [Infinity, 0]) {
  let [least, most] = shown;
  for (const { values } of rows) {
    for (const value of values) {
      if (!Number.isFinite(value) || value <= 0) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  if (most === 0) return [0.1, 1] as const;
  const low = Math.max(least, most * 10 ** -mostDecades);
  // A single value still gets some room around itself.
  const margin = most / low < 2 ? 3 : 1.15;
  return [low / margin, most * margin] as const;
}
