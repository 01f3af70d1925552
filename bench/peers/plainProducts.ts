/**
 * The matrix products of the plain JavaScript peer, C += A · B, with the sums of a small tile of C kept in registers. Of the layouts
 * that were measured (dot products over packed rows, rank-1 updates, tiles of 1×4 to 4×4, each in float32 and float64) these two are
 * the fastest in V8: two rows by four columns where C is wide, two by two where it is narrow. Float64 beats float32, because the
 * language rounds every float32 product apart.
 */

/** From how many columns on C counts as wide. */
export const wideColumns = 16;

/** A matrix in a flat array: element [r][k] is at r·`row` + k·`step`. */
export interface Matrix {
  readonly values: Float64Array;
  readonly row: number;
  readonly step: number;
}

/** C[r][c] += Σ_k A[r][k] · B[k][c] for `depth` values of k; `columns` is also the length of a row of C. */
export function addProduct(
  c: Float64Array,
  rows: number,
  columns: number,
  depth: number,
  a: Matrix,
  b: Matrix,
): void {
  const tiledRows = rows & ~1;
  const wide = columns >= wideColumns && b.step === 1;
  const tiledColumns = wide ? columns & ~3 : columns & ~1;
  if (wide) addWide(c, tiledRows, columns, depth, a.values, a.row, a.step, b.values, b.row);
  else addNarrow(c, tiledRows, columns, depth, a.values, a.row, a.step, b.values, b.row, b.step);
  if (tiledRows < rows) addRest(c, tiledRows, rows, 0, tiledColumns, columns, depth, a, b);
  if (tiledColumns < columns) addRest(c, 0, rows, tiledColumns, columns, columns, depth, a, b);
}

function addWide(
  c: Float64Array,
  rows: number,
  columns: number,
  depth: number,
  a: Float64Array,
  aRow: number,
  aStep: number,
  b: Float64Array,
  bRow: number,
): void {
  for (let column = 0; column + 4 <= columns; column += 4) {
    for (let row = 0; row < rows; row += 2) {
      const ic = row * columns + column;
      const jc = ic + columns;
      let s00 = c[ic]!;
      let s01 = c[ic + 1]!;
      let s02 = c[ic + 2]!;
      let s03 = c[ic + 3]!;
      let s10 = c[jc]!;
      let s11 = c[jc + 1]!;
      let s12 = c[jc + 2]!;
      let s13 = c[jc + 3]!;
      let ia = row * aRow;
      let ib = column;
      for (let k = 0; k < depth; k++) {
        const a0 = a[ia]!;
        const a1 = a[ia + aRow]!;
        const b0 = b[ib]!;
        const b1 = b[ib + 1]!;
        const b2 = b[ib + 2]!;
        const b3 = b[ib + 3]!;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s02 += a0 * b2;
        s03 += a0 * b3;
        s10 += a1 * b0;
        s11 += a1 * b1;
        s12 += a1 * b2;
        s13 += a1 * b3;
        ia += aStep;
        ib += bRow;
      }
      c[ic] = s00;
      c[ic + 1] = s01;
      c[ic + 2] = s02;
      c[ic + 3] = s03;
      c[jc] = s10;
      c[jc + 1] = s11;
      c[jc + 2] = s12;
      c[jc + 3] = s13;
    }
  }
}

function addNarrow(
  c: Float64Array,
  rows: number,
  columns: number,
  depth: number,
  a: Float64Array,
  aRow: number,
  aStep: number,
  b: Float64Array,
  bRow: number,
  bStep: number,
): void {
  for (let column = 0; column + 2 <= columns; column += 2) {
    for (let row = 0; row < rows; row += 2) {
      const ic = row * columns + column;
      const jc = ic + columns;
      let s00 = c[ic]!;
      let s01 = c[ic + 1]!;
      let s10 = c[jc]!;
      let s11 = c[jc + 1]!;
      let ia = row * aRow;
      let ib = column * bStep;
      for (let k = 0; k < depth; k++) {
        const a0 = a[ia]!;
        const a1 = a[ia + aRow]!;
        const b0 = b[ib]!;
        const b1 = b[ib + bStep]!;
        s00 += a0 * b0;
        s01 += a0 * b1;
        s10 += a1 * b0;
        s11 += a1 * b1;
        ia += aStep;
        ib += bRow;
      }
      c[ic] = s00;
      c[ic + 1] = s01;
      c[jc] = s10;
      c[jc + 1] = s11;
    }
  }
}

/** One sum at a time, for the row or the columns that the tiles leave over. */
function addRest(
  c: Float64Array,
  firstRow: number,
  endRow: number,
  firstColumn: number,
  endColumn: number,
  columns: number,
  depth: number,
  a: Matrix,
  b: Matrix,
): void {
  for (let row = firstRow; row < endRow; row++) {
    for (let column = firstColumn; column < endColumn; column++) {
      let sum = c[row * columns + column]!;
      for (let k = 0; k < depth; k++) {
        sum += a.values[row * a.row + k * a.step]! * b.values[k * b.row + column * b.step]!;
      }
      c[row * columns + column] = sum;
    }
  }
}
