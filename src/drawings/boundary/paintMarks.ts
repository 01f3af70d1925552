/** Up to some thousands of points: class marks, or circles for regression. Test points are smaller and lighter. */

import type { CanvasFrame } from '../canvasRenderer';
import { cssColour, mix } from '../colours';
import { createMarkSprites, type Sprite } from './markSprites';
import type { PlacedPoints } from './placePoints';
import { HIDDEN, LAYERS, layerOf, markRadius, TEST } from './pointCodes';

export function createMarksPaint() {
  let spriteOf: ((code: number) => Sprite) | undefined;
  return (surface: CanvasFrame, { x, y, codes }: PlacedPoints): void => {
    const { context, ratio, theme, widthPx, heightPx } = surface;
    if (surface.isFresh || !spriteOf) {
      spriteOf = createMarkSprites(theme, markRadius(codes.length, Math.min(widthPx, heightPx)), ratio);
    }
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const layer of LAYERS) {
      for (let i = 0; i < codes.length; i++) {
        const code = codes[i]!;
        if (code === HIDDEN || layerOf(code) !== layer) continue;
        const sprite = spriteOf(code);
        const half = sprite.width / 2;
        context.drawImage(sprite, Math.round(x[i]! * ratio - half), Math.round(y[i]! * ratio - half));
      }
    }
    context.restore();
  };
}

/** Filled with the colour of the target where there is one. */
export function paintCircles(surface: CanvasFrame, { x, y, codes, targetColours }: PlacedPoints): void {
  const { context, theme, widthPx, heightPx } = surface;
  const radius = markRadius(codes.length, Math.min(widthPx, heightPx)) * 0.9;
  for (const layer of [TEST, 0]) {
    const isTest = layer === TEST;
    context.strokeStyle = cssColour(isTest ? mix(theme.plane, theme.soft, 0.85) : theme.ink);
    context.lineWidth = targetColours || isTest ? 0.9 : 1.3;
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === HIDDEN || layerOf(codes[i]!) !== layer) continue;
      context.beginPath();
      context.arc(x[i]!, y[i]!, isTest ? radius * 0.72 : radius, 0, 2 * Math.PI);
      context.fillStyle = targetColours ? unpack(targetColours[i]!) : cssColour(theme.plane, 0.85);
      context.fill();
      context.stroke();
    }
  }
}

function unpack(colour: number): string {
  return cssColour([colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]);
}
