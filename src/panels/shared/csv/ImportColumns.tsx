/** The choice of the task and of the columns. */
import type { CsvColumn } from '../../../persistence/csvColumns';
import type { CsvChoice } from '../../../persistence/csvGuess';
import { type TaskChoice, taskChoiceOf } from '../../../store/dataEdits';
import { Choice } from '../../controls/Choice';
import { useWords } from '../../controls/useWords';
import { columnLabel } from './csvWords';
import styles from './ImportDialog.module.css';

interface ImportColumnsProps {
  columns: readonly CsvColumn[];
  choice: CsvChoice;
  onChange: (choice: CsvChoice) => void;
}

const tasks: readonly TaskChoice[] = ['classification', 'regression1', 'regression2'];

export function ImportColumns({ columns, choice, onChange }: ImportColumnsProps) {
  const { t } = useWords();
  const { task, x1, x2, y, hasHeader } = choice;
  const offered = columns.length > 2 ? tasks : tasks.filter((id) => id === 'regression1');
  const items = columns.map((_, i) => ({ id: String(i), label: columnLabel(t, columns, hasHeader, i) }));
  const column = (label: string, value: number, set: (index: number) => CsvChoice) => (
    <Choice
      variant="stacked"
      label={label}
      items={items}
      value={String(value)}
      onChange={(id) => onChange(set(Number(id)))}
      hint={t('table.hints.csvColumn')}
    />
  );
  const inputs = x2 === null ? 1 : 2;
  return (
    <div className={styles.columns}>
      <Choice
        variant="stacked"
        label={t('table.csv.task')}
        items={offered.map((id) => ({ id, label: t(`table.csv.tasks.${id}`) }))}
        value={taskChoiceOf({ task, inputs })}
        onChange={(id) => onChange(withTask(choice, id, columns.length))}
        hint={t('table.hints.csvTask')}
      />
      {column(t('table.csv.inputColumn', { symbol: inputs === 1 ? 'x' : 'x₁' }), x1, (index) => ({
        ...choice,
        x1: index,
      }))}
      {x2 !== null &&
        column(t('table.csv.inputColumn', { symbol: 'x₂' }), x2, (index) => ({ ...choice, x2: index }))}
      {column(
        task === 'classification' ? t('table.csv.classColumn') : t('table.csv.targetColumn'),
        y,
        (index) => ({ ...choice, y: index }),
      )}
    </div>
  );
}

/** Another task keeps the columns; a second input, where there was none, is the first column that is free. */
function withTask(choice: CsvChoice, id: TaskChoice, columns: number): CsvChoice {
  const task = id === 'classification' ? 'classification' : 'regression';
  if (id === 'regression1') return { ...choice, task, x2: null };
  const free = Array.from({ length: columns }, (_, i) => i).find((i) => i !== choice.x1 && i !== choice.y);
  return { ...choice, task, x2: choice.x2 ?? free ?? 0 };
}
