/** Grid lines and tick numbers, inside the picture: the whole canvas is the plane. Lines go below the points, numbers above. */
import type { PlaneRange } from '../../engine/data/dataset';
import { cssColour } from '../colours';
import { figure } from '../figure';
import type { Surface } from '../stage';
import { axisTicks, type PlaneScale } from './planeScale';

const X_MARGIN_PX = 22;
const Y_MARGIN_PX = 18;

export function paintGridLines(surface: Surface, plane: PlaneRange, scale: PlaneScale): void {
  const { context, widthPx, heightPx, theme } = surface;
  const crisp = (px: number) => Math.round(px * surface.ratio) / surface.ratio + 0.5 / surface.ratio;
  const draw = (alpha: number, keep: (value: number) => boolean) => {
    context.strokeStyle = cssColour(theme.ink, alpha);
    context.lineWidth = 1;
    context.beginPath();
    for (const { value, px } of axisTicks(plane.x, scale.toX, widthPx, X_MARGIN_PX)) {
      if (!keep(value)) continue;
      context.moveTo(crisp(px), 0);
      context.lineTo(crisp(px), heightPx);
    }
    for (const { value, px } of axisTicks(plane.y, scale.toY, heightPx, Y_MARGIN_PX)) {
      if (!keep(value)) continue;
      context.moveTo(0, crisp(px));
      context.lineTo(widthPx, crisp(px));
    }
    context.stroke();
  };
  draw(0.055, (value) => value !== 0);
  draw(0.16, (value) => value === 0);
}

export function paintTickNumbers(surface: Surface, plane: PlaneRange, scale: PlaneScale): void {
  const { context, widthPx, heightPx, theme } = surface;
  context.font = `10px ${theme.font}`;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'center';
  for (const { value, px, hasRoom } of axisTicks(plane.x, scale.toX, widthPx, X_MARGIN_PX)) {
    if (hasRoom) paintHaloText(surface, figure(value), px, heightPx - 5);
  }
  context.textAlign = 'left';
  for (const { value, px, hasRoom } of axisTicks(plane.y, scale.toY, heightPx, Y_MARGIN_PX)) {
    if (hasRoom) paintHaloText(surface, figure(value), 5, px + 3.5);
  }
}

/** Text that stays legible over tints and points. */
export function paintHaloText({ context, theme }: Surface, text: string, x: number, y: number): void {
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = cssColour(theme.plane, 0.8);
  context.strokeText(text, x, y);
  context.fillStyle = cssColour(theme.soft);
  context.fillText(text, x, y);
}
