/** A file on its way to being a table: how much of it is read, and what came of it. Reading ends when the component goes. */
import { useEffect, useState } from 'react';
import { type CsvFileTrouble, type ExaminedTable, readCsvFile } from '../../../persistence/csvFiles';

export type Reading =
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'refused'; readonly trouble: CsvFileTrouble }
  | { readonly kind: 'read'; readonly examined: ExaminedTable };

export function useImport(file: File): Reading {
  const [reading, setReading] = useState<Reading>({ kind: 'reading', share: 0 });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const read = async () => {
      const answer = await readCsvFile(file, {
        signal,
        onProgress: (share) => setReading({ kind: 'reading', share }),
      });
      setReading(
        'kind' in answer ? { kind: 'refused', trouble: answer } : { kind: 'read', examined: answer },
      );
    };
    read().catch(() => {
      // Nobody waits for what was called off.
      if (!signal.aborted) setReading({ kind: 'refused', trouble: { kind: 'unreadable' } });
    });
    return () => controller.abort();
  }, [file]);
  return reading;
}
