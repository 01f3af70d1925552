/**
 * A hidden space on a canvas: regions of the classes where they are straight, the bent grid of the plane, the points, and numbers along
 * the axes. It tells `painted` where it put the points, so that rings and pointers meet them.
 */
import { curveCatmullRom, line } from 'd3-shape';
import type { ReadableStore } from '../../engine/readableStore';
import { flatTint } from '../boundary/classTint';
import { axisTicks } from '../boundary/planeScale';
import { markRadius } from '../boundary/pointCodes';
import { paintHaloText } from '../canvasPieces';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour, mix } from '../colours';
import { figure } from '../figure';
import { sampleEvenly } from '../scatter/sampleEvenly';
import { textWidth } from '../textWidth';
import { classRgb } from '../theme';
import type { SpaceState } from './followSpace';
import type { PaintedSpace } from './paintedSpace';
import { createPointsPaint, type SpacePoints } from './paintSpacePoints';
import { type PlacedSpace, placeSpace, type SpaceScale } from './placeSpace';
import type { SpaceLine, SpacePicture } from './spacePicture';

export interface SpaceLook {
  readonly points: SpacePoints;
  /** Names of the two axes. */
  readonly axes: readonly [string, string];
}

export function createSpacePaint(
  space: ReadableStore<SpaceState>,
  { points, axes }: SpaceLook,
  painted: PaintedSpace,
): Paint {
  const paintPoints = createPointsPaint(points);
  return (canvas) => {
    const { context, widthPx, heightPx } = canvas;
    const state = space.get();
    // The picture before stays until there is another.
    if (state.kind === 'waiting' && !canvas.isFresh) return;
    context.clearRect(0, 0, widthPx, heightPx);
    if (state.kind !== 'shown') {
      painted.set(null);
      return;
    }
    const { picture } = state;
    const radius = spaceRadius(picture, widthPx, heightPx);
    const placed = placeSpace(picture, widthPx, heightPx, radius);
    paintRegions(canvas, placed);
    paintAxes(canvas, placed);
    if (picture.kind === 'strip') paintRug(canvas, placed);
    else paintGrid(canvas, placed);
    paintTies(canvas, placed);
    paintPoints(canvas, placed, radius);
    paintNumbers(canvas, placed, axes);
    painted.set(placed);
  };
}

function spaceRadius({ indices, kind }: SpacePicture, widthPx: number, heightPx: number): number {
  const radius = markRadius(indices.length, Math.min(widthPx, 2 * heightPx));
  return kind === 'strip' ? Math.max(2, radius * 0.85) : radius;
}

function paintRegions({ context, theme }: CanvasFrame, { picture, scale }: PlacedSpace): void {
  for (const { class: index, corners } of picture.regions) {
    const colour = classRgb(theme, index);
    context.beginPath();
    corners.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(scale.toX(x), scale.toY(y));
      else context.lineTo(scale.toX(x), scale.toY(y));
    });
    context.closePath();
    context.fillStyle = cssColour(mix(theme.plane, flatTint(theme, colour), 0.5));
    context.fill();
  }
}

/** Where the axes are zero; along principal axes, where the points have their mean. */
function paintAxes(
  { context, theme, widthPx, heightPx }: CanvasFrame,
  { picture, scale }: PlacedSpace,
): void {
  context.beginPath();
  const [x, y] = [scale.toX(0), scale.toY(0)];
  if (x > 0 && x < widthPx) {
    context.moveTo(x, 0);
    context.lineTo(x, heightPx);
  }
  if (picture.kind !== 'strip' && y > 0 && y < heightPx) {
    context.moveTo(0, y);
    context.lineTo(widthPx, y);
  }
  context.strokeStyle = cssColour(theme.ink, 0.2);
  context.lineWidth = 1;
  context.stroke();
}

/** Lines of equal x₁ and of equal x₂ in two light tints, the edges of the plane stronger. */
function paintGrid(canvas: CanvasFrame, { picture, scale }: PlacedSpace): void {
  if (picture.isCurve) {
    paintCurve(canvas, picture.lines, scale);
    return;
  }
  const { context, theme } = canvas;
  context.lineJoin = 'round';
  for (const isEdge of [false, true]) {
    for (const equal of ['x1', 'x2'] as const) {
      context.beginPath();
      for (const bent of picture.lines) {
        if (bent.equal === equal && bent.isEdge === isEdge) traceSmooth(context, bent, scale);
      }
      context.strokeStyle = cssColour(equal === 'x1' ? theme.positive : theme.negative, isEdge ? 0.6 : 0.28);
      context.lineWidth = isEdge ? 1.3 : 1;
      context.stroke();
    }
  }
}

function traceSmooth(context: CanvasRenderingContext2D, { x, y }: SpaceLine, scale: SpaceScale): void {
  const along = Array.from(x.keys());
  line<number>()
    .defined((i) => Number.isFinite(x[i]) && Number.isFinite(y[i]))
    .x((i) => scale.toX(x[i]!))
    .y((i) => scale.toY(y[i]!))
    .curve(curveCatmullRom)
    .context(context)(along);
}

/** Stretches in which the picture of a line grows darker, from the left of the plane to the right. */
const SHADES = 8;

function paintCurve({ context, theme }: CanvasFrame, lines: readonly SpaceLine[], scale: SpaceScale): void {
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { equal, isEdge, x, y } of lines) {
    for (let shade = 0; shade < SHADES; shade++) {
      const from = Math.floor((shade * (x.length - 1)) / SHADES);
      const to = Math.floor(((shade + 1) * (x.length - 1)) / SHADES) + 1;
      context.beginPath();
      traceSmooth(context, { equal, isEdge, x: x.subarray(from, to), y: y.subarray(from, to) }, scale);
      context.strokeStyle = cssColour(mix(theme.plane, theme.accent, 0.3 + (0.7 * (shade + 1)) / SHADES));
      context.lineWidth = 2.2;
      context.stroke();
    }
  }
}

const RUG_PX = 7;
const CROSSINGS = 11;

/** A space of one unit: where the crossings of the grid come to lie. */
function paintRug({ context, theme, heightPx }: CanvasFrame, { picture, scale }: PlacedSpace): void {
  context.beginPath();
  for (const { equal, x } of picture.lines) {
    if (equal !== 'x2') continue;
    for (const crossing of sampleEvenly(x.length, CROSSINGS)) {
      const value = x[crossing]!;
      if (!Number.isFinite(value)) continue;
      context.moveTo(scale.toX(value), heightPx - 16);
      context.lineTo(scale.toX(value), heightPx - 16 - RUG_PX);
    }
  }
  context.strokeStyle = cssColour(theme.positive, 0.3);
  context.lineWidth = 1;
  context.stroke();
}

function paintTies({ context, theme }: CanvasFrame, { picture, scale }: PlacedSpace): void {
  context.beginPath();
  for (const [[x, y], [toX, toY]] of picture.ties) {
    context.moveTo(scale.toX(x), scale.toY(y));
    context.lineTo(scale.toX(toX), scale.toY(toY));
  }
  context.strokeStyle = cssColour(theme.ink, 0.85);
  context.lineWidth = 1.4;
  context.setLineDash([5, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** From the edges to the first and last number, in heights of the text. */
const X_MARGIN_EM = 3;
const Y_MARGIN_EM = 1.3;

function paintNumbers(
  canvas: CanvasFrame,
  { picture, scale }: PlacedSpace,
  [across, up]: SpaceLook['axes'],
): void {
  const { context, widthPx, heightPx, theme } = canvas;
  const { textPx } = theme;
  const [xMarginPx, yMarginPx] = [X_MARGIN_EM * textPx, Y_MARGIN_EM * textPx];
  context.font = `${textPx}px ${theme.font}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  for (const { value, px, hasRoom } of axisTicks(scale.across, scale.toX, widthPx, xMarginPx)) {
    const isClear = px < widthPx - textWidth(across, textPx) - xMarginPx / 2;
    if (hasRoom && isClear) paintHaloText(canvas, figure(value), px, heightPx - 5);
  }
  context.textAlign = 'right';
  paintHaloText(canvas, across, widthPx - 4, heightPx - 5);
  if (picture.kind === 'strip') return;
  context.textAlign = 'left';
  for (const { value, px, hasRoom } of axisTicks(scale.up, scale.toY, heightPx, yMarginPx)) {
    if (hasRoom && px < heightPx - 2 * textPx) paintHaloText(canvas, figure(value), 4, px + textPx / 3);
  }
  paintHaloText(canvas, up, 4, textPx);
}
