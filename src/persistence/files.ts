/** Experiments as files on the visitor's computer, and the ones that come with the page. Both are checked like any input. */
import { fileOpen, fileSave } from 'browser-fs-access';
import { type Decoded, decodeText } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import { readDocumentFile } from './reading';
import { mostBytes } from './readLimits';

type Opened =
  | { readonly name: string; readonly decoded: Decoded }
  | { readonly name: string; readonly tooLargeBytes: number }
  | { readonly name: string; readonly unreadable: true };

const fileType = { mimeTypes: ['application/json'], extensions: ['.json'], description: 'Quadrant' };

/** Lets the visitor save the document; answers the name of the file, or null when they cancelled. */
export async function saveFile(experiment: Experiment, name: string): Promise<string | null> {
  return saveJson(experiment, name);
}

/** Lets the visitor save anything that JSON holds; answers the name, or null when they thought better of it. */
export async function saveJson(value: unknown, name: string): Promise<string | null> {
  const blob = new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: 'application/json' });
  try {
    const handle = await fileSave(blob, { ...fileType, fileName: name });
    return handle?.name ?? name;
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

/** Lets the visitor choose a file of JSON; answers its text, '' of one that is too large, or null when they thought better of it. */
export async function chooseJson(): Promise<string | null> {
  try {
    const file = await fileOpen(fileType);
    return file.size > mostBytes ? '' : await file.text();
  } catch (error) {
    if (isAbort(error)) return null;
    throw error;
  }
}

/** Reads a file that somebody brings; `onLong` is called where that takes a moment. */
export async function readExperiment(file: File, onLong?: () => void): Promise<Opened> {
  if (file.size > mostBytes) return { name: file.name, tooLargeBytes: file.size };
  try {
    return { name: file.name, decoded: await readDocumentFile(file, onLong) };
  } catch {
    return { name: file.name, unreadable: true };
  }
}

/** Reads `examples/<name>.json` beside the page; null when there is none of that name. */
export async function readExample(name: string): Promise<Decoded | null> {
  if (!/^[a-z0-9-]+$/.test(name)) return null;
  const response = await fetch(`examples/${name}.json`).catch(() => null);
  const isJson = response?.headers.get('content-type')?.includes('json') ?? false;
  return response?.ok && isJson ? decodeText(await response.text()) : null;
}

/** Whether the visitor cancelled the dialog. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
