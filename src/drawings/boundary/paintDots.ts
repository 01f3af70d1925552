/** More points than marks can tell apart: dots in the colour of the class or the target; wrong ones are half ink. */
import type { Task } from '../../engine/data/dataset';
import type { CanvasFrame } from '../canvasRenderer';
import { mix, packColour } from '../colours';
import { type Bitmap, emptyBitmap } from '../field';
import type { Theme } from '../theme';
import { discOf, dotRadius, stampDisc } from './dots';
import type { PlacedPoints } from './placePoints';
import { HIDDEN, LAYERS, layerOf, TEST, trueClass, WRONG } from './pointCodes';

export function createDotsPaint(task: Task) {
  let bitmap: Bitmap | undefined;
  return (canvas: CanvasFrame, placed: PlacedPoints): void => {
    const { context, theme, ratio, widthPx, heightPx } = canvas;
    bitmap = emptyBitmap(context.canvas, bitmap);
    stampDots(bitmap, placed, theme, ratio, task === 'classification');
    bitmap.commit();
    context.drawImage(bitmap.image, 0, 0, widthPx, heightPx);
  };
}

function stampDots(
  layer: Bitmap,
  { x, y, codes, targetColours }: PlacedPoints,
  theme: Theme,
  ratio: number,
  isClassified: boolean,
): void {
  const radius = dotRadius(codes.length) * ratio;
  const disc = (radiusPx: number) => discOf(radiusPx, layer.columns);
  const discs = { train: disc(radius), test: disc(radius * 0.75), rim: disc(radius + ratio) };
  const rim = packColour(theme.soft);
  const classes = isClassified ? theme.classes : theme.classes.map(() => theme.ink);
  const train = classes.map(packColour);
  const test = classes.map((colour) => packColour(mix(theme.plane, colour, 0.7)));
  const wrong = classes.map((colour) => packColour(mix(colour, theme.ink, 0.55)));
  for (const part of LAYERS) {
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i]!;
      if (code === HIDDEN || layerOf(code) !== part) continue;
      const isTest = Boolean(code & TEST);
      const xDevice = x[i]! * ratio;
      const yDevice = y[i]! * ratio;
      if (targetColours) stampDisc(layer, xDevice, yDevice, discs.rim, rim);
      const palette = code & WRONG ? wrong : isTest ? test : train;
      const colour = targetColours?.[i] ?? palette[trueClass(code)]!;
      stampDisc(layer, xDevice, yDevice, isTest ? discs.test : discs.train, colour);
    }
  }
}
