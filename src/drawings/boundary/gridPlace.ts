/**
 * Paints a grid where it lies on the plane. A grid that was worked out over another part of the plane, before a zoom, is shown in
 * its own place until there is one of the part that is looked at.
 */
import type { PlaneRange } from '../../engine/data/dataset';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame } from '../canvasRenderer';
import { planeScale } from './planeScale';

/** `paint` gets a canvas frame as large as the grid, with its corner where the grid's is. A line is as high as the picture. */
export function inGridPlace(
  canvas: CanvasFrame,
  plane: PlaneRange,
  { range, rows }: Pick<UnitGrid, 'range' | 'rows'>,
  paint: (canvas: CanvasFrame) => void,
): void {
  if (!range) {
    paint(canvas);
    return;
  }
  const { context } = canvas;
  const scale = planeScale(plane, canvas.widthPx, canvas.heightPx);
  const [left, right] = range.x.map(scale.toX) as [number, number];
  const [bottom, top] = rows === 1 ? [canvas.heightPx, 0] : (range.y.map(scale.toY) as [number, number]);
  context.save();
  context.translate(left, top);
  paint({ ...canvas, widthPx: right - left, heightPx: bottom - top });
  context.restore();
}
