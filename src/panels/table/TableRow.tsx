/** One row of the table: a point, what the model says about it, and its loss. Drawn again only when one of its values changes. */
import { Crosshair } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ClassMark } from '../../drawings/ClassMark';
import { exactText } from '../controls/numberText';
import { useWords } from '../controls/useWords';
import { CellInput } from './CellInput';
import { ClassMenu } from './ClassMenu';
import { coordinateText, liveText, mostClasses } from './cellText';
import type { ColumnId } from './columns';
import { columnTitle } from './columnTitle';
import styles from './DataTable.module.css';
import type { Editing, Grid } from './useGrid';

export interface RowValues {
  readonly index: number;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly isTest: boolean;
  /** Predicted class, from 0, or value; undefined while nothing is known. */
  readonly prediction: number | undefined;
  readonly loss: number | undefined;
}

export interface RowProps extends RowValues {
  row: number;
  topPx: number;
  columns: readonly ColumnId[];
  /** null for targets. */
  classes: number | null;
  isSelected: boolean;
  isPointed: boolean;
  isFollowed: boolean;
  /** The column of the cursor, if it is in this row. */
  cursor: ColumnId | null;
  /** Only where something is edited in this row. */
  editor: Editor | null;
}

interface Editor {
  readonly editing: Editing;
  readonly grid: Grid;
  readonly problemId: string;
}

export const TableRow = memo(function TableRow(props: RowProps) {
  const { index, row, topPx, columns, isSelected, isPointed } = props;
  return (
    <tr
      className={styles.row}
      style={{ transform: `translateY(${topPx}px)` }}
      aria-rowindex={row + 2}
      aria-selected={isSelected}
      data-row={row}
      data-index={index}
      data-pointed={isPointed || undefined}
    >
      {columns.map((column) => (
        <TableCell key={column} column={column} {...props} />
      ))}
    </tr>
  );
});

interface CellProps extends RowProps {
  column: ColumnId;
}

function TableCell({ column, ...row }: CellProps) {
  const { t } = useWords();
  const isCursor = row.cursor === column;
  const cursor = { tabIndex: isCursor ? 0 : -1, ...(isCursor ? { 'data-cursor': true } : {}) };
  if (column === 'follow') {
    return (
      <td className={styles.cell} data-column={column}>
        <button
          type="button"
          className={styles.followButton}
          aria-label={t('table.followPoint', { n: row.index + 1 })}
          aria-pressed={row.isFollowed}
          {...cursor}
        >
          <Crosshair size={14} aria-hidden />
        </button>
      </td>
    );
  }
  const Element = column === 'number' ? 'th' : 'td';
  return (
    <Element
      {...(column === 'number' ? { scope: 'row' } : {})}
      className={`${styles.cell} ${styles[column] ?? ''}`}
      data-column={column}
      {...cursor}
    >
      {row.editor?.editing.column === column ? (
        <CellEditor {...row} {...row.editor} />
      ) : (
        <Content column={column} {...row} />
      )}
    </Element>
  );
}

function CellEditor({ editing, grid, problemId, ...row }: RowProps & Editor) {
  const { t } = useWords();
  const { column } = editing;
  const { classes, columns, index } = row;
  const title = columnTitle(t, column, { classifies: classes !== null, columns });
  const label = t('table.cellOf', { column: title, n: index + 1 });
  if (column === 'y' && classes !== null) {
    return <ClassMenu value={row.y} classes={mostClasses({ classes })} label={label} grid={grid} />;
  }
  return (
    <CellInput
      editing={editing}
      exact={exactText(row[column])}
      label={label}
      problemId={problemId}
      grid={grid}
    />
  );
}

function Content({ column, ...row }: RowProps & { column: ColumnId }): ReactNode {
  const { t } = useWords();
  const classifies = row.classes !== null;
  switch (column) {
    case 'number':
      return row.index + 1;
    case 'x1':
    case 'x2':
      return coordinateText(row[column]);
    case 'y':
      return classifies ? <ClassValue value={row.y} /> : coordinateText(row.y);
    case 'split':
      return row.isTest ? t('table.test') : t('table.train');
    case 'prediction':
      return classifies ? <Predicted {...row} /> : liveText(row.prediction);
    case 'loss':
      return liveText(row.loss);
    case 'follow':
      return null;
  }
}

function ClassValue({ value }: { value: number }) {
  return (
    <span className={styles.class}>
      <ClassMark classIndex={value} sizePx={13} />
      <span>{value + 1}</span>
    </span>
  );
}

/** Wrong ones are told apart by weight and line, as in the confusion matrix. */
function Predicted({ prediction, y }: RowValues) {
  const { t } = useWords();
  // For a moment after the task has changed, predictions may still be values.
  if (prediction === undefined || !Number.isInteger(prediction) || prediction < 0) return '–';
  if (prediction === y) return <ClassValue value={prediction} />;
  return (
    <span className={styles.wrong}>
      <ClassValue value={prediction} />
      <span className="visually-hidden">{t('table.wrong')}</span>
    </span>
  );
}
