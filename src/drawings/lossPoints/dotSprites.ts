/** Ready pictures of the dots on the loss curve: the mark of the class, filled for training points, an outline for test points. */

import { createSprites, type Sprite } from '../canvasPieces';
import type { CanvasFrame } from '../canvasRenderer';
import { hasInside, traceMark } from '../classMarks';
import { cssColour, mix, type Rgb } from '../colours';
import { classRgb, type Theme } from '../theme';

/** In place of the index of a class, in regression: a disc in ink. */
export const NO_CLASS = -1;

/** The sprites of training or of test points, by the index of the class or `NO_CLASS`. */
export function createDotSprites(
  { theme, ratio }: CanvasFrame,
  radiusPx: number,
  isTest: boolean,
): (classIndex: number) => Sprite {
  return createSprites(2 * (1.25 * radiusPx + 2), ratio, (context, classIndex) => {
    const shape = Math.max(0, classIndex);
    const colour = cssColour(dotColour(theme, classIndex));
    const lineWidth = isTest ? 1.1 : 1.9;
    context.beginPath();
    traceMark(context, shape, 0, 0, radiusPx);
    // An edge in the colour of the ground keeps dots apart that lie on each other.
    context.strokeStyle = cssColour(theme.plane);
    context.lineWidth = lineWidth + 1.4;
    context.stroke();
    if (hasInside(shape)) {
      context.fillStyle = isTest ? cssColour(theme.plane) : colour;
      context.fill();
    }
    context.strokeStyle = colour;
    context.lineWidth = isTest || !hasInside(shape) ? lineWidth : 0.8;
    context.stroke();
  });
}

export function dotColour(theme: Theme, classIndex: number): Rgb {
  return classIndex === NO_CLASS ? mix(theme.plane, theme.ink, 0.75) : classRgb(theme, classIndex);
}
