/** The moving layer of a model with one input: the fitted curve y(x₁) and, by choice, how far each point lies from it. */
import { line } from 'd3-shape';
import type { PlaneRange, Points } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import type { BoundaryFrame } from './frame';
import { inGridPlace } from './gridPlace';
import { paintGaps } from './paintField';
import { type PlaneScale, planeScale } from './planeScale';
import { MOST_MARKS } from './pointCodes';

export interface CurvePicture {
  readonly frame: ReadableStore<BoundaryFrame>;
  readonly plane: PlaneRange;
  readonly points: Points;
  readonly isTest: Uint8Array;
  readonly showResiduals: boolean;
}

/** Canvas paths lose precision far outside; nothing there is seen anyway. */
const FAR_PX = 1e5;

export function createCurvePaint({ frame, plane, points, isTest, showResiduals }: CurvePicture): Paint {
  return (canvas) => {
    const { context, widthPx, heightPx, theme } = canvas;
    const scale = planeScale(plane, widthPx, heightPx);
    const { outputs, predictions } = frame.get();
    context.fillStyle = cssColour(theme.plane);
    context.fillRect(0, 0, widthPx, heightPx);
    if (outputs?.rows !== 1) return;
    inGridPlace(canvas, plane, outputs, (place) => paintCurveGaps(place, outputs));
    if (showResiduals && predictions?.length === points.y.length && predictions.length <= MOST_MARKS) {
      paintResiduals(canvas, scale, points, isTest, predictions);
    }
    inGridPlace(canvas, plane, outputs, (place) => strokeCurve(place, outputs, scale));
  };
}

/** The first unit of the grid, as a line. */
export function strokeCurve(canvas: CanvasFrame, outputs: UnitGrid, scale: PlaneScale): void {
  const { context, widthPx, theme } = canvas;
  context.beginPath();
  traceCurve(context, outputs, scale, widthPx);
  context.strokeStyle = cssColour(theme.accent);
  context.lineWidth = 2.25;
  context.lineJoin = 'round';
  context.stroke();
}

/** Through the middle of each column; interrupted where the output is not finite. */
export function traceCurve(
  context: CanvasRenderingContext2D,
  outputs: UnitGrid,
  scale: PlaneScale,
  widthPx: number,
): void {
  const { columns } = outputs;
  const column = Array.from({ length: columns }, (_, i) => i);
  line<number>()
    .defined((i) => Number.isFinite(outputs.values[i]))
    .x((i) => ((i + 0.5) / columns) * widthPx)
    .y((i) => Math.max(-FAR_PX, Math.min(FAR_PX, scale.toY(outputs.values[i]!))))
    .context(context)(column);
}

function paintResiduals(
  { context, theme }: CanvasFrame,
  scale: PlaneScale,
  points: Points,
  isTest: Uint8Array,
  predictions: Float32Array,
): void {
  context.beginPath();
  for (let i = 0; i < predictions.length; i++) {
    if (isTest[i] || !Number.isFinite(predictions[i])) continue;
    const x = scale.toX(points.x1[i]!);
    context.moveTo(x, scale.toY(points.y[i]!));
    context.lineTo(x, Math.max(-FAR_PX, Math.min(FAR_PX, scale.toY(predictions[i]!))));
  }
  context.strokeStyle = cssColour(theme.negative, 0.7);
  context.lineWidth = 1;
  context.stroke();
}

function paintCurveGaps(canvas: CanvasFrame, { values, columns }: UnitGrid): void {
  const { context, widthPx, heightPx } = canvas;
  context.save();
  context.beginPath();
  for (let i = 0; i < columns; i++) {
    if (Number.isFinite(values[i])) continue;
    context.rect((i / columns) * widthPx, 0, widthPx / columns, heightPx);
  }
  context.clip();
  paintGaps(canvas);
  context.restore();
}
