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
  /** Height of what is written. */
  readonly textPx: number;
}

/** Linear from the first row, or the film's: even at first, logarithmic after about `softEpochs`. */
export type EpochAxis =
  | { readonly kind: 'linear' }
  | {
      readonly kind: 'log';
      readonly softEpochs: number;
      /** The axis reaches so far at least, for a run to cross it. */
      readonly leastEpochs: number;
    };

export interface LossScales {
  readonly x: (epoch: number) => number;
  /** Never outside the plot area; NaN for a loss that is not finite. */
  readonly y: (loss: number) => number;
  /** Epoch at a place on the screen. */
  readonly epochAt: (xPx: number) => number;
  readonly ticks: readonly number[];
  /** Whole epochs to be named under the axis. */
  readonly epochTicks: readonly number[];
}

/** Below this a loss is as good as nothing, and a scale to show it would hide everything else. */
const SMALLEST_LOG = 1e-8;
const MOST_DECADES = 4;

export function lossScales(
  rows: readonly HistoryRow[],
  kind: LossScaleKind,
  area: PlotArea,
  overlays: readonly Overlay[] = [],
  axis: EpochAxis = { kind: 'linear' },
): LossScales {
  const curves = [rows, ...overlays.map(({ points }) => points)].filter((curve) => curve.length > 0);
  const first = curves.length > 0 ? Math.min(...curves.map((curve) => curve[0]!.epoch)) : 0;
  const last = Math.max(first, ...curves.map((curve) => curve.at(-1)!.epoch));
  const x = epochScale(first, last, axis, area);
  const own = rows.flatMap((row) => [row.trainLoss, row.testLoss ?? Number.NaN]).filter(Number.isFinite);
  const losses = own.concat(shownLosses(overlays));
  const y = kind === 'log' ? logScale(losses) : linearScale(losses);
  y.scale.range([area.bottom, area.top]);
  return {
    ...x,
    y: (loss) => (Number.isFinite(loss) ? y.scale(Math.min(Math.max(loss, y.low), y.high)) : Number.NaN),
    ticks: y.ticks,
  };
}

/** Room that a number under the axis needs, in heights of its text. */
const tickEm = 3.7;
/** So near to the right end a number under the axis ends at its place instead of having it in its middle. */
const edgePx = 8;

export function isAtEnd(xPx: number, { right }: Pick<PlotArea, 'right'>): boolean {
  return right - xPx < edgePx;
}

function epochScale(
  first: number,
  last: number,
  axis: EpochAxis,
  { left, right, textPx }: PlotArea,
): Pick<LossScales, 'x' | 'epochAt' | 'epochTicks'> {
  const tickPx = tickEm * textPx;
  if (axis.kind === 'linear') {
    const scale = scaleLinear([first, Math.max(first + 1, last)], [left, right]);
    const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / (2 * tickPx))));
    return {
      x: (epoch) => scale(epoch),
      epochAt: (xPx) => scale.invert(xPx),
      epochTicks: ticks.filter(Number.isInteger),
    };
  }
  const { softEpochs, leastEpochs } = axis;
  const end = Math.log1p(Math.max(last, leastEpochs) / softEpochs);
  const x = (epoch: number) => left + ((right - left) * Math.log1p(epoch / softEpochs)) / end;
  const middle = (epoch: number) => x(epoch) - (isAtEnd(x(epoch), { right }) ? tickPx / 2 : 0);
  return {
    x,
    epochAt: (xPx) => softEpochs * Math.expm1((end * (xPx - left)) / (right - left)),
    epochTicks: logEpochs(Math.max(last, leastEpochs), middle, tickPx),
  };
}

/** 0, 1, 10, 100 …, as far as they have room; between those 2 and 5 as well where there is plenty. */
function logEpochs(last: number, middle: (epoch: number) => number, tickPx: number): number[] {
  const powers = Array.from({ length: Math.floor(Math.log10(Math.max(1, last))) + 1 }, (_, i) => 10 ** i);
  const kept: number[] = [0];
  const keep = (epochs: readonly number[]) => {
    for (const epoch of epochs) {
      const isFree = kept.every((other) => Math.abs(middle(epoch) - middle(other)) >= tickPx);
      if (epoch <= last && isFree) kept.push(epoch);
    }
  };
  // The latest power first: it says how far the run has come.
  keep(powers.toReversed());
  keep(powers.flatMap((power) => [2 * power, 5 * power]));
  return kept.sort((a, b) => a - b);
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
