/**
 * Ready pictures of marks, one for each look a classified point can have (see `pointCodes`). Outline: the true class. Inside: the
 * predicted class. A wrong point is filled with the colour of the class it was taken for and stands in a ring of ink.
 */

import { createSprites, type Sprite } from '../canvasPieces';
import { hasInside, traceMark } from '../classMarks';
import { cssColour, mix, type Rgb } from '../colours';
import type { Theme } from '../theme';
import { predictedClassOf, TEST, trueClass, WRONG } from './pointCodes';

const RING_PX = 3.1;

export function createMarkSprites(theme: Theme, radiusPx: number, ratio: number): (code: number) => Sprite {
  return createSprites(2 * (radiusPx * 1.25 + RING_PX + 2), ratio, (context, code) => {
    const radius = code & TEST ? radiusPx * 0.72 : radiusPx;
    if (code & WRONG) paintRing(context, radius, theme);
    paintMark(context, code, radius, theme);
  });
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
