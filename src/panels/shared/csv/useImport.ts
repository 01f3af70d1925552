/**
 * A file on its way to being a table: how much of it is read, and what came of it. It is read again when a visitor says otherwise how;
 * until then the table that was found stays. Reading ends when the component goes.
 */
import { useEffect, useState } from 'react';
import { type Asked, type CsvFileTrouble, type ExaminedTable, readTableFile } from '../../../io/csv/read';

export interface Reading {
  /** 0–1; null when it is over. */
  readonly share: number | null;
  readonly trouble: CsvFileTrouble | null;
  /** The latest table there is. */
  readonly examined: ExaminedTable | null;
}

export function useImport(file: File, asked: Asked): Reading {
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
      setReading(({ examined }) =>
        'kind' in answer
          ? { share: null, trouble: answer, examined }
          : { share: null, trouble: null, examined: answer },
      );
    };
    read().catch(() => {
      // Nobody waits for what was called off.
      if (!signal.aborted) setReading({ share: null, trouble: { kind: 'unreadable' }, examined: null });
    });
    return () => controller.abort();
  }, [file, asked]);
  return reading;
}
