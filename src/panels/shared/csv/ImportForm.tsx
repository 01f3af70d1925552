/** Which columns of a table are the inputs and the answer, and what will become of its rows. */
import { useMemo, useState } from 'react';
import { toast } from 'sonner';
import type { ExaminedTable } from '../../../persistence/csvFiles';
import { type CsvChoice, guessChoice } from '../../../persistence/csvGuess';
import { fitPlane } from '../../../persistence/csvPlane';
import { takePoints } from '../../../persistence/csvPoints';
import { importPoints } from '../../../store/dataEdits';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { Note } from '../../controls/Note';
import { Toggle } from '../../controls/Toggle';
import { useWords } from '../../controls/useWords';
import { count, pointsTrouble } from './csvWords';
import { ImportColumns } from './ImportColumns';
import styles from './ImportDialog.module.css';
import { ImportPreview } from './ImportPreview';
import { BadRows, Labels, Outcome } from './ImportResult';

interface ImportFormProps {
  examined: ExaminedTable;
  /** Of the file. */
  name: string;
  onClose: () => void;
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

export function ImportForm({ examined: { table, columns }, name, onClose }: ImportFormProps) {
  const { t } = useWords();
  const [choice, setChoice] = useState<CsvChoice>(() => guessChoice(columns, table.rows.length));
  const present = useStore(({ experiment }) => experiment.data.plane);
  const points = useMemo(() => takePoints(table, columns, choice), [table, columns, choice]);
  const plane = useMemo(() => {
    const vertical = choice.x2 === null ? points.y : points.x2;
    return fitPlane(present, points.x1, vertical, choice.x2 !== null);
  }, [present, points, choice]);
  const rows = table.rows.length - (choice.hasHeader ? 1 : 0);
  const trouble = pointsTrouble(t, points, columns, choice, name);

  const take = () => {
    const { task, x2 } = choice;
    const inputs = x2 === null ? 1 : 2;
    edit((experiment) =>
      importPoints(experiment, { task, inputs, plane, x1: points.x1, x2: points.x2, y: points.y }),
    );
    toast.success(t('table.csv.imported', { n: count(points.y.length), name }));
    onClose();
  };
  return (
    <>
      <div className={styles.facts}>
        <span>
          {t('table.csv.facts', {
            rows: t('table.csv.rows', { count: rows, rows: count(rows) }),
            columns: columns.length,
            separator: t(`table.csv.separators.${separatorNames[table.separator]}`),
          })}
        </span>
        <Toggle
          label={t('table.csv.hasHeader')}
          value={choice.hasHeader}
          onChange={(hasHeader) => setChoice({ ...choice, hasHeader })}
          hint={t('table.hints.csvHeader')}
        />
      </div>
      <ImportPreview table={table} columns={columns} choice={choice} />
      <ImportColumns columns={columns} choice={choice} onChange={setChoice} />
      {choice.task === 'classification' && trouble === null && <Labels labels={points.labels} />}
      {trouble === null ? (
        <Outcome points={points} plane={plane} choice={choice} isNewPlane={plane !== present} />
      ) : (
        <Note kind="warning">{trouble}</Note>
      )}
      <BadRows points={points} columns={columns} choice={choice} />
      <div className={styles.buttons}>
        <ActionButton label={t('table.csv.cancel')} onPress={onClose} />
        <ActionButton
          variant="primary"
          label={t('table.csv.take')}
          disabled={trouble !== null}
          onPress={take}
        />
      </div>
    </>
  );
}
