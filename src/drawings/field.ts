/**
 * Numbers over a grid as a small bitmap, one pixel a cell, that is scaled up smoothly when it is drawn. Used by the boundary,
 * the unit thumbnails and other maps. A value that is not finite becomes transparent, so that what lies below shows.
 */

import { onProcessor } from './canvasRenderer';
import { PALETTE_SIZE, type Palette } from './colours';

export const TRANSPARENT = 0;

export interface Bitmap {
  readonly columns: number;
  readonly rows: number;
  /** Packed colours, to be written by the painter. [row][column] */
  readonly pixels: Uint32Array;
  /** Brings `pixels` to the canvas that `paintBitmap` draws. */
  commit(): void;
  readonly image: HTMLCanvasElement;
}

/** Where values lie in a palette: `low` and below take the first colour, `high` and above the last. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Colours `count` values from `from` on into `pixels`, from `to` on. Throws nothing on NaN or an empty range. */
export function colourField(
  values: ArrayLike<number>,
  range: Range,
  palette: Palette,
  pixels: Uint32Array,
  { from = 0, to = 0, count = values.length } = {},
): void {
  const last = PALETTE_SIZE - 1;
  const scale = range.high > range.low ? last / (range.high - range.low) : 0;
  for (let i = 0; i < count; i++) {
    const place = (values[from + i]! - range.low) * scale + 0.5;
    if (place >= 0 && place < PALETTE_SIZE) pixels[to + i] = palette[Math.trunc(place)]!;
    else if (Number.isFinite(place)) pixels[to + i] = palette[place < 0 ? 0 : last]!;
    else pixels[to + i] = TRANSPARENT;
  }
}

export function createBitmap(columns: number, rows: number): Bitmap {
  const image = document.createElement('canvas');
  image.width = columns;
  image.height = rows;
  const context = image.getContext('2d', onProcessor)!;
  const data = context.createImageData(columns, rows);
  const pixels = new Uint32Array(data.data.buffer);
  return { columns, rows, pixels, image, commit: () => context.putImageData(data, 0, 0) };
}

/** A transparent bitmap, one pixel a device pixel of the canvas; `kept` again where it fits. */
export function emptyBitmap({ width, height }: HTMLCanvasElement, kept: Bitmap | undefined): Bitmap {
  if (kept?.columns !== width || kept.rows !== height) return createBitmap(width, height);
  kept.pixels.fill(TRANSPARENT);
  return kept;
}

/** The bitmap, or rows `firstRow` … `firstRow + rows` of it, stretched smoothly over a rectangle. */
export function paintBitmap(
  context: CanvasRenderingContext2D,
  bitmap: Bitmap,
  target: { readonly x: number; readonly y: number; readonly widthPx: number; readonly heightPx: number },
  firstRow = 0,
  rows = bitmap.rows,
): void {
  context.imageSmoothingEnabled = true;
  const { x, y, widthPx, heightPx } = target;
  context.drawImage(bitmap.image, 0, firstRow, bitmap.columns, rows, x, y, widthPx, heightPx);
}

/** Grey diagonal lines: here the numbers are not finite. */
export function paintHatch(
  context: CanvasRenderingContext2D,
  widthPx: number,
  heightPx: number,
  colours: { readonly ground: string; readonly line: string },
): void {
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, widthPx, heightPx);
  context.strokeStyle = colours.line;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = -heightPx; x < widthPx; x += 7) {
    context.moveTo(x, heightPx);
    context.lineTo(x + heightPx, 0);
  }
  context.stroke();
}
