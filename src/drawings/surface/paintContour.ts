/**
 * The cost surface from above: colours for heights, lines of equal J, numbers along the edges. On a canvas above it the path of descent,
 * where the run stands and what is pointed at, so that those can move without the rest being painted again.
 */
import type { PlaneRange } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import { surfaceSide } from '../../engine/training/costSurface/surfaceQuestion';
import { contourArea, traceOutline } from '../boundary/contourPaths';
import { paintTickNumbers } from '../boundary/paintAxes';
import { clear, paintGaps } from '../boundary/paintField';
import { type PlaneScale, planeScale } from '../boundary/planeScale';
import { traceCross } from '../canvasPieces';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { createPalette, cssColour } from '../colours';
import { colourField, createBitmap, paintBitmap, TRANSPARENT } from '../field';
import { type CostPicture, costColours, type PlanePosition } from './costPicture';
import type { Trail } from './trail';

function rangeOf({ surface: { box } }: CostPicture): PlaneRange {
  return { x: [box.left, box.right], y: [box.bottom, box.top] };
}

export function createContourPaint(picture: CostPicture): Paint {
  const { values } = picture.surface;
  const { of, low, high, levels } = picture.heights;
  const heights = Float32Array.from(values, of);
  // What is no number lies beyond every line.
  const costs = values.map((cost) => (Number.isNaN(cost) ? Infinity : cost));
  const grid = { columns: surfaceSide, rows: surfaceSide };
  const bitmap = createBitmap(surfaceSide, surfaceSide);
  return (canvas) => {
    const { context, theme } = canvas;
    clear(canvas);
    colourField(heights, { low, high }, createPalette(costColours(theme)), bitmap.pixels);
    if (bitmap.pixels.includes(TRANSPARENT)) paintGaps(canvas);
    bitmap.commit();
    paintBitmap(context, bitmap, { x: 0, y: 0, ...canvas });
    context.strokeStyle = cssColour(theme.ink, 0.28);
    context.lineWidth = 0.8;
    for (const level of levels) {
      context.beginPath();
      traceOutline(context, contourArea(costs, grid, level), canvas);
      context.stroke();
    }
    const plane = rangeOf(picture);
    paintTickNumbers(canvas, plane, planeScale(plane, canvas.widthPx, canvas.heightPx));
  };
}

export function createMarksPaint(
  picture: CostPicture,
  trail: ReadableStore<Trail>,
  pointed: ReadableStore<PlanePosition | null>,
): Paint {
  const plane = rangeOf(picture);
  return (canvas) => {
    const { context, widthPx, heightPx } = canvas;
    context.clearRect(0, 0, widthPx, heightPx);
    const scale = planeScale(plane, widthPx, heightPx);
    const { path, here } = trail.get();
    paintPath(canvas, scale, path);
    if (here) paintHere(canvas, scale, here);
    const place = pointed.get();
    if (place) paintCross(canvas, scale, place);
  };
}

function paintPath(
  { context, theme }: CanvasFrame,
  { toX, toY }: PlaneScale,
  path: readonly PlanePosition[],
): void {
  if (path.length < 2) return;
  context.lineJoin = 'round';
  context.beginPath();
  path.forEach(({ x, y }, i) => {
    if (i === 0) context.moveTo(toX(x), toY(y));
    else context.lineTo(toX(x), toY(y));
  });
  context.strokeStyle = cssColour(theme.plane, 0.85);
  context.lineWidth = 3.6;
  context.stroke();
  context.strokeStyle = cssColour(theme.negative);
  context.lineWidth = 1.6;
  context.stroke();
  const first = path[0]!;
  context.beginPath();
  context.arc(toX(first.x), toY(first.y), 2.6, 0, 2 * Math.PI);
  context.fillStyle = cssColour(theme.plane);
  context.fill();
  context.stroke();
}

function paintHere({ context, theme }: CanvasFrame, { toX, toY }: PlaneScale, { x, y }: PlanePosition): void {
  context.beginPath();
  context.arc(toX(x), toY(y), 5, 0, 2 * Math.PI);
  context.fillStyle = cssColour(theme.negative);
  context.fill();
  context.strokeStyle = cssColour(theme.plane);
  context.lineWidth = 1.8;
  context.stroke();
}

/** A cross with an open middle, so that what is pointed at is seen. */
function paintCross(
  { context, theme }: CanvasFrame,
  { toX, toY }: PlaneScale,
  { x, y }: PlanePosition,
): void {
  for (const [width, colour] of [
    [3.4, theme.plane],
    [1.2, theme.ink],
  ] as const) {
    context.strokeStyle = cssColour(colour);
    context.lineWidth = width;
    context.beginPath();
    traceCross(context, { x: toX(x), y: toY(y) }, 4, 11);
    context.stroke();
  }
}
