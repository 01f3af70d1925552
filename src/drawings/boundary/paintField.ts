/**
 * The moving layer of a plane with two inputs: class tints with the lines where classes tie, or level colours with level lines.
 * Each returned painter owns its buffers and reuses them from frame to frame.
 */
import type { PlaneRange } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour, mix, type Palette, packColour } from '../colours';
import { type Bitmap, colourField, createBitmap, paintBitmap, paintHatch, TRANSPARENT } from '../field';
import { classRgb, type Theme } from '../theme';
import { type ClassRegions, createClassRegions, fillClassRegions, NOBODY } from './classRegions';
import { classTint, flatTint } from './classTint';
import { contourArea, traceArea, traceOutline } from './contourPaths';
import type { BoundaryFrame } from './frame';
import { inGridPlace } from './gridPlace';
import { halveGrid } from './halveGrid';
import { type Levels, levelPalette } from './levels';
import { createScoreGrid, fillScores, type ScoreGrid } from './scoreGrid';

/** Steps of confidence that are told apart. */
const TINTS = 64;

/** What a grid of one size is worked out in. */
interface Workshop {
  readonly grid: UnitGrid;
  readonly scores: ScoreGrid;
  readonly regions: ClassRegions;
  readonly bitmap: Bitmap;
}

export function createClassFieldPaint(
  frame: ReadableStore<BoundaryFrame>,
  plane: PlaneRange,
  discretize: boolean,
): Paint {
  let grid: UnitGrid | null = null;
  let workshop: Workshop | undefined;
  let tints: Uint32Array[] | undefined;
  return (canvas) => {
    const next = frame.get().outputs;
    if (next === grid && !canvas.isFresh) return;
    if (canvas.isFresh || !tints) tints = classTints(canvas.theme, discretize);
    grid = next;
    clear(canvas);
    if (!grid || grid.rows < 2 || grid.columns < 2) return;
    workshop = fitWorkshop(workshop, grid);
    const { scores, regions, bitmap } = workshop;
    fillClassRegions(regions, scores, fillScores(scores, grid));
    tintRegions(regions, bitmap, tints);
    if (regions.hasGaps) paintGaps(canvas);
    bitmap.commit();
    inGridPlace(canvas, plane, grid, (place) => {
      paintBitmap(place.context, bitmap, { x: 0, y: 0, ...place });
      paintBorders(place, regions, discretize);
    });
  };
}

function fitWorkshop(kept: Workshop | undefined, grid: UnitGrid): Workshop {
  const { columns, rows, units } = grid;
  if (kept?.grid.columns === columns && kept.grid.rows === rows && kept.grid.units === units) return kept;
  const scores = createScoreGrid(grid);
  const bitmap = createBitmap(scores.columns, scores.rows);
  return { grid, scores, regions: createClassRegions(scores), bitmap };
}

/** Packed colours. [class][step of confidence] */
function classTints(theme: Theme, discretize: boolean): Uint32Array[] {
  return theme.classes.map((colour) =>
    Uint32Array.from({ length: TINTS + 1 }, (_, i) =>
      packColour(discretize ? flatTint(theme, colour) : classTint(theme, colour, i / TINTS)),
    ),
  );
}

function tintRegions({ winners, confidence }: ClassRegions, bitmap: Bitmap, tints: Uint32Array[]): void {
  for (let cell = 0; cell < winners.length; cell++) {
    const winner = winners[cell]!;
    bitmap.pixels[cell] =
      winner === NOBODY ? TRANSPARENT : tints[winner % tints.length]![Math.round(confidence[cell]! * TINTS)]!;
  }
}

function paintBorders(canvas: CanvasFrame, regions: ClassRegions, discretize: boolean): void {
  const { context, theme } = canvas;
  const outlines = new Path2D();
  regions.leads.forEach((lead, j) => {
    if (!regions.hasBorder[j]) return;
    const area = contourArea(lead, regions, 0);
    traceOutline(outlines, area, canvas);
    if (!discretize || regions.hasGaps) return;
    const filled = new Path2D();
    traceArea(filled, area, canvas);
    context.fillStyle = cssColour(flatTint(theme, classRgb(theme, j)));
    context.fill(filled, 'evenodd');
  });
  context.strokeStyle = cssColour(theme.ink, 0.75);
  context.lineWidth = 1.2;
  context.lineJoin = 'round';
  context.stroke(outlines);
}

export function createLevelFieldPaint(
  frame: ReadableStore<BoundaryFrame>,
  plane: PlaneRange,
  levels: Levels,
): Paint {
  let grid: UnitGrid | null = null;
  let bitmap: Bitmap | undefined;
  let palette: Palette | undefined;
  return (canvas) => {
    const next = frame.get().outputs;
    if (next === grid && !canvas.isFresh) return;
    if (canvas.isFresh || !palette) palette = levelPalette(levels, canvas.theme);
    grid = next;
    clear(canvas);
    if (!grid || grid.rows < 2 || grid.columns < 2) return;
    if (bitmap?.columns !== grid.columns || bitmap.rows !== grid.rows) {
      bitmap = createBitmap(grid.columns, grid.rows);
    }
    colourField(grid.values, levels, palette, bitmap.pixels, { count: bitmap.pixels.length });
    if (bitmap.pixels.includes(TRANSPARENT)) paintGaps(canvas);
    bitmap.commit();
    const [shown, colours] = [grid, bitmap];
    inGridPlace(canvas, plane, shown, (place) => {
      paintBitmap(place.context, colours, { x: 0, y: 0, ...place });
      paintLevelLines(place, shown, levels);
    });
  };
}

function paintLevelLines(canvas: CanvasFrame, grid: UnitGrid, levels: Levels): void {
  const { context, theme } = canvas;
  const coarse = halveGrid(grid);
  for (const threshold of levels.thresholds) {
    context.beginPath();
    traceOutline(context, contourArea(coarse.values, coarse, threshold), canvas);
    context.strokeStyle = cssColour(theme.ink, threshold === 0 ? 0.7 : 0.28);
    context.lineWidth = threshold === 0 ? 1.2 : 0.8;
    context.stroke();
  }
}

export function clear({ context, widthPx, heightPx, theme }: CanvasFrame): void {
  context.fillStyle = cssColour(theme.plane);
  context.fillRect(0, 0, widthPx, heightPx);
}

export function paintGaps({ context, widthPx, heightPx, theme }: CanvasFrame): void {
  const ground = cssColour(mix(theme.plane, theme.soft, 0.12));
  paintHatch(context, widthPx, heightPx, { ground, line: cssColour(mix(theme.plane, theme.soft, 0.45)) });
}
