/** The row of headers: each sorts by its column. The title over the last column only says what its buttons do. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useHint } from '../../../controls/useHint';
import { useWords } from '../../../controls/useWords';
import { useNames } from '../../../shared/dataNames';
import type { ColumnId } from './columns';
import { columnTitle } from './columnTitle';
import styles from './DataTable.module.css';
import type { Grid } from './useGrid';
import type { RowOrder, Sorting } from './useRowOrder';

interface TableHeadProps {
  columns: readonly ColumnId[];
  classifies: boolean;
  rows: RowOrder;
  grid: Grid;
}

export function TableHead({ columns, classifies, rows, grid }: TableHeadProps) {
  return (
    <thead className={styles.head}>
      <tr className={styles.headRow} aria-rowindex={1}>
        {columns.map((column) => (
          <Header
            key={column}
            column={column}
            classifies={classifies}
            columns={columns}
            sorting={rows.sorting?.column === column ? rows.sorting : null}
            isCursor={grid.cursor.row < 0 && grid.cursor.column === column}
            onSort={() => {
              grid.moveTo({ row: -1, column });
              rows.sortBy(column);
            }}
          />
        ))}
      </tr>
    </thead>
  );
}

interface HeaderProps {
  column: ColumnId;
  classifies: boolean;
  columns: readonly ColumnId[];
  /** How the rows are sorted by this column; null when they are not. */
  sorting: Sorting | null;
  isCursor: boolean;
  onSort: () => void;
}

function Header({ column, classifies, columns, sorting, isCursor, onSort }: HeaderProps) {
  const { t } = useWords();
  const title = columnTitle(t, column, { classifies, columns, names: useNames() });
  const hint = useHint(hintOf(t, column, title));
  const cursor = { tabIndex: isCursor ? 0 : -1, ...(isCursor ? { 'data-cursor': true } : {}) };
  const Arrow = sorting?.descending ? ArrowDown : ArrowUp;
  const order = sorting?.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={`${styles.cell} ${styles[column] ?? ''}`}
      data-column={column}
      {...(column === 'follow' ? cursor : {})}
      aria-sort={column === 'follow' ? undefined : sorting ? order : 'none'}
    >
      <span className={styles.header} {...hint.triggerProps}>
        {column === 'follow' ? (
          <span className="visually-hidden">{title}</span>
        ) : (
          <button
            type="button"
            className={styles.title}
            aria-describedby={hint.describedBy}
            onClick={() => hint.wasAsked() || onSort()}
            {...(column === 'number' ? { 'aria-label': t('table.number') } : {})}
            {...cursor}
          >
            <span className={styles.titleText}>{title}</span>
            {sorting && <Arrow size={12} aria-hidden />}
          </button>
        )}
        {hint.hintNode}
      </span>
    </th>
  );
}

function hintOf(t: ReturnType<typeof useWords>['t'], column: ColumnId, title: string): string {
  if (column === 'follow') return t('table.hints.follow');
  if (column === 'number') return t('table.hints.number');
  if (column === 'split') return t('table.hints.split');
  return t('table.hints.sort', { column: title });
}
