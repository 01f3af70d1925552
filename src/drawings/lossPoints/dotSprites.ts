/** Ready pictures of the dots on the loss curve: the mark of the class, filled for training points, an outline for test points. */

import { type CanvasFrame, onProcessor } from '../canvasRenderer';
import { hasInside, traceMark } from '../classMarks';
import { cssColour, mix, type Rgb } from '../colours';
import type { Theme } from '../theme';

/** Square, in device pixels, drawn with its middle on the dot. */
export type DotSprite = HTMLCanvasElement;

/** In place of the index of a class, in regression: a disc in ink. */
export const NO_CLASS = -1;

export interface DotLook {
  /** Or `NO_CLASS`. */
  readonly classIndex: number;
  readonly isTest: boolean;
}

/** The sprites of training or of test points. */
export function createDotSprites(
  { theme, ratio }: CanvasFrame,
  radiusPx: number,
  isTest: boolean,
): (classIndex: number) => DotSprite {
  const sprites = new Map<number, DotSprite>();
  return (classIndex) => {
    const known = sprites.get(classIndex);
    if (known) return known;
    const sprite = drawSprite({ classIndex, isTest }, theme, radiusPx, ratio);
    sprites.set(classIndex, sprite);
    return sprite;
  };
}

export function dotColour(theme: Theme, classIndex: number): Rgb {
  if (classIndex === NO_CLASS) return mix(theme.plane, theme.ink, 0.75);
  return theme.classes[classIndex % theme.classes.length]!;
}

function drawSprite(look: DotLook, theme: Theme, radiusPx: number, ratio: number): DotSprite {
  const sprite = document.createElement('canvas');
  sprite.width = Math.ceil(2 * (1.25 * radiusPx + 2) * ratio);
  sprite.height = sprite.width;
  const context = sprite.getContext('2d', onProcessor)!;
  context.scale(ratio, ratio);
  context.translate(sprite.width / ratio / 2, sprite.height / ratio / 2);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const shape = Math.max(0, look.classIndex);
  const colour = cssColour(dotColour(theme, look.classIndex));
  const lineWidth = look.isTest ? 1.1 : 1.9;
  context.beginPath();
  traceMark(context, shape, 0, 0, radiusPx);
  // An edge in the colour of the ground keeps dots apart that lie on each other.
  context.strokeStyle = cssColour(theme.plane);
  context.lineWidth = lineWidth + 1.4;
  context.stroke();
  if (hasInside(shape)) {
    context.fillStyle = look.isTest ? cssColour(theme.plane) : colour;
    context.fill();
  }
  context.strokeStyle = colour;
  context.lineWidth = look.isTest || !hasInside(shape) ? lineWidth : 0.8;
  context.stroke();
  return sprite;
}
