/**
 * The still layer: grid lines, points and tick numbers. It lies on its own canvas above the moving one and is painted again only
 * when a point, its look, the size or the theme changes.
 */
import type { Task } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import type { BoundaryFrame } from './frame';
import { levelPalette } from './levels';
import { paintGridLines, paintTickNumbers } from './paintAxes';
import { createDotsPaint } from './paintDots';
import { paintLegend } from './paintLegend';
import { createMarksPaint, paintCircles } from './paintMarks';
import { type PlacedPoints, type Placement, placePoints } from './placePoints';
import { planeScale } from './planeScale';
import { HIDDEN, MOST_MARKS, type PointMarks, updatePointCodes } from './pointCodes';

export interface PointsPicture extends PointMarks, Placement {
  readonly frame: ReadableStore<BoundaryFrame>;
  /** Whether the scale of the levels is shown. */
  readonly showLegend: boolean;
}

/** Painting more of them takes longer than a frame has left beside the rest of the picture. */
const MOST_IN_ONE_FRAME = 10_000;

/**
 * How `useCanvas` paints so many points: the least time between two paintings in ms, so that they leave the page's thread free while their
 * predictions flicker; and whether they change in one frame with the figures of the run, or a frame later.
 */
export function pointsPace(points: number): readonly [minIntervalMs: number, isFigure: boolean] {
  const minIntervalMs = points <= 600 ? 33 : points <= MOST_MARKS ? 100 : 250;
  return [minIntervalMs, points <= MOST_IN_ONE_FRAME];
}

export function createPointsPaint(picture: PointsPicture): Paint {
  const codes = new Uint8Array(picture.points.y.length).fill(HIDDEN);
  const paintPlaced = createPlacedPaint(codes.length, picture.task);
  let placed: PlacedPoints | undefined;
  return (canvas) => {
    const changed = updatePointCodes(codes, picture, picture.frame.get().predictions);
    if (!changed && !canvas.isFresh) return;
    const { context, widthPx, heightPx, theme } = canvas;
    const scale = planeScale(picture.plane, widthPx, heightPx);
    context.clearRect(0, 0, widthPx, heightPx);
    paintGridLines(canvas, picture.plane, scale);
    if (canvas.isFresh || !placed) placed = placePoints(picture, codes, scale, theme);
    paintPlaced(canvas, placed);
    paintTickNumbers(canvas, picture.plane, scale);
    const { levels } = picture;
    if (levels && picture.showLegend) paintLegend(canvas, levels, levelPalette(levels, theme));
  };
}

function createPlacedPaint(count: number, task: Task): (canvas: CanvasFrame, placed: PlacedPoints) => void {
  if (count > MOST_MARKS) return createDotsPaint(task);
  return task === 'classification' ? createMarksPaint() : paintCircles;
}
