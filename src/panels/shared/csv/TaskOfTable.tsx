/** What the model learns from the points of a table: a class, or a number from one or two inputs. */
import { type CsvColumn, holdsNumbers } from '../../../io/csv/columns';
import type { CsvChoice, Role } from '../../../io/csv/roles';
import { type TaskChoice, taskChoiceOf } from '../../../store/dataEdits';
import { Choice } from '../../controls/Choice';
import { useWords } from '../../controls/useWords';

interface TaskOfTableProps {
  columns: readonly CsvColumn[];
  choice: CsvChoice;
  onChange: (choice: CsvChoice) => void;
}

const tasks: readonly TaskChoice[] = ['classification', 'regression1', 'regression2'];

export function TaskOfTable({ columns, choice, onChange }: TaskOfTableProps) {
  const { t } = useWords();
  const inputs = choice.roles.includes('x2') ? 2 : 1;
  const offered = columns.length > 2 ? tasks : tasks.filter((id) => id === 'regression1');
  const value = taskChoiceOf({ task: choice.task, inputs });
  return (
    <Choice
      variant="stacked"
      label={t('table.csv.task')}
      items={(offered.includes(value) ? offered : tasks).map((id) => ({
        id,
        label: t(`table.csv.tasks.${id}`),
      }))}
      value={value}
      onChange={(id) => onChange(withTask(choice, id, columns))}
      hint={t('table.hints.csvTask')}
    />
  );
}

/** Another task keeps the columns; a second input, where there was none, is the first column of numbers that is free. */
function withTask(choice: CsvChoice, id: TaskChoice, columns: readonly CsvColumn[]): CsvChoice {
  const task = id === 'classification' ? 'classification' : 'regression';
  const roles: Role[] = [...choice.roles];
  const second = roles.indexOf('x2');
  if (id === 'regression1' && second >= 0) roles[second] = 'unused';
  if (id !== 'regression1' && second < 0) {
    const free = roles.findIndex((role, i) => role === 'unused' && holdsNumbers(columns[i]));
    if (free >= 0) roles[free] = 'x2';
  }
  // A number to predict stands in one column.
  return {
    task,
    roles: task === 'regression' ? roles.map((role) => (role === 'oneHot' ? 'unused' : role)) : roles,
  };
}
