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

/** Rows of a disc: for each dy from −reach to reach the half width; see `stampDisc`. */
export function discRows(radius: number): Int32Array {
  const reach = Math.floor(radius);
  return Int32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.floor(Math.sqrt(Math.max(0, radius * radius - (i - reach) ** 2))),
  );
}

/** Paints a disc round (x, y), cut off at the edges of the layer. */
export function stampDisc(layer: DotLayer, x: number, y: number, rows: Int32Array, colour: number): void {
  const reach = (rows.length - 1) / 2;
  const middleX = Math.round(x);
  const middleY = Math.round(y);
  if (!(middleX > -reach && middleX < layer.columns + reach)) return;
  for (let i = 0; i < rows.length; i++) {
    const row = middleY + i - reach;
    if (!(row >= 0 && row < layer.rows)) continue;
    const from = Math.max(0, middleX - rows[i]!);
    const to = Math.min(layer.columns - 1, middleX + rows[i]!);
    const start = row * layer.columns;
    for (let pixel = start + from; pixel <= start + to; pixel++) layer.pixels[pixel] = colour;
  }
}

/** CSS radius of a dot: 2 px for some thousands, 1 px for a hundred thousand. */
export function dotRadius(points: number): number {
  return Math.min(2, Math.max(1, 2 - 0.3 * Math.log2(points / 3000) * 0.66));
}
