/** Files with points on the visitor's computer: chosen and saved. Nothing leaves the page. */
import { fileOpen, fileSave } from 'browser-fs-access';
import { chosen } from './files';

const fileType = {
  mimeTypes: ['text/csv', 'text/tab-separated-values'],
  description: 'CSV',
};

/** Tables and experiments, and workbooks, of which is told in words what to do with them. */
const extensions = [
  '.csv',
  '.tsv',
  '.tab',
  '.data',
  '.dat',
  '.txt',
  '.json',
  '.xlsx',
  '.xls',
  '.ods',
] as const;

/** Lets the visitor choose a table or an experiment; null when they cancelled. */
export async function chooseTable(): Promise<File | null> {
  return chosen(() =>
    fileOpen({
      mimeTypes: [...fileType.mimeTypes, 'text/plain', 'application/json'],
      description: 'CSV, JSON',
      extensions: [...extensions],
    }),
  );
}

/** Lets the visitor save a table; answers the name of the file, or null when they cancelled. */
export async function saveTable(pieces: readonly string[], name: string): Promise<string | null> {
  const blob = new Blob([...pieces], { type: 'text/csv' });
  const options = { ...fileType, extensions: ['.csv'], fileName: name };
  return chosen(async () => (await fileSave(blob, options))?.name ?? name);
}
