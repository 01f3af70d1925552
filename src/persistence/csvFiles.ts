/** Tables on the visitor's computer: chosen, read and checked, saved. Nothing leaves the page. */
import { fileOpen, fileSave } from 'browser-fs-access';
import { type CsvTable, type CsvTrouble, readCsv } from './csv';
import { decodeBytes } from './csvBytes';
import { type CsvColumn, examineColumns } from './csvColumns';
import type { SliceOptions } from './csvSlices';
import { isAbort } from './files';

/** A hundred thousand rows of a few dozen columns. */
export const mostCsvBytes = 32_000_000;

const fileType = {
  mimeTypes: ['text/csv', 'text/tab-separated-values'],
  extensions: ['.csv', '.tsv', '.txt'] as `.${string}`[],
  description: 'CSV',
};

export interface ExaminedTable {
  readonly table: CsvTable;
  readonly columns: readonly CsvColumn[];
}

export type CsvFileTrouble = CsvTrouble | { readonly kind: 'binary' | 'unreadable' | 'tooLarge' };

/** Lets the visitor choose a table; null when they thought better of it. */
export async function chooseCsv(): Promise<File | null> {
  try {
    return await fileOpen(fileType);
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

/** Reads a chosen file. Rejects with an AbortError when `options.signal` says so. */
export async function readCsvFile(
  file: File,
  options: SliceOptions,
): Promise<ExaminedTable | CsvFileTrouble> {
  if (file.size > mostCsvBytes) return { kind: 'tooLarge' };
  const share = (from: number, to: number): SliceOptions => ({
    signal: options.signal,
    onProgress: (done) => options.onProgress?.(from + (to - from) * done),
  });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  const text = await decodeBytes(bytes, share(0, 0.1));
  if (text === null) return { kind: 'binary' };
  const table = await readCsv(text, share(0.1, 0.5));
  if ('kind' in table) return table;
  return { table, columns: await examineColumns(table, share(0.5, 1)) };
}

/** Lets the visitor save a table; answers its name, or null when they thought better of it. */
export async function saveCsv(pieces: readonly string[], name: string): Promise<string | null> {
  const blob = new Blob([...pieces], { type: 'text/csv' });
  try {
    const handle = await fileSave(blob, { ...fileType, extensions: ['.csv'], fileName: name });
    return handle?.name ?? name;
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}
