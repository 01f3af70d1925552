/** Matrices and vectors in every state. */
import type { SymbolRef } from '../../engine/model/symbolRef';
import type { GalleryCase } from '../gallery/galleryCase';
import { weightText } from '../network/valueLabels';
import { Matrix, type MatrixProps } from './Matrix';

const words = {
  open: (size: string) => `Show all of ${size}`,
  close: (size: string) => `Fold ${size}`,
};

function matrix(rows: number, columns: number, more: Partial<MatrixProps> = {}) {
  return (
    <div style={{ maxWidth: 480 }}>
      <Matrix
        rows={rows}
        columns={columns}
        at={(row, column) => Math.sin(1 + row * 7.3 + column * 2.1) * 2}
        text={weightText}
        label={`W ${rows} × ${columns}`}
        symbol={{ quantity: 'W', layer: 0 }}
        onSymbol={() => {}}
        words={words}
        {...more}
      />
    </div>
  );
}

const lit = (entry: Partial<SymbolRef> = {}) => ({ quantity: 'W', layer: 0, ...entry }) as SymbolRef;

export const cases: readonly GalleryCase[] = [
  { id: 'matrix-small', title: 'A kernel', element: matrix(3, 2) },
  { id: 'matrix-number', title: 'One number', element: matrix(1, 1) },
  { id: 'matrix-vector', title: 'A bias', element: matrix(4, 1) },
  { id: 'matrix-folded', title: 'Folded', element: matrix(128, 128) },
  { id: 'matrix-rows', title: 'Rows folded', element: matrix(8, 2) },
  { id: 'matrix-columns', title: 'Columns folded', element: matrix(2, 8) },
  { id: 'matrix-opened', title: 'Opened', element: matrix(8, 6, { isOpened: true }) },
  {
    id: 'matrix-scrolled',
    title: 'Opened, larger than its place',
    element: matrix(128, 128, { isOpened: true }),
  },
  { id: 'matrix-lit', title: 'Lit', element: matrix(3, 3, { lit: lit() }) },
  { id: 'matrix-row', title: 'A row lit', element: matrix(3, 3, { lit: lit({ unit: 1 }) }) },
  { id: 'matrix-entry', title: 'An entry lit', element: matrix(3, 3, { lit: lit({ unit: 1, from: 2 }) }) },
  {
    id: 'matrix-strange',
    title: 'Huge, tiny, and not a number',
    element: matrix(3, 2, {
      at: (row, column) =>
        [
          [1e9, -1e-9],
          [Number.NaN, Infinity],
          [-123.4, 0],
        ][row]![column]!,
    }),
  },
];
