/**
 * The map of one unit in place of the boundary: colours for its activation over the plane and a line where its sum z is 0; or, for one
 * input, its curve with an axis of its own where that of the plane is too low.
 */
import { ticks } from 'd3-array';
import type { PlaneRange } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { cssColour } from '../colours';
import { type Bitmap, colourField, createBitmap, paintBitmap, TRANSPARENT } from '../field';
import { axisNumbers } from './axisNumbers';
import { type ContourArea, contourArea, traceOutline } from './contourPaths';
import { inGridPlace } from './gridPlace';
import { strokeCurve } from './paintCurve';
import { clear, paintGaps } from './paintField';
import { paintLegend } from './paintLegend';
import { planeScale } from './planeScale';
import { stretchFor, type UnitColours, unitPalette, unitScale, unitValues } from './unitScale';

export interface UnitPicture {
  /** The grid that holds the unit; null before there is one. */
  readonly maps: ReadableStore<UnitGrid | null>;
  /** Index of the unit in the grid. */
  readonly unit: number;
  readonly colours: UnitColours;
  /** The activation where the unit's sum z is 0, along which a line is drawn; null for none. */
  readonly level: number | null;
}

/**
 * How far above the level its line runs, as a share of the scale. A ReLU unit is at its level in half of the plane; right at the edge of
 * that the line would follow the cells of the grid.
 */
const ABOVE = 0.02;

export function createUnitFieldPaint(picture: UnitPicture, plane: PlaneRange): Paint {
  let grid: UnitGrid | null = null;
  let bitmap: Bitmap | undefined;
  return (canvas) => {
    const next = picture.maps.get();
    if (next === grid && !canvas.isFresh) return;
    grid = next;
    clear(canvas);
    if (!grid || grid.rows < 2 || grid.columns < 2) return;
    if (bitmap?.columns !== grid.columns || bitmap.rows !== grid.rows) {
      bitmap = createBitmap(grid.columns, grid.rows);
    }
    const values = unitValues(grid, picture.unit);
    const scale = unitScale(picture.colours, values);
    colourField(values, scale, unitPalette(picture.colours, scale, canvas.theme), bitmap.pixels);
    if (bitmap.pixels.includes(TRANSPARENT)) paintGaps(canvas);
    bitmap.commit();
    const { level } = picture;
    const line = level === null ? null : contourArea(values, grid, level + ABOVE * (scale.high - scale.low));
    const colours = bitmap;
    inGridPlace(canvas, plane, grid, (place) => {
      paintBitmap(place.context, colours, { x: 0, y: 0, ...place });
      if (line) strokeLevel(place, line);
    });
  };
}

function strokeLevel(place: CanvasFrame, line: ContourArea): void {
  const { context, theme } = place;
  context.beginPath();
  traceOutline(context, line, place);
  context.strokeStyle = cssColour(theme.ink, 0.7);
  context.lineWidth = 1.2;
  context.stroke();
}

/** The scale of the colours, above the points. */
export function createUnitLegendPaint(picture: UnitPicture): Paint {
  return (canvas) => {
    const grid = picture.maps.get();
    canvas.context.clearRect(0, 0, canvas.widthPx, canvas.heightPx);
    if (!grid || grid.rows < 2) return;
    const scale = unitScale(picture.colours, unitValues(grid, picture.unit));
    paintLegend(canvas, scale, unitPalette(picture.colours, scale, canvas.theme));
  };
}

export function createUnitCurvePaint({ maps, unit }: UnitPicture, plane: PlaneRange): Paint {
  return (canvas) => {
    const grid = maps.get();
    clear(canvas);
    if (grid?.rows !== 1) return;
    const values = unitValues(grid, unit);
    const stretch = stretchFor(values, plane.y);
    const [low, high] = plane.y;
    const stretched = { x: plane.x, y: [low * stretch, high * stretch] as const };
    const scale = planeScale(stretched, canvas.widthPx, canvas.heightPx);
    inGridPlace(canvas, plane, grid, (place) => strokeCurve(place, { ...grid, values }, scale));
    if (stretch > 1) paintOwnAxis(canvas, stretched);
  };
}

/** Numbers along the right edge, in the colour of the curve. */
function paintOwnAxis(canvas: CanvasFrame, plane: PlaneRange): void {
  const { context, theme, widthPx, heightPx } = canvas;
  const { toY } = planeScale(plane, widthPx, heightPx);
  const { textPx } = theme;
  context.font = `${textPx}px ${theme.font}`;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillStyle = cssColour(theme.accent);
  const values = ticks(plane.y[0], plane.y[1], 5);
  const words = axisNumbers(values);
  values.forEach((value, i) => {
    const y = toY(value);
    if (y > textPx && y < heightPx - textPx) context.fillText(words[i] ?? '', widthPx - 5, y);
  });
}
