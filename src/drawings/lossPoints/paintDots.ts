/** The dots on the loss curve: marks up to some thousands, beyond that small discs straight into the pixels. */
import { discOf, dotRadius, stampDisc } from '../boundary/dots';
import { MOST_MARKS, markRadius } from '../boundary/pointCodes';
import { paintSprites } from '../canvasPieces';
import type { CanvasFrame } from '../canvasRenderer';
import { mix, packColour } from '../colours';
import { type Bitmap, emptyBitmap } from '../field';
import { createDotSprites, dotColour, NO_CLASS } from './dotSprites';
import { dotAt, type LossPlot, type LossPointsFrame, type LossPointsPicture, type Spot } from './picture';

type PaintDots = (canvas: CanvasFrame, plot: LossPlot, frame: LossPointsFrame) => void;

/** Test points lie below training points. */
const layers = [1, 0] as const;

export function createDotsPainter(picture: LossPointsPicture): PaintDots {
  return picture.points.y.length > MOST_MARKS ? createDiscsPainter(picture) : createMarksPainter(picture);
}

/** Hands over the dots of one part of the data that are shown, with their class. */
function eachDot(
  picture: LossPointsPicture,
  frame: LossPointsFrame,
  plot: LossPlot,
  layer: 0 | 1,
  draw: (spot: Spot, classIndex: number) => void,
): void {
  const { points, isTest, shape, showTest } = picture;
  if (layer === 1 && !showTest) return;
  const classifies = shape.task === 'classification';
  for (let i = 0; i < points.y.length; i++) {
    if (isTest[i] !== layer) continue;
    const spot = dotAt(picture, frame, plot, i);
    if (spot) draw(spot, classifies ? points.y[i]! : NO_CLASS);
  }
}

function createMarksPainter(picture: LossPointsPicture): PaintDots {
  let sprites: ReturnType<typeof createDotSprites>[] = [];
  return (canvas, plot, frame) => {
    if (canvas.isFresh || sprites.length === 0) {
      const radiusPx = 0.95 * markRadius(picture.points.y.length, 400);
      sprites = [false, true].map((isTest) => createDotSprites(canvas, radiusPx, isTest));
    }
    paintSprites(canvas, (place) => {
      for (const layer of layers) {
        eachDot(picture, frame, plot, layer, ({ xPx, yPx }, classIndex) =>
          place(sprites[layer]!(classIndex), xPx, yPx),
        );
      }
    });
  };
}

function createDiscsPainter(picture: LossPointsPicture): PaintDots {
  let bitmap: Bitmap | undefined;
  return (canvas, plot, frame) => {
    const { context, ratio, theme } = canvas;
    const layer = emptyBitmap(context.canvas, bitmap);
    bitmap = layer;
    const disc = discOf(dotRadius(picture.points.y.length) * ratio, layer.columns);
    for (const part of layers) {
      const colours = [NO_CLASS, ...theme.classes.keys()].map((classIndex) => {
        const colour = dotColour(theme, classIndex);
        return packColour(part === 1 ? mix(theme.plane, colour, 0.6) : colour);
      });
      eachDot(picture, frame, plot, part, ({ xPx, yPx }, classIndex) => {
        const colour = colours[1 + (classIndex === NO_CLASS ? NO_CLASS : classIndex % theme.classes.length)]!;
        stampDisc(layer, xPx * ratio, yPx * ratio, disc, colour);
      });
    }
    layer.commit();
    context.drawImage(layer.image, 0, 0, canvas.widthPx, canvas.heightPx);
  };
}
