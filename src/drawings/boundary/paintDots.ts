/** More points than marks can tell apart: dots in the colour of the class or the target; wrong ones are half ink. */
import { mix, packColour } from '../colours';
import type { Surface } from '../stage';
import type { Theme } from '../theme';
import { type DotLayer, discRows, dotRadius, stampDisc } from './dots';
import type { PlacedPoints } from './placePoints';
import { HIDDEN, LAYERS, layerOf, TEST, trueClass, WRONG } from './pointCodes';

export function paintDots(surface: Surface, placed: PlacedPoints, isClassified: boolean): void {
  const { context, ratio, theme } = surface;
  const image = document.createElement('canvas');
  image.width = context.canvas.width;
  image.height = context.canvas.height;
  const imageContext = image.getContext('2d')!;
  const data = imageContext.createImageData(image.width, image.height);
  const layer = { pixels: new Uint32Array(data.data.buffer), width: image.width, height: image.height };
  stampDots(layer, placed, theme, ratio, isClassified);
  imageContext.putImageData(data, 0, 0);
  context.drawImage(image, 0, 0, surface.widthPx, surface.heightPx);
}

function stampDots(
  layer: DotLayer,
  { x, y, codes, targetColours }: PlacedPoints,
  theme: Theme,
  ratio: number,
  isClassified: boolean,
): void {
  const radius = dotRadius(codes.length) * ratio;
  const discs = { train: discRows(radius), test: discRows(radius * 0.75), rim: discRows(radius + ratio) };
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
      const [xDevice, yDevice] = [x[i]! * ratio, y[i]! * ratio];
      if (targetColours) stampDisc(layer, xDevice, yDevice, discs.rim, rim);
      const palette = code & WRONG ? wrong : isTest ? test : train;
      const colour = targetColours?.[i] ?? palette[trueClass(code)]!;
      stampDisc(layer, xDevice, yDevice, isTest ? discs.test : discs.train, colour);
    }
  }
}
