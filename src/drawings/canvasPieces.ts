/** What several pictures on canvases paint alike: text with a halo, the strokes of a cross, ready pictures of marks. */
import { type CanvasFrame, onProcessor } from './canvasRenderer';
import { cssColour } from './colours';
import type { Theme } from './theme';

interface HaloLook {
  readonly colour: keyof Pick<Theme, 'soft' | 'ink' | 'accent'>;
  /** Width of the stroke behind the letters; half of it is seen. */
  readonly haloPx: number;
  /** Opacity of the halo, 0–1. */
  readonly haloAlpha: number;
}

const quietHalo: HaloLook = { colour: 'soft', haloPx: 3, haloAlpha: 0.8 };

/** Text with an edge in the colour of the plane, legible over tints, curves and points. Font and alignment are those of the context. */
export function paintHaloText(
  { context, theme }: CanvasFrame,
  text: string,
  x: number,
  y: number,
  { colour, haloPx, haloAlpha }: HaloLook = quietHalo,
): void {
  context.lineJoin = 'round';
  context.lineWidth = haloPx;
  context.strokeStyle = cssColour(theme.plane, haloAlpha);
  context.strokeText(text, x, y);
  context.fillStyle = cssColour(theme[colour]);
  context.fillText(text, x, y);
}

/** Four strokes away from (x, y), each from `innerPx` to `outerPx`: a cross with an open middle, to be stroked. */
export function traceCross(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  innerPx: number,
  outerPx: number,
): void {
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(x + innerPx * dx, y + innerPx * dy);
    context.lineTo(x + outerPx * dx, y + outerPx * dy);
  }
}

/** A square picture in device pixels; its middle lies on the point that it marks. */
export type Sprite = HTMLCanvasElement;

/**
 * The picture of each key, drawn when it is first asked for. `draw` gets a context with its origin in the middle of a square of
 * `sidePx`, one unit a CSS pixel; `ratio` is in device pixels a CSS pixel.
 */
export function createSprites(
  sidePx: number,
  ratio: number,
  draw: (context: CanvasRenderingContext2D, key: number) => void,
): (key: number) => Sprite {
  const sprites = new Map<number, Sprite>();
  return (key) => {
    const known = sprites.get(key);
    if (known) return known;
    const sprite = document.createElement('canvas');
    sprite.width = Math.ceil(sidePx * ratio);
    sprite.height = sprite.width;
    const context = sprite.getContext('2d', onProcessor)!;
    context.scale(ratio, ratio);
    context.translate(sprite.width / ratio / 2, sprite.height / ratio / 2);
    context.lineJoin = 'round';
    context.lineCap = 'round';
    draw(context, key);
    sprites.set(key, sprite);
    return sprite;
  };
}

/** Paints sprites in device pixels: `place` takes a sprite and its middle in CSS pixels. */
export function paintSprites(
  { context, ratio }: CanvasFrame,
  paint: (place: (sprite: Sprite, xPx: number, yPx: number) => void) => void,
): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  paint((sprite, xPx, yPx) => {
    const half = sprite.width / 2;
    context.drawImage(sprite, Math.round(xPx * ratio - half), Math.round(yPx * ratio - half));
  });
  context.restore();
}
