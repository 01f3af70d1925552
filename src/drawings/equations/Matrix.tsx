/**
 * A matrix or a vector with the numbers of the latest snapshot between brackets. Large ones are folded, first rows and columns and the last,
 * until they are opened; opened ones that are larger still scroll, and only what is in sight exists. Entries can be pointed at.
 */
import { type MouseEvent, type PointerEvent, useState } from 'react';
import { isLit, isOfLayer, type SymbolRef } from '../../engine/model/symbolRef';
import { foldIndices } from './foldIndices';
import styles from './Matrix.module.css';
import { useWindow } from './useWindow';

export interface MatrixProps {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => number;
  readonly text: (value: number) => string;
  /** What it is, say "W[1]". */
  readonly label: string;
  /** What it stands for: rows are units, columns the units that weights come from, or points. */
  readonly symbol?: SymbolRef | undefined;
  /** It stands on its side: columns are units. */
  readonly isTransposed?: boolean | undefined;
  readonly lit?: SymbolRef | null;
  readonly onSymbol?: ((symbol: SymbolRef | null) => void) | undefined;
  /** An entry is pointed at, or none any more. */
  readonly onEntry?: ((entry: MatrixEntry | null) => void) | undefined;
  /** Rows and columns that are written while it is folded, at least 3 each. */
  readonly fold?: { readonly rows: number; readonly columns: number };
  /** Opened from the start; for the gallery. */
  readonly isOpened?: boolean;
  readonly words: MatrixWords;
}

export interface MatrixEntry {
  readonly row: number;
  readonly column: number;
}

export interface MatrixWords {
  /** What the button under a folded matrix does; `size` is "8 × 2". */
  readonly open: (size: string) => string;
  readonly close: (size: string) => string;
}

const usualFold = { rows: 5, columns: 5 };
/** Dots for what is left out: columns, rows, both. */
const dots = { column: '⋯', row: '⋮', both: '⋱' } as const;

export function Matrix(props: MatrixProps) {
  const { rows, columns, label, symbol, lit = null, onSymbol, fold = usualFold, words } = props;
  const [opened, setOpened] = useState(props.isOpened ?? false);
  const isFoldable = rows > fold.rows || columns > fold.columns;
  const isOpen = opened && isFoldable;
  const size = `${rows} × ${columns}`;
  const isWholeLit = symbol !== undefined && isLit(lit, symbol);
  const look = (entry: MatrixEntry | null) => {
    onSymbol?.(entry ? entrySymbol(props, entry) : (symbol ?? null));
    props.onEntry?.(entry);
  };
  const leave = () => {
    onSymbol?.(null);
    props.onEntry?.(null);
  };
  const handlers = {
    onPointerOver: ({ target, pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') look(entryAt(target));
    },
    onPointerLeave: leave,
    onClick: ({ target }: MouseEvent) => look(entryAt(target)),
  };
  return (
    <div className={styles.matrix} data-matrix={label}>
      <div
        className={styles.brackets}
        data-lit={isWholeLit || undefined}
        {...((onSymbol && symbol) || props.onEntry ? handlers : {})}
      >
        {isOpen ? <OpenEntries {...props} /> : <FoldedEntries {...props} fold={fold} />}
      </div>
      {isFoldable ? (
        <button
          type="button"
          className={styles.size}
          aria-expanded={isOpen}
          aria-label={(isOpen ? words.close : words.open)(`${label} ${size}`)}
          onClick={() => setOpened(!isOpen)}
        >
          {size}
          <span aria-hidden="true">{isOpen ? ' ▴' : ' ▾'}</span>
        </button>
      ) : (
        <span className={styles.size}>{size}</span>
      )}
    </div>
  );
}

/** The entry that an event happened on; null beside the entries. */
function entryAt(target: EventTarget): MatrixEntry | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
  const [row, column] = cell?.dataset.entry?.split(',').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function entrySymbol({ symbol, isTransposed }: MatrixProps, { row, column }: MatrixEntry): SymbolRef | null {
  if (!symbol || !isOfLayer(symbol)) return symbol ?? null;
  const hasOrigin = symbol.quantity === 'W' || symbol.quantity === 'dW';
  const [unit, other] = isTransposed ? [column, row] : [row, column];
  return { ...symbol, unit, ...(hasOrigin ? { from: other } : {}) };
}

interface EntryProps extends MatrixProps {
  readonly row: number;
  readonly column: number;
}

function Entry({ row, column, ...matrix }: EntryProps) {
  const { at, text, lit = null } = matrix;
  const symbol = lit && entrySymbol(matrix, { row, column });
  const isEntryLit = symbol !== null && isOfLayer(symbol) && isLit(lit, symbol);
  return (
    <td data-entry={`${row},${column}`} data-lit={isEntryLit || undefined}>
      {text(at(row, column))}
    </td>
  );
}

function FoldedEntries(props: MatrixProps & { readonly fold: { rows: number; columns: number } }) {
  const rows = foldIndices(props.rows, props.fold.rows);
  const columns = foldIndices(props.columns, props.fold.columns);
  return (
    <table className={styles.entries} aria-label={props.label}>
      <tbody>
        {rows.map((row) => (
          <tr key={row ?? 'dots'}>
            {columns.map((column) =>
              row === null || column === null ? (
                <td key={column ?? 'dots'} className={styles.dots}>
                  {row !== null ? dots.column : column !== null ? dots.row : dots.both}
                </td>
              ) : (
                <Entry key={column} {...props} row={row} column={column} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Entries have one size here, so that what is out of sight can be left out. */
const entryPx = { width: 56, height: 18 };

function OpenEntries(props: MatrixProps) {
  const { rows, columns, label } = props;
  const [scroller, { top, bottom, left, right }] = useWindow(rows, columns, entryPx);
  const size = { width: columns * entryPx.width, height: rows * entryPx.height };
  const place = { paddingTop: top * entryPx.height, paddingLeft: left * entryPx.width };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of controls
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label={label}>
      <div style={{ ...size, ...place }}>
        <table className={styles.open} aria-label={label} aria-rowcount={rows} aria-colcount={columns}>
          <tbody>
            {range(top, bottom).map((row) => (
              <tr key={row} aria-rowindex={row + 1} style={{ height: entryPx.height }}>
                {range(left, right).map((column) => (
                  <Entry key={column} {...props} row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
