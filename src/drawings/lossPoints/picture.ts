/** What the picture of losses is made of, and where things lie in it. */
import { ticks } from 'd3-array';
import type { Points } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import type { Metrics } from '../../engine/training/snapshot';
import type { LossAxes } from './lossAxes';
import { type LossShape, placeAlong } from './lossShape';

/** What it needs of a snapshot; arrays whose length is not the number of points are ignored. */
export interface LossPointsFrame {
  /** [point] */
  readonly losses: Float32Array;
  /** See `Snapshot.answers`. [point] */
  readonly answers: Float32Array;
  readonly train: Pick<Metrics, 'loss'> | null;
  readonly penalty: number;
}

export interface LossPointsPicture {
  /** null before the first snapshot. */
  readonly frame: ReadableStore<LossPointsFrame | null>;
  readonly points: Points;
  readonly isTest: Uint8Array;
  readonly showTest: boolean;
  readonly shape: LossShape;
  /** The point that is emphasised. */
  readonly pointed: ReadableStore<number | null>;
  /** The point that the probe is pinned to. */
  readonly probed: ReadableStore<number | null>;
  /** What the horizontal axis is. */
  readonly axisLabel: string;
  /** A curve by its target and its formula: `y = 1: −log f`. */
  readonly curveName: (target: string, formula: string) => string;
}

export interface Spot {
  readonly xPx: number;
  readonly yPx: number;
}

/** Where the axes lie on the canvas. */
export interface LossPlot {
  readonly axes: LossAxes;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly toX: (x: number) => number;
  /** Losses above the axis lie at its top. */
  readonly toY: (loss: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

export function plotOf(axes: LossAxes, widthPx: number, heightPx: number, textPx: number): LossPlot {
  const left = 3.6 * textPx;
  const right = Math.max(left + textPx, widthPx - 1.2 * textPx);
  const [top, bottom] = [textPx, Math.max(2.5 * textPx, heightPx - 1.6 * textPx)];
  const [low, high] = axes.x;
  const [perX, perLoss] = [(right - left) / (high - low), (bottom - top) / axes.top];
  return {
    axes,
    left,
    right,
    top,
    bottom,
    toX: (x) => left + (x - low) * perX,
    toY: (loss) => bottom - Math.min(loss, axes.top) * perLoss,
    xTicks: ticks(low, high, Math.max(2, Math.round((right - left) / (7.5 * textPx)))),
    yTicks: ticks(0, axes.top, Math.min(5, Math.max(2, Math.round((bottom - top) / (2.8 * textPx))))),
  };
}

/** The frame, as long as it is of these points. */
export function fittingFrame({ frame, points }: LossPointsPicture): LossPointsFrame | null {
  const latest = frame.get();
  return latest?.losses.length === points.y.length ? latest : null;
}

/** Points that are not shown. */
export function hiddenIn({ isTest, showTest }: LossPointsPicture): (index: number) => boolean {
  return (index) => !showTest && isTest[index] === 1;
}

/** Where a dot lies; null for a loss that is no number. */
export function dotAt(
  { shape, points }: LossPointsPicture,
  { losses, answers }: LossPointsFrame,
  plot: LossPlot,
  index: number,
): Spot | null {
  const xPx = plot.toX(placeAlong(shape, answers[index]!, points.y[index]!));
  const yPx = plot.toY(losses[index]!);
  return Number.isFinite(xPx) && Number.isFinite(yPx) ? { xPx, yPx } : null;
}

/** The dot nearest to a spot within reach, or null. */
export function nearestDot(
  picture: LossPointsPicture,
  plot: LossPlot,
  { xPx, yPx }: Spot,
  reachPx: number,
): number | null {
  const frame = fittingFrame(picture);
  if (!frame) return null;
  const isHidden = hiddenIn(picture);
  let best: number | null = null;
  let bestSquare = reachPx * reachPx;
  for (let i = 0; i < frame.losses.length; i++) {
    if (isHidden(i)) continue;
    const dx = plot.toX(placeAlong(picture.shape, frame.answers[i]!, picture.points.y[i]!)) - xPx;
    const dy = plot.toY(frame.losses[i]!) - yPx;
    const square = dx * dx + dy * dy;
    if (square <= bestSquare) {
      best = i;
      bestSquare = square;
    }
  }
  return best;
}
