/** The first rows of a table under what its columns will be, which is chosen here. */
import type { ExaminedTable } from '../../../io/csv/read';
import { type CsvChoice, type Role, roles, withRole } from '../../../io/csv/roles';
import { Choice } from '../../controls/Choice';
import { useWords } from '../../controls/useWords';
import { columnLabel, shortened } from './csvWords';
import styles from './ImportDialog.module.css';

const shownRows = 4;

interface ImportPreviewProps {
  examined: ExaminedTable;
  choice: CsvChoice;
  onChange: (choice: CsvChoice) => void;
}

export function ImportPreview({ examined, choice, onChange }: ImportPreviewProps) {
  const { table, columns, layout } = examined;
  const { t } = useWords();
  const rows = table.rows
    .map((cells, row) => ({ cells, row }))
    .slice(layout.first, layout.first + shownRows + layout.comments.size)
    .filter(({ row }) => !layout.comments.has(row))
    .slice(0, shownRows);
  const isUsed = (column: number) => !['unused', 'rowNumber'].includes(choice.roles[column] ?? 'unused');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is to be scrolled by keys as well
    <section className={styles.preview} aria-label={t('table.csv.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
              <th key={i} scope="col" data-role={isUsed(i) || undefined}>
                <span>{columnLabel(t, columns, i)}</span>
                <RoleChoice examined={examined} choice={choice} column={i} onChange={onChange} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, row }) => (
            <tr key={row}>
              {columns.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name of their own
                <td key={column} data-role={isUsed(column) || undefined}>
                  {shortened(cells[column] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RoleChoiceProps extends ImportPreviewProps {
  column: number;
}

function RoleChoice({ examined, choice, column, onChange }: RoleChoiceProps) {
  const { t } = useWords();
  const { task } = choice;
  const inputs = choice.roles.includes('x2') ? 2 : 1;
  const words = (role: Role): string => {
    if (role === 'x1') return inputs === 1 ? t('table.csv.roles.x') : t('table.csv.roles.x1');
    if (role === 'y') return t(`table.csv.roles.${task}`);
    return t(`table.csv.roles.${role}`);
  };
  return (
    <Choice<Role>
      variant="compact"
      label={t('table.csv.roleOf', { column: columnLabel(t, examined.columns, column) })}
      items={roles.map((id) => ({ id, label: words(id) }))}
      value={choice.roles[column] ?? 'unused'}
      onChange={(role) => onChange(withRole(choice, column, role))}
      hint={t('table.hints.csvRole')}
    />
  );
}
