/**
 * Scales and ticks of the loss curves. Logarithmic scales cannot show 0: values below the smallest positive loss are
 * drawn at the foot of the scale.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { HistoryRow } from '../../engine/training/snapshot';
import { type EpochAxis, epochScale, logTicks } from '../epochChart/epochScale';
import type { ChartScales, PlotArea } from '../epochChart/plotArea';
import { type Overlay, shownLosses } from './overlay';

export type LossScaleKind = 'linear' | 'log';

/** Losses below this are not told apart: a scale that shows them would flatten everything else. */
const smallestLog = 1e-8;

export function lossScales(
  rows: readonly HistoryRow[],
  kind: LossScaleKind,
  area: PlotArea,
  overlays: readonly Overlay[] = [],
  axis: EpochAxis = { kind: 'linear' },
): ChartScales {
  const curves = [rows, ...overlays.map(({ points }) => points)].filter((curve) => curve.length > 0);
  const first = curves.length > 0 ? Math.min(...curves.map((curve) => curve[0]!.epoch)) : 0;
  const last = Math.max(first, ...curves.map((curve) => curve.at(-1)!.epoch));
  const own = rows.flatMap((row) => [row.trainLoss, row.testLoss ?? Number.NaN]).filter(Number.isFinite);
  const losses = own.concat(shownLosses(overlays));
  const y = kind === 'log' ? logScale(losses) : linearScale(losses);
  y.scale.range([area.bottom, area.top]);
  return {
    ...epochScale(first, last, axis, area),
    y: (loss) => (Number.isFinite(loss) ? y.scale(Math.min(Math.max(loss, y.low), y.high)) : Number.NaN),
    ticks: y.ticks,
  };
}

function linearScale(losses: readonly number[]) {
  const most = losses.reduce((a, b) => Math.max(a, b), 0);
  const least = losses.reduce((a, b) => Math.min(a, b), 0);
  const scale = scaleLinear([least, most > least ? most : least + 1], [0, 1]).nice(4);
  const [low, high] = scale.domain() as [number, number];
  return { scale, low, high, ticks: scale.ticks(4) };
}

function logScale(losses: readonly number[]) {
  const positive = losses.filter((loss) => loss > 0);
  const most = Math.max(positive.reduce((a, b) => Math.max(a, b), 0) || 1, 10 * smallestLog);
  const least = Math.max(
    smallestLog,
    positive.reduce((a, b) => Math.min(a, b), most / 10),
  );
  const low = least < most / 1.5 ? least : most / 10;
  const scale = scaleLog([low / 1.15, most * 1.15], [0, 1]);
  return { scale, low: low / 1.15, high: most * 1.15, ticks: logTicks(low / 1.15, most * 1.15) };
}
