/** The grid of the table: headers that stay in sight over rows, and the sentence about a value that was refused. */
import { type CSSProperties, useId, useState } from 'react';
import type { DataSpec } from '../../../../engine/experiment';
import { FieldProblem } from '../../../controls/FieldProblem';
import { useWords } from '../../../controls/useWords';
import { namesOf } from '../../../shared/dataNames';
import { coordinateText } from './cellText';
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
      <div ref={setElement} className={styles.scroller} style={widthsOf(data, rows.order.length)}>
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

/** Characters of the longest number and of the longest coordinate, by which their columns are as narrow as they can be. */
function widthsOf(data: DataSpec, points: number): CSSProperties {
  const { plane } = data;
  const coordinates = [plane.x, plane.y].flatMap((range) =>
    range.map((bound) => coordinateText(bound, range).length),
  );
  const isNamed = (namesOf(data)?.classes.length ?? 0) > 0;
  return {
    '--digits': String(points).length,
    '--coordinate': Math.max(...coordinates),
    '--class': isNamed ? '76px' : '36px',
  } as CSSProperties;
}

/** A row is as high as a control: taller for fingers. */
function controlHeight(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--control')) || 28;
}
