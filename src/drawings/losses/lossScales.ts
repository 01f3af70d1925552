/**
 * Scales and ticks of the loss curves. Logarithmic scales cannot show 0: values below the smallest positive loss are
 * drawn at the foot of the scale.
 */
import { scaleLinear, scaleLog } from 'd3-scale';
import type { HistoryRow } from '../../engine/training/snapshot';
import { type Overlay, shownLosses } from './overlay';

export type LossScaleKind = 'linear' | 'log';

/** Plot area in the coordinates of the SVG. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LossScales {
  readonly x: (epoch: number) => number;
  /** Never outside the plot area; NaN for a loss that is not finite. */
  readonly y: (loss: number) => number;
  /** Epoch at a place on the screen. */
  readonly epochAt: (xPx: number) => number;
  readonly ticks: readonly number[];
  /** First and last epoch of all curves. */
  readonly epochs: readonly [number, number];
}

/** Below this a loss is as good as nothing, and a scale to show it would hide everything else. */
const SMALLEST_LOG = 1e-8;
const MOST_DECADES = 4;

export function lossScales(
  rows: readonly HistoryRow[],
  kind: LossScaleKind,
  area: PlotArea,
  overlays: readonly Overlay[] = [],
): LossScales {
  const curves = [rows, ...overlays.map(({ points }) => points)].filter((curve) => curve.length > 0);
  const first = curves.length > 0 ? Math.min(...curves.map((curve) => curve[0]!.epoch)) : 0;
  const last = Math.max(first, ...curves.map((curve) => curve.at(-1)!.epoch));
  const x = scaleLinear([first, Math.max(first + 1, last)], [area.left, area.right]);
  const own = rows.flatMap((row) => [row.trainLoss, row.testLoss ?? Number.NaN]).filter(Number.isFinite);
  const losses = own.concat(shownLosses(overlays));
  const y = kind === 'log' ? logScale(losses) : linearScale(losses);
  y.scale.range([area.bottom, area.top]);
  return {
    x: (epoch) => x(epoch),
    y: (loss) => (Number.isFinite(loss) ? y.scale(Math.min(Math.max(loss, y.low), y.high)) : Number.NaN),
    epochAt: (xPx) => x.invert(xPx),
    ticks: y.ticks,
    epochs: [first, last],
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
  const most = Math.max(positive.reduce((a, b) => Math.max(a, b), 0) || 1, 10 * SMALLEST_LOG);
  const least = Math.max(
    SMALLEST_LOG,
    positive.reduce((a, b) => Math.min(a, b), most / 10),
  );
  const low = least < most / 1.5 ? least : most / 10;
  const scale = scaleLog([low / 1.15, most * 1.15], [0, 1]);
  return { scale, low: low / 1.15, high: most * 1.15, ticks: logTicks(low / 1.15, most * 1.15) };
}

/** Powers of ten, thinned to a few; within a single decade 2 and 5 as well. */
export function logTicks(low: number, high: number): number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((to - from) / MOST_DECADES));
  const ticks: number[] = [];
  for (let power = to; power >= from; power -= step) ticks.push(power);
  const tens = ticks.map((power) => Number(`1e${power}`));
  if (tens.length > 1) return tens;
  const fine: number[] = [];
  for (let power = from - 1; power <= to; power++) {
    for (const digit of [1, 2, 5]) fine.push(Number(`${digit}e${power}`));
  }
  return fine.filter((value) => value >= low && value <= high);
}
