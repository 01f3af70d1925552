/** The picture of losses: grid, curves, the line of the mean, then a dot for each point, and what is emphasised on top. */

import { paintHaloText, traceCross } from '../canvasPieces';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import { figure } from '../figure';
import { calmAxes, extentOf, type LossAxes } from './lossAxes';
import { neighbourByLoss, rankedIn } from './lossOrder';
import { curvesOf, type LossCurve } from './lossShape';
import { createDotsPainter } from './paintDots';
import {
  dotAt,
  fittingFrame,
  hiddenIn,
  type LossPlot,
  type LossPointsFrame,
  type LossPointsPicture,
  nearestDot,
  plotOf,
  type Spot,
} from './picture';

/** Curves and dots lie close together here. */
const wideHalo = { haloPx: 5, haloAlpha: 1 };

export interface LossPointsChart {
  readonly paint: Paint;
  /** The dot near a spot of the picture as it was last painted. */
  readonly nearest: (spot: Spot, reachPx: number) => number | null;
  /** The point that comes next by its loss, see `neighbourByLoss`; the same one at the ends. */
  readonly next: (step: 1 | -1) => number | null;
}

export function createLossPointsChart(picture: LossPointsPicture): LossPointsChart {
  const curves = curvesOf(picture.shape);
  const paintDots = createDotsPainter(picture);
  let axes: LossAxes | null = null;
  let plot: LossPlot | null = null;
  return {
    paint: (canvas) => {
      const { context, widthPx, heightPx, theme } = canvas;
      const frame = fittingFrame(picture);
      const isHidden = hiddenIn(picture);
      const extent = frame
        ? extentOf(picture.shape, frame, picture.points.y, isHidden)
        : { low: 0, high: 0, loss: 0 };
      axes = calmAxes(axes, picture.shape, extent);
      plot = plotOf(axes, widthPx, heightPx, theme.textPx);
      context.clearRect(0, 0, widthPx, heightPx);
      paintGrid(canvas, plot, picture.axisLabel);
      for (const curve of curves) paintCurve(canvas, plot, curve);
      if (frame) {
        paintMean(canvas, plot, frame);
        paintDots(canvas, plot, frame);
      }
      paintFormulas(canvas, plot, curves, picture.curveName);
      if (frame) {
        paintCost(canvas, plot, curves, picture, frame);
        paintEmphasis(canvas, plot, picture, frame);
      }
    },
    nearest: (spot, reachPx) => plot && nearestDot(picture, plot, spot, reachPx),
    next: (step) => {
      const from = picture.pointed.get();
      return neighbourByLoss(rankedIn(picture), from, step) ?? from;
    },
  };
}

function paintGrid(canvas: CanvasFrame, plot: LossPlot, axisLabel: string): void {
  const { context, theme } = canvas;
  context.lineWidth = 1;
  context.strokeStyle = cssColour(theme.line);
  context.fillStyle = cssColour(theme.soft);
  context.font = `${theme.textPx}px ${theme.font}`;
  context.beginPath();
  for (const tick of plot.yTicks) {
    const y = Math.round(plot.toY(tick)) + 0.5;
    context.moveTo(plot.left, y);
    context.lineTo(plot.right, y);
  }
  context.stroke();
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of plot.yTicks) context.fillText(figure(tick), plot.left - 8, plot.toY(tick));
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const labelPx = context.measureText(axisLabel).width;
  for (const tick of plot.xTicks) {
    const x = plot.toX(tick);
    context.fillRect(Math.round(x), plot.bottom, 1, 3);
    // The name of the axis stands at its end, before the last number.
    const isCovered = tick !== plot.axes.x[1] && x > plot.right - labelPx - 3.4 * theme.textPx;
    if (!isCovered) context.fillText(figure(tick), x, plot.bottom + 1.2 * theme.textPx);
  }
  context.textAlign = 'right';
  context.fillText(axisLabel, plot.right - 1.2 * theme.textPx, plot.bottom + 1.2 * theme.textPx);
  context.strokeStyle = cssColour(theme.ink);
  context.beginPath();
  context.moveTo(plot.left, Math.round(plot.bottom) + 0.5);
  context.lineTo(plot.right, Math.round(plot.bottom) + 0.5);
  context.stroke();
}

/** Clipped to the plot, because curves go up to infinity. */
function paintCurve({ context, theme }: CanvasFrame, plot: LossPlot, { at, target }: LossCurve): void {
  const [low, high] = plot.axes.x;
  context.save();
  context.beginPath();
  context.rect(plot.left, plot.top - 2, plot.right - plot.left, plot.bottom - plot.top + 3);
  context.clip();
  context.beginPath();
  for (let px = plot.left; px <= plot.right; px += 1) {
    const value = at(low + ((px - plot.left) / (plot.right - plot.left)) * (high - low));
    // Beyond the top, where the clip ends it; infinity is not for canvases.
    const y = plot.bottom - Math.min(value / plot.axes.top, 10) * (plot.bottom - plot.top);
    if (px === plot.left) context.moveTo(px, y);
    else context.lineTo(px, y);
  }
  context.strokeStyle = cssColour(target === null ? theme.soft : theme.classes[target]!, 0.9);
  context.lineWidth = 1.4;
  context.stroke();
  context.restore();
}

/** Each curve is named beside its top, outside where there is room, as beyond 0 and 1, and else inside. */
function paintFormulas(
  canvas: CanvasFrame,
  plot: LossPlot,
  curves: readonly LossCurve[],
  curveName: LossPointsPicture['curveName'],
): void {
  const { context, theme } = canvas;
  context.font = `${theme.textPx}px ${theme.font}`;
  context.textBaseline = 'alphabetic';
  for (const curve of curves) {
    const { formula, target } = curve;
    const text = target === null ? formula : curveName(`y = ${target}`, formula);
    const inwards = target === 0 ? -1 : 1;
    const end = target === 0 ? plot.toX(1) : plot.toX(0);
    const room = inwards === 1 ? end - plot.left : plot.right - end;
    const isOutside = target !== null && room > context.measureText(text).width + 16;
    const side = isOutside ? -inwards : inwards;
    const x = isOutside ? end + 8 * side : besideTop(plot, curve, inwards);
    context.textAlign = side === 1 ? 'left' : 'right';
    paintHaloText(canvas, text, x, plot.top + 0.9 * theme.textPx, { ...wideHalo, colour: 'ink' });
  }
}

/** Where a curve, coming from its high end, has left the top of the plot. */
function besideTop(plot: LossPlot, { at }: LossCurve, direction: 1 | -1): number {
  const [low, high] = plot.axes.x;
  const perPx = (high - low) / (plot.right - plot.left);
  const middle = (plot.left + plot.right) / 2;
  let px = direction === 1 ? plot.left : plot.right;
  while (at(low + (px - plot.left) * perPx) > 0.8 * plot.axes.top && (middle - px) * direction > 0) {
    px += 2 * direction;
  }
  return px + 12 * direction;
}

function paintMean({ context, theme }: CanvasFrame, plot: LossPlot, { train }: LossPointsFrame): void {
  if (!train || !Number.isFinite(train.loss)) return;
  const y = Math.round(plot.toY(train.loss)) + 0.5;
  context.strokeStyle = cssColour(theme.accent);
  context.lineWidth = 1.2;
  context.setLineDash([5, 3]);
  context.beginPath();
  context.moveTo(plot.left, y);
  context.lineTo(plot.right, y);
  context.stroke();
  context.setLineDash([]);
}

/** On the line of the mean, where no curve and few dots are: at the left, or between the two curves of a single unit. */
function paintCost(
  canvas: CanvasFrame,
  plot: LossPlot,
  curves: readonly LossCurve[],
  { shape }: LossPointsPicture,
  { train, penalty }: LossPointsFrame,
): void {
  if (!train || !Number.isFinite(train.loss)) return;
  const { context, theme } = canvas;
  const meanY = plot.toY(train.loss);
  const { textPx } = theme;
  const y = meanY < plot.top + 2.2 * textPx ? meanY + 1.2 * textPx : meanY - 5;
  const text = costText(train.loss, penalty);
  context.font = `${theme.textPx}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  const halfPx = context.measureText(text).width / 2;
  const places = (shape.kind === 'binary' ? [0.3, 0.5] : [0.1, 0.3, 0.5, 0.7, 0.85]).map((share) =>
    Math.max(plot.left + 5.8 * textPx, plot.left + share * (plot.right - plot.left)),
  );
  const isClear = (x: number) =>
    !curves.some((curve) => crosses(plot, curve, [x - halfPx, x + halfPx], [y - textPx, y + 1]));
  paintHaloText(canvas, text, places.find(isClear) ?? places[0]!, y, { ...wideHalo, colour: 'accent' });
}

/** Whether a curve runs through a box of the picture; curves are followed in steps of 4 px. */
function crosses(
  plot: LossPlot,
  { at }: LossCurve,
  [left, right]: [number, number],
  [top, bottom]: [number, number],
): boolean {
  const [low, high] = plot.axes.x;
  for (let px = left; px <= right; px += 4) {
    const y = plot.toY(at(low + ((px - plot.left) / (plot.right - plot.left)) * (high - low)));
    if (y >= top && y <= bottom) return true;
  }
  return false;
}

/** J, and what it is made of where weights are penalised. */
function costText(loss: number, penalty: number): string {
  if (penalty === 0) return `J = ${figure(loss)}`;
  return `J = ${figure(loss)} + ${figure(penalty)} = ${figure(loss + penalty)}`;
}

function paintEmphasis(
  canvas: CanvasFrame,
  plot: LossPlot,
  picture: LossPointsPicture,
  frame: LossPointsFrame,
): void {
  const { context, theme } = canvas;
  const isHidden = hiddenIn(picture);
  const ring = (spot: Spot, radius: number, width: number) => {
    for (const [colour, lineWidth] of [
      [cssColour(theme.plane), width + 2.4],
      [cssColour(theme.ink), width],
    ] as const) {
      context.beginPath();
      context.arc(spot.xPx, spot.yPx, radius, 0, 2 * Math.PI);
      context.strokeStyle = colour;
      context.lineWidth = lineWidth;
      context.stroke();
    }
  };
  const probed = picture.probed.get();
  const probe = probed === null ? null : dotAt(picture, frame, plot, probed);
  if (probe) {
    ring(probe, 7, 1.6);
    context.beginPath();
    traceCross(context, { x: probe.xPx, y: probe.yPx }, 7, 12);
    context.stroke();
  }
  const pointed = picture.pointed.get();
  const spot = pointed === null || isHidden(pointed) ? null : dotAt(picture, frame, plot, pointed);
  if (!spot) return;
  context.strokeStyle = cssColour(theme.ink, 0.55);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(plot.left, spot.yPx);
  context.lineTo(spot.xPx, spot.yPx);
  context.lineTo(spot.xPx, plot.bottom);
  context.stroke();
  ring(spot, 8.5, 2);
}
