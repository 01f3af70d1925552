/**
 * Tens of thousands of points as small discs, written straight into the pixels of an `ImageData`: a few milliseconds where paths
 * would take a second. Coordinates here are device pixels.
 */

export interface DotLayer {
  /** Packed colours. [row][column] */
  readonly pixels: Uint32Array;
  readonly columns: number;
  readonly rows: number;
}

/** A disc as `stampDisc` paints it. */
export interface Disc {
  /** For each dy from −reach to reach the half width. */
  readonly halfWidths: Int32Array;
  readonly reach: number;
  /** Its pixels in a layer, counted from the one in its middle. */
  readonly offsets: Int32Array;
}

/** A disc for layers of so many columns. */
export function discOf(radius: number, columns: number): Disc {
  const reach = Math.floor(radius);
  const halfWidths = Int32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.floor(Math.sqrt(Math.max(0, radius * radius - (i - reach) ** 2))),
  );
  const offsets: number[] = [];
  halfWidths.forEach((half, i) => {
    for (let dx = -half; dx <= half; dx++) offsets.push((i - reach) * columns + dx);
  });
  return { halfWidths, reach, offsets: Int32Array.from(offsets) };
}

/** Paints a disc round (x, y), cut off at the edges of the layer. */
export function stampDisc(layer: DotLayer, x: number, y: number, disc: Disc, colour: number): void {
  const { pixels, columns, rows } = layer;
  const { offsets, reach } = disc;
  const middleX = Math.round(x);
  const middleY = Math.round(y);
  const isWithin =
    middleX >= reach && middleX < columns - reach && middleY >= reach && middleY < rows - reach;
  if (!isWithin) {
    stampPart(layer, middleX, middleY, disc, colour);
    return;
  }
  const middle = middleY * columns + middleX;
  for (let i = 0; i < offsets.length; i++) pixels[middle + offsets[i]!] = colour;
}

/** The part of a disc that lies on the layer. */
function stampPart(
  { pixels, columns, rows }: DotLayer,
  middleX: number,
  middleY: number,
  { halfWidths, reach }: Disc,
  colour: number,
): void {
  if (!(middleX > -reach && middleX < columns + reach)) return;
  for (let i = 0; i < halfWidths.length; i++) {
    const row = middleY + i - reach;
    if (!(row >= 0 && row < rows)) continue;
    const from = Math.max(0, middleX - halfWidths[i]!);
    const to = Math.min(columns - 1, middleX + halfWidths[i]!);
    for (let pixel = row * columns + from; pixel <= row * columns + to; pixel++) pixels[pixel] = colour;
  }
}

/** CSS radius of a dot: 2 px for some thousands, 1 px for a hundred thousand. */
export function dotRadius(points: number): number {
  return Math.min(2, Math.max(1, 2 - 0.3 * Math.log2(points / 3000) * 0.66));
}
