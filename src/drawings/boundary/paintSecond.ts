/**
 * A second model over the first: only its borders, its level lines or its curve, dashed in the accent colour with a light rim, so that
 * the first one's are seen between the dashes where both coincide.
 */
import type { PlaneRange } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import { createClassRegions, fillClassRegions } from './classRegions';
import { contourArea, traceOutline } from './contourPaths';
import type { Levels } from './levels';
import { traceCurve } from './paintCurve';
import { planeScale } from './planeScale';
import { createScoreGrid, fillScores } from './scoreGrid';

export interface SecondPicture {
  /** What the second model answers over the plane; null for none. */
  readonly outputs: ReadableStore<UnitGrid | null>;
  readonly plane: PlaneRange;
  /** Level lines of a regression over the plane; null for classes and for one input. */
  readonly levels: Levels | null;
}

export function createSecondPaint({ outputs, plane, levels }: SecondPicture): Paint {
  return (canvas) => {
    const { context, widthPx, heightPx } = canvas;
    const grid = outputs.get();
    context.clearRect(0, 0, widthPx, heightPx);
    if (!grid || grid.columns < 2) return;
    context.beginPath();
    if (grid.rows === 1) traceCurve(context, grid, planeScale(plane, widthPx, heightPx), widthPx);
    else if (levels) traceLevels(canvas, grid, levels);
    else traceBorders(canvas, grid);
    strokeDashed(canvas);
  };
}

function traceLevels({ context, ...size }: CanvasFrame, grid: UnitGrid, { thresholds }: Levels): void {
  for (const threshold of thresholds) traceOutline(context, contourArea(grid.values, grid, threshold), size);
}

function traceBorders({ context, ...size }: CanvasFrame, grid: UnitGrid): void {
  const scores = createScoreGrid(grid);
  const regions = createClassRegions(scores);
  fillClassRegions(regions, scores, fillScores(scores, grid));
  regions.leads.forEach((lead, j) => {
    if (regions.hasBorder[j]) traceOutline(context, contourArea(lead, regions, 0), size);
  });
}

function strokeDashed({ context, theme }: CanvasFrame): void {
  context.lineJoin = 'round';
  context.setLineDash([7, 7]);
  for (const [colour, width] of [
    [theme.plane, 6],
    [theme.accent, 3],
  ] as const) {
    context.strokeStyle = cssColour(colour);
    context.lineWidth = width;
    context.stroke();
  }
  context.setLineDash([]);
}
