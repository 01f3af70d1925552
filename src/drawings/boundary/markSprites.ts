/**
 * Ready pictures of marks, one for each look a classified point can have (see `pointCodes`). Outline: the true class. Inside: the
 * predicted class. A wrong point is filled with the colour of the class it was taken for and stands in a ring of ink.
 */

import { onProcessor } from '../canvasRenderer';
import { hasInside, traceMark } from '../classMarks';
import { cssColour, mix, type Rgb } from '../colours';
import type { Theme } from '../theme';
import { predictedClassOf, TEST, trueClass, WRONG } from './pointCodes';

/** A square picture in device pixels, drawn with its middle on the point. */
export type Sprite = HTMLCanvasElement;

const RING_PX = 3.1;

export function createMarkSprites(theme: Theme, radiusPx: number, ratio: number): (code: number) => Sprite {
  const sprites = new Map<number, Sprite>();
  return (code) => {
    const known = sprites.get(code);
    if (known) return known;
    const sprite = drawSprite(code, theme, radiusPx, ratio);
    sprites.set(code, sprite);
    return sprite;
  };
}

function drawSprite(code: number, theme: Theme, radiusPx: number, ratio: number): Sprite {
  const sprite = document.createElement('canvas');
  const sidePx = 2 * (radiusPx * 1.25 + RING_PX + 2);
  sprite.width = Math.ceil(sidePx * ratio);
  sprite.height = sprite.width;
  const context = sprite.getContext('2d', onProcessor)!;
  context.scale(ratio, ratio);
  context.translate(sprite.width / ratio / 2, sprite.height / ratio / 2);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const isTest = Boolean(code & TEST);
  const radius = isTest ? radiusPx * 0.72 : radiusPx;
  if (code & WRONG) paintRing(context, radius, theme);
  paintMark(context, code, radius, theme);
  return sprite;
}

function paintRing(context: CanvasRenderingContext2D, radius: number, theme: Theme): void {
  context.beginPath();
  context.arc(0, 0, radius + RING_PX, 0, 2 * Math.PI);
  context.fillStyle = cssColour(theme.plane, 0.9);
  context.fill();
  context.strokeStyle = cssColour(theme.ink, 0.9);
  context.lineWidth = 1;
  context.stroke();
}

function paintMark(context: CanvasRenderingContext2D, code: number, radius: number, theme: Theme): void {
  const isTest = Boolean(code & TEST);
  const isWrong = Boolean(code & WRONG);
  const truth = trueClass(code);
  const outline = theme.classes[truth]!;
  const predicted = theme.classes[predictedClassOf(code)]!;
  const fill: Rgb = mix(theme.plane, predicted, isWrong ? 0.8 : 0.1);
  const lineWidth = isTest ? 1.1 : Math.max(1.2, radius * 0.42);

  if (!hasInside(truth)) paintBehindCross(context, radius, lineWidth, isWrong ? fill : null, theme);
  context.beginPath();
  traceMark(context, truth, 0, 0, radius);
  if (hasInside(truth)) {
    context.fillStyle = cssColour(fill, isWrong ? 1 : 0.9);
    context.fill();
  }
  context.strokeStyle = cssColour(outline);
  context.lineWidth = lineWidth;
  context.stroke();
}

/** × has no inside: a light edge lifts it off the tint, and a disc carries the predicted class when it is wrong. */
function paintBehindCross(
  context: CanvasRenderingContext2D,
  radius: number,
  lineWidth: number,
  fill: Rgb | null,
  theme: Theme,
): void {
  if (fill) {
    context.beginPath();
    context.arc(0, 0, radius + 1.2, 0, 2 * Math.PI);
    context.fillStyle = cssColour(mix(theme.plane, fill, 0.6));
    context.fill();
  }
  context.beginPath();
  traceMark(context, 1, 0, 0, radius);
  context.strokeStyle = cssColour(theme.plane, 0.85);
  context.lineWidth = lineWidth + 1.6;
  context.stroke();
}
