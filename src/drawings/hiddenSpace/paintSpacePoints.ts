/** The points of a hidden space: class marks, or circles in the colour of the target; training points filled, test points outlined. */
import type { Points, Task } from '../../engine/data/dataset';
import { levelsOf } from '../boundary/levels';
import type { CanvasFrame } from '../canvasRenderer';
import { COLOUR_COUNT, hasInside, traceMark } from '../classMarks';
import { createPalette, cssColour, cssOfPacked, mix, type Palette, type Rgb } from '../colours';
import { colourField } from '../field';
import type { Theme } from '../theme';
import type { PlacedSpace } from './placeSpace';

export interface SpacePoints {
  readonly points: Points;
  /** 1 for test points. [point] */
  readonly isTest: Uint8Array;
  readonly task: Task;
  readonly showTest: boolean;
}

export function isShown(
  { isTest, showTest }: Pick<SpacePoints, 'isTest' | 'showTest'>,
  index: number,
): boolean {
  return showTest || !isTest[index];
}

export function createPointsPaint(look: SpacePoints) {
  const levels = look.task === 'regression' ? levelsOf(look.points.y) : null;
  return (canvas: CanvasFrame, placed: PlacedSpace, radius: number): void => {
    if (levels) paintTargets(canvas, placed, radius, look, levels);
    else paintClasses(canvas, placed, radius, look);
  };
}

/** Test points below training points; each look in one path. */
function paintClasses(canvas: CanvasFrame, placed: PlacedSpace, radius: number, look: SpacePoints): void {
  const { context, theme } = canvas;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const isTest of [true, false]) {
    if (isTest && !look.showTest) continue;
    for (let shape = 0; shape < COLOUR_COUNT; shape++) {
      context.beginPath();
      placed.picture.indices.forEach((index, i) => {
        if (Boolean(look.isTest[index]) !== isTest || look.points.y[index]! % COLOUR_COUNT !== shape) return;
        if (!Number.isFinite(placed.x[i]) || !Number.isFinite(placed.y[i])) return;
        traceMark(context, shape, placed.x[i]!, placed.y[i]!, isTest ? radius * 0.8 : radius);
      });
      paintLook(context, theme, { colour: theme.classes[shape]!, isTest, isFilled: hasInside(shape) });
    }
  }
}

interface Look {
  readonly colour: Rgb;
  readonly isTest: boolean;
  /** The mark has an inside. */
  readonly isFilled: boolean;
}

/** A light edge lifts what is filled off what lies below; a cross has no inside and is heavier instead. */
function paintLook(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { colour, isTest, isFilled }: Look,
): void {
  if (isTest) {
    if (isFilled) {
      context.fillStyle = cssColour(theme.plane, 0.7);
      context.fill();
    }
    context.strokeStyle = cssColour(colour);
    context.lineWidth = 1.2;
    context.stroke();
    return;
  }
  context.strokeStyle = cssColour(theme.plane, 0.85);
  context.lineWidth = isFilled ? 1.8 : 3.8;
  context.stroke();
  if (isFilled) {
    context.fillStyle = cssColour(colour);
    context.fill();
    return;
  }
  context.strokeStyle = cssColour(colour);
  context.lineWidth = 2.2;
  context.stroke();
}

function paintTargets(
  { context, theme }: CanvasFrame,
  { picture, x, y }: PlacedSpace,
  radius: number,
  look: SpacePoints,
  levels: ReturnType<typeof levelsOf>,
): void {
  const colours = new Uint32Array(look.points.y.length);
  colourField(look.points.y, levels, targetPalette(theme), colours);
  for (const isTest of [true, false]) {
    if (isTest && !look.showTest) continue;
    picture.indices.forEach((index, i) => {
      if (Boolean(look.isTest[index]) !== isTest || !Number.isFinite(x[i]) || !Number.isFinite(y[i])) return;
      context.beginPath();
      context.arc(x[i]!, y[i]!, isTest ? radius * 0.8 : radius, 0, 2 * Math.PI);
      const colour = cssOfPacked(colours[index]!);
      context.fillStyle = isTest ? cssColour(theme.plane, 0.7) : colour;
      context.fill();
      context.strokeStyle = isTest ? colour : cssColour(theme.plane, 0.85);
      context.lineWidth = isTest ? 1.4 : 0.8;
      context.stroke();
    });
  }
}

/** Not the palette of the plane, whose zero is paper and would not show as a point. */
function targetPalette(theme: Theme): Palette {
  return createPalette([theme.negative, mix(theme.plane, theme.soft, 0.55), theme.positive]);
}
