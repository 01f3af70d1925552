/** A file that becomes points: read, shown, its columns chosen. Nothing changes before Import is pressed. */
import { useEffect, useState } from 'react';
import { takePoints } from '../../../io/csv/points';
import { type Asked, type CsvFileTrouble, type ExaminedTable, readTableFile } from '../../../io/csv/read';
import { guessChoice } from '../../../io/csv/roles';
import { createPauses } from '../../../io/slices';
import { ActionButton } from '../../controls/ActionButton';
import { Note } from '../../controls/Note';
import { useWords } from '../../controls/useWords';
import type { BroughtFile } from './broughtFile';
import { shortened, troubleSentence } from './csvWords';
import { DialogFrame } from './DialogFrame';
import styles from './ImportDialog.module.css';
import { type FoundTable, ImportForm } from './ImportForm';

interface ImportDialogProps {
  brought: BroughtFile;
  onClose: () => void;
}

const asFound: Asked = {};

export function ImportDialog({ brought: { file, isPasted }, onClose }: ImportDialogProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState(asFound);
  const { examined, trouble, share } = useImport(file, asked);
  const name = isPasted ? t('table.csv.pastedName') : shortened(file.name);
  const title = isPasted ? t('table.csv.titlePasted') : t('table.csv.title', { name });
  const said = trouble && troubleSentence(t, trouble, name, file.size);
  return (
    <DialogFrame title={title} onClose={onClose}>
      {examined ? (
        <ImportForm
          found={examined}
          trouble={said}
          asked={asked}
          onAsk={setAsked}
          name={name}
          onClose={onClose}
        />
      ) : (
        <>
          {said === null ? (
            <Progress label={t('table.csv.reading', { name })} share={share ?? 1} />
          ) : (
            <Note kind="warning">{said}</Note>
          )}
          <div className={styles.buttons}>
            <ActionButton
              label={said === null ? t('table.csv.cancel') : t('table.csv.close')}
              onPress={onClose}
              hint={t('table.hints.cancel')}
            />
          </div>
        </>
      )}
    </DialogFrame>
  );
}

function Progress({ label, share }: { label: string; share: number }) {
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress aria-label={label} value={share} max={1} />
      <span>{Math.floor(100 * share)} %</span>
    </div>
  );
}

interface Reading {
  /** 0–1; null when it is over. */
  readonly share: number | null;
  readonly trouble: CsvFileTrouble | null;
  /** The latest table there is. */
  readonly examined: FoundTable | null;
}

/** What the columns are likely to be, and the points that follow, each in a turn of its own: a hundred thousand rows take a moment. */
async function findPoints(examined: ExaminedTable, signal: AbortSignal): Promise<FoundTable> {
  const pause = createPauses({ signal });
  await pause(1);
  const guess = guessChoice(examined.table, examined.columns, examined.layout);
  await pause(1);
  const points = takePoints(examined, guess);
  await pause(1);
  return { examined, guess, points };
}

/** Reads the file, again when a visitor says otherwise how; until then the table that was found stays. Ends with the component. */
function useImport(file: File, asked: Asked): Reading {
  const [reading, setReading] = useState<Reading>({ share: 0, trouble: null, examined: null });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const read = async () => {
      const answer = await readTableFile(file, asked, {
        signal,
        onProgress: (share) => setReading((before) => ({ ...before, share })),
      });
      if (signal.aborted) return;
      if ('kind' in answer) {
        setReading(({ examined }) => ({ share: null, trouble: answer, examined }));
        return;
      }
      const examined = await findPoints(answer, signal);
      setReading({ share: null, trouble: null, examined });
    };
    read().catch(() => {
      // A cancelled reading has no result.
      if (!signal.aborted) setReading({ share: null, trouble: { kind: 'unreadable' }, examined: null });
    });
    return () => controller.abort();
  }, [file, asked]);
  return reading;
}
