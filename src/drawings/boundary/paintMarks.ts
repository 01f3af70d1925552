/** Up to some thousands of points: class marks, or circles for regression. Test points are smaller and lighter. */

import { paintSprites, type Sprite } from '../canvasPieces';
import type { CanvasFrame } from '../canvasRenderer';
import { cssColour, cssOfPacked, mix } from '../colours';
import { createMarkSprites } from './markSprites';
import type { PlacedPoints } from './placePoints';
import { HIDDEN, LAYERS, layerOf, markRadius, TEST } from './pointCodes';

export function createMarksPaint() {
  let spriteOf: ((code: number) => Sprite) | undefined;
  return (canvas: CanvasFrame, { x, y, codes }: PlacedPoints): void => {
    const { ratio, theme, widthPx, heightPx } = canvas;
    if (canvas.isFresh || !spriteOf) {
      spriteOf = createMarkSprites(theme, markRadius(codes.length, Math.min(widthPx, heightPx)), ratio);
    }
    const sprites = spriteOf;
    paintSprites(canvas, (place) => {
      for (const layer of LAYERS) {
        for (let i = 0; i < codes.length; i++) {
          const code = codes[i]!;
          if (code !== HIDDEN && layerOf(code) === layer) place(sprites(code), x[i]!, y[i]!);
        }
      }
    });
  };
}

/** Filled with the colour of the target where there is one. */
export function paintCircles(canvas: CanvasFrame, { x, y, codes, targetColours }: PlacedPoints): void {
  const { context, theme, widthPx, heightPx } = canvas;
  const radius = markRadius(codes.length, Math.min(widthPx, heightPx)) * 0.9;
  for (const layer of [TEST, 0]) {
    const isTest = layer === TEST;
    context.strokeStyle = cssColour(isTest ? mix(theme.plane, theme.soft, 0.85) : theme.ink);
    context.lineWidth = targetColours || isTest ? 0.9 : 1.3;
    for (let i = 0; i < codes.length; i++) {
      if (codes[i] === HIDDEN || layerOf(codes[i]!) !== layer) continue;
      context.beginPath();
      context.arc(x[i]!, y[i]!, isTest ? radius * 0.72 : radius, 0, 2 * Math.PI);
      context.fillStyle = targetColours ? cssOfPacked(targetColours[i]!) : cssColour(theme.plane, 0.85);
      context.fill();
      context.stroke();
    }
  }
}
