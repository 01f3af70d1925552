/** The first rows of a table, with what its columns will be. */
import type { CsvTable } from '../../../persistence/csv';
import type { CsvColumn } from '../../../persistence/csvColumns';
import type { CsvChoice } from '../../../persistence/csvGuess';
import { useWords } from '../../controls/useWords';
import { columnLabel, shortened } from './csvWords';
import styles from './ImportDialog.module.css';

const shownRows = 4;

interface ImportPreviewProps {
  table: CsvTable;
  columns: readonly CsvColumn[];
  choice: CsvChoice;
}

export function ImportPreview({ table, columns, choice }: ImportPreviewProps) {
  const { t } = useWords();
  const { hasHeader, task, x1, x2, y } = choice;
  const first = hasHeader ? 1 : 0;
  const roles = new Map([
    [y, task === 'classification' ? t('table.class') : 'y'],
    [x2, 'x₂'],
    [x1, x2 === null ? 'x' : 'x₁'],
  ]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is to be scrolled by keys as well
    <section className={styles.preview} aria-label={t('table.csv.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
              <th key={i} scope="col" data-role={roles.get(i)}>
                {columnLabel(t, columns, hasHeader, i)}
                {roles.has(i) && <small>{roles.get(i)}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(first, first + shownRows).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name, and never change
            <tr key={i}>
              {columns.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                <td key={column} data-role={roles.get(column)}>
                  {shortened(row[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
