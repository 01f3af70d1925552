/** The grid of the table: headers that stay in sight over rows, and the sentence about a value that was refused. */
import { useId, useState } from 'react';
import type { DataSpec } from '../../../../engine/experiment';
import { FieldProblem } from '../../../controls/FieldProblem';
import { useWords } from '../../../controls/useWords';
import { columnsOf } from './columns';
import styles from './DataTable.module.css';
import { TableHead } from './TableHead';
import { TableRows } from './TableRows';
import type { Grid } from './useGrid';
import { useGridKeys } from './useGridKeys';
import { useGridPresses } from './useGridPresses';
import type { RowOrder } from './useRowOrder';

interface TableGridProps {
  data: DataSpec;
  rows: RowOrder;
  grid: Grid;
}

export function TableGrid({ data, rows, grid }: TableGridProps) {
  const { t } = useWords();
  const problemId = useId();
  const instructionsId = useId();
  const [rowPx] = useState(controlHeight);
  const { setElement, problem } = grid;
  const columns = columnsOf(data);
  const presses = useGridPresses(grid, rows.order);
  const onKeyDown = useGridKeys(grid, rows.order, rowPx);
  return (
    <div className={styles.frame}>
      <p id={instructionsId} className="visually-hidden">
        {t('table.instructions')}
      </p>
      <div ref={setElement} className={styles.scroller}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are used is a grid
          role="grid"
          className={styles.grid}
          data-inputs={data.inputs}
          aria-label={t('table.label')}
          aria-describedby={instructionsId}
          aria-rowcount={rows.order.length + 1}
          aria-colcount={columns.length}
          aria-multiselectable
          onKeyDown={onKeyDown}
          {...presses}
        >
          <TableHead columns={columns} classifies={data.task === 'classification'} rows={rows} grid={grid} />
          <TableRows data={data} order={rows.order} grid={grid} rowPx={rowPx} problemId={problemId} />
        </table>
      </div>
      <div className={styles.problem}>
        <FieldProblem id={problemId} problem={problem} />
      </div>
    </div>
  );
}

/** A row is as high as a control: taller for fingers. */
function controlHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--control')) || 28;
}
