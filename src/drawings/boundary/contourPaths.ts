/**
 * d3 contours of a grid, traced onto a canvas path that is stretched over the picture. Cell (i, j) has its centre at
 * (i + 0.5, j + 0.5) of the contour's coordinates, as in `UnitGrid`.
 */
import { contours } from 'd3-contour';

/** Rings of polygons in grid coordinates. [polygon][ring][corner][x, y] */
export type Polygons = readonly (readonly (readonly (readonly number[])[])[])[];

export interface GridShape {
  readonly columns: number;
  readonly rows: number;
}

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

type LinePath = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath'>;

/** The area where values are `threshold` or more; NaN counts as below. */
export function contourArea(values: Float32Array, { columns, rows }: GridShape, threshold: number): Polygons {
  // d3 reads values by index only; its types ask for an array.
  const indexed = values as unknown as number[];
  return contours().size([columns, rows]).contour(indexed, threshold).coordinates;
}

/** Closed rings, to be filled by the even-odd rule. */
export function traceArea(path: LinePath, area: Polygons, grid: GridShape, size: PictureSize): void {
  for (const polygon of area) {
    for (const ring of polygon) {
      traceStretch(path, ring, grid, size);
      path.closePath();
    }
  }
}

/** The outline without the stretches that only follow the edge of the grid; its loose ends run out of the picture. */
export function traceOutline(path: LinePath, area: Polygons, grid: GridShape, size: PictureSize): void {
  for (const polygon of area) {
    for (const ring of polygon) {
      for (const stretch of innerStretches(ring, grid)) traceStretch(path, stretch, grid, size);
    }
  }
}

type Corner = readonly number[];

/**
 * Parts of a ring inside the grid. Corners on its edge are d3's closing of the area, half a cell outside the outermost centres; a
 * stretch that ended there is led on straight by a cell instead, past the edge.
 */
function innerStretches(ring: readonly Corner[], { columns, rows }: GridShape): (readonly Corner[])[] {
  const onEdge = ([x, y]: Corner) => x === 0 || x === columns || y === 0 || y === rows;
  const first = ring.findIndex(onEdge);
  if (first === -1) return [ring];
  const stretches: Corner[][] = [];
  let stretch: Corner[] = [];
  // The last corner repeats the first one.
  for (let i = 1; i < ring.length; i++) {
    const corner = ring[(first + i) % (ring.length - 1)]!;
    if (!onEdge(corner)) stretch.push(corner);
    else {
      if (stretch.length > 1) stretches.push(stretch);
      stretch = [];
    }
  }
  return stretches.map((corners) => [
    leadOn(corners[1]!, corners[0]!),
    ...corners,
    leadOn(corners.at(-2)!, corners.at(-1)!),
  ]);
}

/** The corner one cell beyond `to`, seen from `from`. */
function leadOn(from: Corner, to: Corner): Corner {
  const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!];
  const length = Math.hypot(dx, dy) || 1;
  return [to[0]! + dx / length, to[1]! + dy / length];
}

function traceStretch(path: LinePath, corners: readonly Corner[], grid: GridShape, size: PictureSize): void {
  const perX = size.widthPx / grid.columns;
  const perY = size.heightPx / grid.rows;
  corners.forEach(([x, y], i) => {
    if (i === 0) path.moveTo(x! * perX, y! * perY);
    else path.lineTo(x! * perX, y! * perY);
  });
}
