/**
 * Scales of a chart with one line a layer, logarithmic because layers differ by powers of ten. A logarithm has no place for 0: what is
 * 0, or so small that showing it would squeeze everything else, is drawn at the foot.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { LayerRow } from '../../engine/training/healthRow';
import { logTicks, type PlotArea } from '../losses/lossScales';

export interface LayerScales {
  readonly x: (epoch: number) => number;
  /** Never outside the plot area; the foot for what has no place above it; NaN for what is not finite. */
  readonly y: (value: number) => number;
  readonly epochAt: (xPx: number) => number;
  /** First and last epoch there is, for the axis. */
  readonly epochTicks: readonly number[];
  readonly ticks: readonly number[];
  /** Whether a value lies at the foot instead of its own place. */
  readonly isAtFoot: (value: number) => boolean;
}

/** So many powers of ten below the largest value a line still has a place of its own. */
const MOST_DECADES = 14;
/** Room between the lowest place and the foot. */
const FOOT_PX = 9;

/** `shown`: values that are in sight whatever the rows are. */
export function layerScales(
  rows: readonly LayerRow[],
  area: PlotArea,
  shown?: readonly [number, number],
): LayerScales {
  const first = rows[0]?.epoch ?? 0;
  const last = Math.max(first + 1, rows.at(-1)?.epoch ?? 1);
  const x = scaleLinear([first, last], [area.left, area.right]);
  const [low, high] = domainOf(rows, shown);
  const y = scaleLog([low, high], [area.bottom - FOOT_PX, area.top]);
  const isAtFoot = (value: number) => value < low;
  return {
    x: (epoch) => x(epoch),
    y: (value) => {
      if (!Number.isFinite(value)) return Number.NaN;
      return isAtFoot(value) ? area.bottom : y(value);
    },
    epochAt: (xPx) => x.invert(xPx),
    epochTicks: [first, rows.at(-1)?.epoch ?? first],
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
  const low = Math.max(least, most * 10 ** -MOST_DECADES);
  // A single value still gets some room around itself.
  const margin = most / low < 2 ? 3 : 1.15;
  return [low / margin, most * margin] as const;
}
