/**
 * d3 contours of a grid, traced onto a canvas path that is stretched over the picture. Cell (i, j) has its centre at
 * (i + 0.5, j + 0.5) of the contour's coordinates, as in `UnitGrid`.
 */
import { contours } from 'd3-contour';

export interface GridShape {
  readonly columns: number;
  readonly rows: number;
}

export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

type Corner = readonly number[];

/** Where the values of a grid are `threshold` or more. */
export interface ContourArea extends GridShape {
  /** [row][column] */
  readonly values: Float32Array;
  readonly threshold: number;
  /** In grid coordinates. [polygon][ring][corner][x, y] */
  readonly polygons: readonly (readonly (readonly Corner[])[])[];
}

type LinePath = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath'>;

/** NaN counts as below. */
export function contourArea(
  values: Float32Array,
  { columns, rows }: GridShape,
  threshold: number,
): ContourArea {
  // d3 reads values by index only; its types ask for an array.
  const indexed = values as unknown as number[];
  const polygons = contours().size([columns, rows]).contour(indexed, threshold).coordinates;
  return { columns, rows, values, threshold, polygons };
}

/** Closed rings, to be filled by the even-odd rule. */
export function traceArea(path: LinePath, area: ContourArea, size: PictureSize): void {
  for (const ring of area.polygons.flat()) {
    traceStretch(path, ring, area, size);
    path.closePath();
  }
}

/**
 * The outline where values cross the threshold: without the stretches that only follow the edge of the grid, and without those along
 * a plateau, an area of exactly the threshold (all units dead: everything ties, nothing is crossed).
 */
export function traceOutline(path: LinePath, area: ContourArea, size: PictureSize): void {
  for (const ring of area.polygons.flat()) {
    for (const stretch of crossingStretches(ring, area)) traceStretch(path, stretch, area, size);
  }
}

/**
 * Corners on the edge are d3's closing of the area, half a cell outside the outermost centres; a stretch that ended there is led on
 * straight by a cell instead, past the edge.
 */
function crossingStretches(ring: readonly Corner[], area: ContourArea): (readonly Corner[])[] {
  const onEdge = ([x, y]: Corner) => x === 0 || x === area.columns || y === 0 || y === area.rows;
  const ends = ring.map((corner) => onEdge(corner) || onPlateau(area, corner));
  const first = ends.indexOf(true);
  if (first === -1) return [ring];
  const stretches: (readonly Corner[])[] = [];
  let before = ring[first]!;
  let stretch: Corner[] = [];
  // The last corner repeats the first one.
  for (let i = 1; i < ring.length; i++) {
    const index = (first + i) % (ring.length - 1);
    const corner = ring[index]!;
    if (!ends[index]) {
      stretch.push(corner);
      continue;
    }
    const isCut = !onEdge(before) || !onEdge(corner);
    if (stretch.length >= (isCut ? SHORTEST_CUT : 2)) {
      const start = onEdge(before) ? leadOn(stretch[1]!, stretch[0]!) : before;
      const end = onEdge(corner) ? leadOn(stretch.at(-2)!, stretch.at(-1)!) : corner;
      stretches.push([start, ...stretch, end]);
    }
    before = corner;
    stretch = [];
  }
  return stretches;
}

/** Corners of a stretch that ends at a plateau; what is shorter is the plateau's own ragged edge. */
const SHORTEST_CUT = 4;
/** Values closer than this are equal: the rounding of float32 logarithms. */
const ROUNDING = 1e-6;

/** Whether a corner lies in a cell that belongs to a square of four with exactly the threshold. */
function onPlateau({ columns, rows, values, threshold }: ContourArea, [x, y]: Corner): boolean {
  const isLevel = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < columns &&
    row < rows &&
    Math.abs(values[row * columns + column]! - threshold) < ROUNDING;
  const column = Math.floor(x!);
  const row = Math.floor(y!);
  if (!isLevel(column, row)) return false;
  for (const [dx, dy] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const) {
    if (isLevel(column + dx, row) && isLevel(column, row + dy) && isLevel(column + dx, row + dy)) return true;
  }
  return false;
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
