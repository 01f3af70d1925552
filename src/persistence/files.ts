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
  return chosen(async () => (await fileSave(blob, { ...fileType, fileName: name }))?.name ?? name);
}

/** Lets the visitor choose a file of JSON; answers its text, '' of one that is too large, or null when they thought better of it. */
export async function chooseJson(): Promise<string | null> {
  const file = await chosen(() => fileOpen(fileType));
  if (file === null) return null;
  return file.size > mostBytes ? '' : file.text();
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

/** Dialogs that were asked for and have not been answered. */
let asked = 0;

/**
 * What a visitor answered to a dialog of the browser; null when they cancelled it. A press that is made twice asks for two, and the browser
 * refuses the second, because one stands open or because the press has served for that one: there is one dialog, and its answer counts.
 */
export async function chosen<T>(ask: () => Promise<T>): Promise<T | null> {
  const isFirst = asked === 0;
  asked += 1;
  try {
    return await ask();
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'AbortError' || (!isFirst && refusals.has(name))) return null;
    throw error;
  } finally {
    asked -= 1;
  }
}

/** How browsers refuse a dialog: of the input for files and an open one of the file system, and of the latter without a press. */
const refusals: ReadonlySet<string> = new Set(['NotAllowedError', 'SecurityError']);
