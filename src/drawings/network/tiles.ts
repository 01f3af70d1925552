/** The rounded squares of all thumbnails as one path, so that one clip and one stroke serve them all. */
import type { NetworkLayout } from './layoutNetwork';

export function traceTiles(
  context: CanvasRenderingContext2D,
  { columns, thumbnailPx: side }: NetworkLayout,
): void {
  context.beginPath();
  for (const { xPx, units } of columns) {
    for (const { yPx } of units) context.roundRect(xPx - side / 2, yPx - side / 2, side, side, side * 0.16);
  }
}
