/** One row of the table: a point, what the model says about it, and its loss. Drawn again only when one of its values changes. */
import type { TFunction } from 'i18next';
import { Pin } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { ClassMark } from '../../../../drawings/ClassMark';
import type { PlaneRange } from '../../../../engine/data/dataset';
import { exactText } from '../../../controls/numberText';
import { className, type Names } from '../../../shared/dataNames';
import { CellInput } from './CellInput';
import { ClassMenu } from './ClassMenu';
import { axisOf, coordinateText, liveText, mostClasses } from './cellText';
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
  plane: PlaneRange;
  inputs: 1 | 2;
  names: Names;
  t: TFunction;
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
      {columns.map((column) => cellOf(column, props))}
    </tr>
  );
});

/** Not a component, nor are its contents: a quick scroll draws hundreds of cells in a frame. */
function cellOf(column: ColumnId, row: RowProps): ReactNode {
  const isCursor = row.cursor === column;
  const cursor = { tabIndex: isCursor ? 0 : -1, ...(isCursor ? { 'data-cursor': true } : {}) };
  if (column === 'follow') return followCell(row, cursor);
  const Element = column === 'number' ? 'th' : 'td';
  return (
    <Element
      key={column}
      {...(column === 'number' ? { scope: 'row' } : {})}
      className={`${styles.cell} ${styles[column] ?? ''}`}
      data-column={column}
      {...cursor}
    >
      {row.editor?.editing.column === column ? (
        <CellEditor {...row} {...row.editor} />
      ) : (
        contentOf(column, row)
      )}
    </Element>
  );
}

const pin = <Pin size={14} aria-hidden />;

function followCell({ index, isFollowed, t }: RowProps, cursor: { tabIndex: number }): ReactNode {
  return (
    <td key="follow" className={styles.cell} data-column="follow">
      <button
        type="button"
        className={styles.followButton}
        aria-label={t('table.followPoint', { n: index + 1 })}
        aria-pressed={isFollowed}
        {...cursor}
      >
        {pin}
      </button>
    </td>
  );
}

function CellEditor({ editing, grid, problemId, t, ...row }: RowProps & Editor) {
  const { column } = editing;
  const { classes, columns, index } = row;
  const title = columnTitle(t, column, { classifies: classes !== null, columns, names: row.names });
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

function contentOf(column: ColumnId, row: RowProps): ReactNode {
  const { t, index, y, isTest, prediction, loss, classes } = row;
  switch (column) {
    case 'number':
      return index + 1;
    case 'x1':
    case 'x2':
      return coordinateText(row[column], axisOf(column, row));
    case 'y':
      return classes === null ? coordinateText(y, axisOf('y', row)) : classValue(y, row.names);
    case 'split':
      return isTest ? t('table.test') : t('table.train');
    case 'prediction':
      return classes === null ? liveText(prediction) : predicted(row);
    case 'loss':
      return liveText(loss);
    case 'follow':
      return null;
  }
}

const classValues = new Map<string, ReactNode>();

/** Mark and name or number of a class, from 0; the same element every time, which React need not compare. */
function classValue(value: number, names: Names): ReactNode {
  const text = className(names, value) ?? String(value + 1);
  const key = `${value} ${text}`;
  const known = classValues.get(key);
  if (known) return known;
  const element = (
    <span className={styles.class}>
      <ClassMark classIndex={value} sizePx={13} />
      <span>{text}</span>
    </span>
  );
  classValues.set(key, element);
  return element;
}

/** Wrong ones are told apart by weight and line, as in the confusion matrix. */
function predicted({ prediction, y, t, names }: RowProps): ReactNode {
  // Just after the task has changed, predictions may still be values.
  if (prediction === undefined || !Number.isInteger(prediction) || prediction < 0) return '–';
  if (prediction === y) return classValue(prediction, names);
  return (
    <span className={styles.wrong}>
      {classValue(prediction, names)}
      <span className="visually-hidden">{t('table.wrong')}</span>
    </span>
  );
}
