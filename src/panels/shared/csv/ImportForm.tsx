/** How a table is read, which of its columns are the inputs and the answer, and what will become of its rows. */
import { useMemo, useState } from 'react';
import { toast } from 'sonner';
import { fitPlane } from '../../../io/csv/fitPlane';
import { type CsvPoints, takePoints } from '../../../io/csv/points';
import type { Asked, ExaminedTable } from '../../../io/csv/read';
import type { CsvChoice } from '../../../io/csv/roles';
import { wantsScaling } from '../../../io/csv/scale';
import { importPoints } from '../../../store/dataEdits';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { Note } from '../../controls/Note';
import { Toggle } from '../../controls/Toggle';
import { useWords } from '../../controls/useWords';
import { formatCount } from '../formats';
import { ClassOrder } from './ClassOrder';
import { pointsTrouble } from './csvWords';
import styles from './ImportDialog.module.css';
import { ImportPreview } from './ImportPreview';
import { BadRows, Outcome } from './ImportResult';
import { ReadingChoices } from './ReadingChoices';
import { TaskOfTable } from './TaskOfTable';

/** A table with what its columns are likely to be, and the points that follow from that. */
export interface FoundTable {
  readonly examined: ExaminedTable;
  readonly guess: CsvChoice;
  readonly points: CsvPoints;
}

interface ImportFormProps {
  found: FoundTable;
  /** Why the file cannot be read as was asked last; null when it can. */
  trouble: string | null;
  asked: Asked;
  onAsk: (asked: Asked) => void;
  /** Of the file. */
  name: string;
  onClose: () => void;
}

export function ImportForm({ found, trouble, asked, onAsk, name, onClose }: ImportFormProps) {
  const { t } = useWords();
  const { examined } = found;
  const { columns } = examined;
  const [choice, setChoice, points] = useChoice(found);
  const present = useStore(({ experiment }) => experiment.data.plane);
  const standardizesNow = useStore(({ experiment }) => experiment.data.standardize);
  const inputs = choice.roles.includes('x2') ? 2 : 1;
  const plane = useMemo(
    () => fitPlane(present, points.x1, inputs === 1 ? points.y : points.x2, inputs === 2),
    [present, points, inputs],
  );
  const [asksScaling, setAsksScaling] = useState<boolean | null>(null);
  const standardize = asksScaling ?? (standardizesNow || wantsScaling(points, inputs));
  const problem = trouble ?? pointsTrouble(t, points, columns, choice, name);

  const take = () => {
    const { x1, x2, y, isTest, names } = points;
    edit((experiment) =>
      importPoints(experiment, { task: choice.task, inputs, plane, x1, x2, y, isTest, names, standardize }),
    );
    toast.success(t('table.csv.imported', { n: formatCount(y.length), name }));
    onClose();
  };
  return (
    <>
      <ReadingChoices examined={examined} asked={asked} onAsk={onAsk} />
      <ImportPreview examined={examined} choice={choice} onChange={setChoice} />
      <div className={styles.columns}>
        <TaskOfTable columns={columns} choice={choice} onChange={setChoice} />
        {choice.task === 'classification' && problem === null && (
          <ClassOrder labels={points.labels} onOrder={(order) => setChoice({ ...choice, order })} />
        )}
      </div>
      <Toggle
        label={t('table.csv.standardize')}
        value={standardize}
        onChange={setAsksScaling}
        hint={t('table.hints.csvStandardize')}
      />
      {problem === null ? (
        <Outcome points={points} plane={plane} inputs={inputs} isNewPlane={plane !== present} />
      ) : (
        <Note kind="warning">{problem}</Note>
      )}
      <BadRows points={points} columns={columns} />
      <div className={styles.buttons}>
        <ActionButton label={t('table.csv.cancel')} onPress={onClose} hint={t('table.hints.cancel')} />
        <ActionButton
          variant="primary"
          label={t('table.csv.take')}
          hint={t('table.hints.csvTake')}
          disabled={problem !== null}
          onPress={take}
        />
      </div>
    </>
  );
}

/** What the columns are, and the points that follow: as found until somebody says otherwise. What was said of another reading of the file means nothing for this one. */
function useChoice(found: FoundTable) {
  const { examined, guess } = found;
  const [chosen, setChosen] = useState<{ readonly of: ExaminedTable; readonly choice: CsvChoice } | null>(
    null,
  );
  const setChoice = (choice: CsvChoice) => setChosen({ of: examined, choice });
  const choice = chosen?.of === examined ? chosen.choice : guess;
  const points = useMemo(
    () => (choice === guess ? found.points : takePoints(examined, choice)),
    [found, examined, guess, choice],
  );
  return [choice, setChoice, points] as const;
}
