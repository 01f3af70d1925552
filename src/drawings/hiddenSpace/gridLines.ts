/** Which cells of a map over the plane lie on the lines of its grid: straight on the plane, bent where a layer takes them. */

export interface GridLine {
  /** The input that is the same all along the line. */
  readonly equal: 'x1' | 'x2';
  /** An edge of the plane. */
  readonly isEdge: boolean;
  /** Cells along the line, in order; index into [row][column]. */
  readonly cells: Uint32Array;
}

/** About every third cell of a map of 32 columns. */
const LINES = 11;

/** Lines of both directions; for a single row, which is the line of a model with one input, that row alone. */
export function gridLines(columns: number, rows: number): GridLine[] {
  const across = (row: number, isEdge: boolean): GridLine => ({
    equal: 'x2',
    isEdge,
    cells: Uint32Array.from({ length: columns }, (_, column) => row * columns + column),
  });
  const down = (column: number, isEdge: boolean): GridLine => ({
    equal: 'x1',
    isEdge,
    cells: Uint32Array.from({ length: rows }, (_, row) => row * columns + column),
  });
  if (rows === 1) return [across(0, false)];
  return [
    ...spread(rows).map(([row, isEdge]) => across(row, isEdge)),
    ...spread(columns).map((c) => down(...c)),
  ];
}

/** Indices evenly over 0 … count − 1, both ends included, and whether each is an end. */
function spread(count: number): [number, boolean][] {
  const lines = Math.min(LINES, count);
  return Array.from({ length: lines }, (_, i) => [
    lines > 1 ? Math.round((i * (count - 1)) / (lines - 1)) : 0,
    i === 0 || i === lines - 1,
  ]);
}
