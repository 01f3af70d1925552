/** What each shown unit answers over the plane: a small map for two inputs, a small curve for one. Bitmaps are reused. */
import type { Task } from '../../engine/data/dataset';
import type { NetworkPlan } from '../../engine/model/network';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame } from '../canvasRenderer';
import { cssColour, mix, type Rgb } from '../colours';
import { type Bitmap, createBitmap, paintBitmap, paintHatch, TRANSPARENT } from '../field';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';
import {
  type ColumnMaps,
  colourColumn,
  columnMaps,
  columnRange,
  type ThumbnailPalettes,
  thumbnailPalettes,
} from './thumbnails';
import { traceTiles } from './tiles';

export function createThumbnailPaint(
  plan: NetworkPlan,
  layout: NetworkLayout,
  task: Task,
  inputMaps: UnitGrid | null,
) {
  const bitmaps: Bitmap[] = [];
  let palettes: ThumbnailPalettes | undefined;
  return (canvas: CanvasFrame, unitMaps: UnitGrid | null): void => {
    const { context } = canvas;
    const known = columnMaps(plan, layout, inputMaps, unitMaps);
    if (canvas.isFresh || !palettes) palettes = thumbnailPalettes(canvas.theme);
    context.save();
    traceTiles(context, layout);
    context.clip();
    for (const [index, column] of layout.columns.entries()) {
      const maps = known[index];
      if (maps?.grid.rows === 1) paintCurves(canvas, layout, column, maps, task);
      else if (maps) {
        const bitmap = fitBitmap(bitmaps[index], column, maps.grid);
        bitmaps[index] = bitmap;
        colourColumn(bitmap.pixels, column, maps, task, palettes);
        bitmap.commit();
        if (bitmap.pixels.includes(TRANSPARENT)) paintGround(canvas, layout, column);
        paintMaps(canvas, layout, column, bitmap, maps.grid.rows);
      }
    }
    context.restore();
  };
}

/** Below numbers that are not finite. */
function paintGround(canvas: CanvasFrame, { thumbnailPx }: NetworkLayout, { xPx }: ColumnPlace): void {
  const { context, heightPx, theme } = canvas;
  const ground = cssColour(mix(theme.plane, theme.soft, 0.12));
  context.save();
  context.translate(xPx - thumbnailPx / 2, 0);
  context.beginPath();
  context.rect(0, 0, thumbnailPx, heightPx);
  context.clip();
  paintHatch(context, thumbnailPx, heightPx, { ground, line: cssColour(mix(theme.plane, theme.soft, 0.45)) });
  context.restore();
}

function fitBitmap(bitmap: Bitmap | undefined, column: ColumnPlace, grid: UnitGrid): Bitmap {
  const rows = grid.rows * column.units.length;
  return bitmap?.columns === grid.columns && bitmap.rows === rows ? bitmap : createBitmap(grid.columns, rows);
}

function paintMaps(
  { context }: CanvasFrame,
  { thumbnailPx }: NetworkLayout,
  { xPx, units }: ColumnPlace,
  bitmap: Bitmap,
  rows: number,
): void {
  const x = xPx - thumbnailPx / 2;
  for (const [i, { yPx }] of units.entries()) {
    const target = { x, y: yPx - thumbnailPx / 2, widthPx: thumbnailPx, heightPx: thumbnailPx };
    paintBitmap(context, bitmap, target, i * rows, rows);
  }
}

/** Height is the activation on the scale of its layer, over a faint line at zero. */
function paintCurves(
  canvas: CanvasFrame,
  { thumbnailPx }: NetworkLayout,
  column: ColumnPlace,
  { grid, firstUnit }: ColumnMaps,
  task: Task,
): void {
  const { low, high } = columnRange(column, { grid, firstUnit }, task);
  const { values, columns } = grid;
  const place = (value: number, yPx: number) =>
    yPx + thumbnailPx * 0.42 * (1 - (2 * (Math.min(Math.max(value, low), high) - low)) / (high - low));
  const left = column.xPx - thumbnailPx / 2;
  const { context, theme } = canvas;
  context.beginPath();
  for (const { yPx } of column.units) {
    context.moveTo(left, place(0, yPx));
    context.lineTo(left + thumbnailPx, place(0, yPx));
  }
  strokeWith(context, theme.line, 1);
  context.beginPath();
  for (const { unit, yPx } of column.units) {
    let isDown = false;
    for (let i = 0; i < columns; i++) {
      const value = values[(firstUnit + unit) * columns + i]!;
      const x = left + ((i + 0.5) / columns) * thumbnailPx;
      if (Number.isFinite(value) && isDown) context.lineTo(x, place(value, yPx));
      else if (Number.isFinite(value)) context.moveTo(x, place(value, yPx));
      isDown = Number.isFinite(value);
    }
  }
  strokeWith(context, theme.positive, 1.6);
}

function strokeWith(context: CanvasRenderingContext2D, colour: Rgb, widthPx: number): void {
  context.strokeStyle = cssColour(colour);
  context.lineWidth = widthPx;
  context.stroke();
}
