/** A small bar of colours with its numbers, in the upper right corner. */

import type { CanvasFrame } from '../canvasRenderer';
import { cssColour, type Palette } from '../colours';
import { createBitmap, paintBitmap, type Range } from '../field';
import { figure } from '../figure';

/** Parts of the text's height. */
const BAR_EM = 8.7;
const BAR_HEIGHT_PX = 7;
const INSET_PX = 10;
const PADDING_PX = 8;

/** What the colours of the bar stand for. */
export interface LegendScale extends Range {
  /** Values written below it. */
  readonly labels: readonly number[];
}

export function paintLegend(canvas: CanvasFrame, scale: LegendScale, palette: Palette): void {
  const { context, theme, widthPx } = canvas;
  const { textPx } = theme;
  const barPx = Math.round(BAR_EM * textPx);
  const left = widthPx - INSET_PX - PADDING_PX - barPx;
  const top = INSET_PX + PADDING_PX;
  context.beginPath();
  context.roundRect(
    left - PADDING_PX,
    INSET_PX,
    barPx + 2 * PADDING_PX,
    BAR_HEIGHT_PX + 1.3 * textPx + 2 * PADDING_PX - 3,
    6,
  );
  context.fillStyle = cssColour(theme.plane, 0.92);
  context.fill();
  context.strokeStyle = cssColour(theme.line);
  context.lineWidth = 1;
  context.stroke();

  const bar = createBitmap(palette.length, 1);
  bar.pixels.set(palette);
  bar.commit();
  paintBitmap(context, bar, { x: left, y: top, widthPx: barPx, heightPx: BAR_HEIGHT_PX });
  context.strokeStyle = cssColour(theme.soft, 0.6);
  context.lineWidth = 0.75;
  context.strokeRect(left, top, barPx, BAR_HEIGHT_PX);

  context.font = `${textPx}px ${theme.font}`;
  context.textBaseline = 'alphabetic';
  context.fillStyle = cssColour(theme.soft);
  for (const value of scale.labels) {
    const share = (value - scale.low) / (scale.high - scale.low);
    context.textAlign = share === 0 ? 'left' : share === 1 ? 'right' : 'center';
    context.fillText(figure(value), left + share * barPx, top + BAR_HEIGHT_PX + 1.1 * textPx);
  }
}
