/** Grid lines and tick numbers, inside the picture: the whole canvas is the plane. Lines go below the points, numbers above. */
import type { PlaneRange } from '../../engine/data/dataset';
import { paintHaloText } from '../canvasPieces';
import type { CanvasFrame } from '../canvasRenderer';
import { cssColour } from '../colours';
import { axisTicks, type PlaneScale } from './planeScale';

const edgePx = 5;
/** Least distance between numbers, and from the corner where the numbers of both axes meet. */
const gapPx = 6;
const cornerEm = 1.8;

export function paintGridLines(canvas: CanvasFrame, plane: PlaneRange, scale: PlaneScale): void {
  const { context, widthPx, heightPx, theme } = canvas;
  const crisp = (px: number) => Math.round(px * canvas.ratio) / canvas.ratio + 0.5 / canvas.ratio;
  const draw = (alpha: number, keep: (value: number) => boolean) => {
    context.strokeStyle = cssColour(theme.ink, alpha);
    context.lineWidth = 1;
    context.beginPath();
    for (const { value, px } of axisTicks(plane.x, scale.toX, widthPx)) {
      if (!keep(value)) continue;
      context.moveTo(crisp(px), 0);
      context.lineTo(crisp(px), heightPx);
    }
    for (const { value, px } of axisTicks(plane.y, scale.toY, heightPx)) {
      if (!keep(value)) continue;
      context.moveTo(0, crisp(px));
      context.lineTo(widthPx, crisp(px));
    }
    context.stroke();
  };
  draw(0.055, (value) => value !== 0);
  draw(0.16, (value) => value === 0);
}

export function paintTickNumbers(canvas: CanvasFrame, plane: PlaneRange, scale: PlaneScale): void {
  const { context, widthPx, heightPx, theme } = canvas;
  const { textPx } = theme;
  const cornerPx = cornerEm * textPx;
  context.font = `${textPx}px ${theme.font}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  let clearFrom = cornerPx;
  for (const { px, text } of axisTicks(plane.x, scale.toX, widthPx)) {
    const half = context.measureText(text).width / 2;
    if (px - half < clearFrom || px + half > widthPx - edgePx) continue;
    paintHaloText(canvas, text, px, heightPx - edgePx);
    clearFrom = px + half + gapPx;
  }
  context.textAlign = 'left';
  for (const { px, text } of axisTicks(plane.y, scale.toY, heightPx)) {
    if (px > textPx && px < heightPx - cornerPx) paintHaloText(canvas, text, edgePx, px + textPx / 3);
  }
}
