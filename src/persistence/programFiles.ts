/** Programs as files: written in slices, then saved on the visitor's computer. Nothing is sent anywhere. */
import { fileSave } from 'browser-fs-access';
import type { Piece } from '../codegen/code';
import { createPauses } from '../io/slices';
import { chosen } from './files';

/** Rows between two looks at the clock. */
const sliceRows = 500;

/** All lines, written in slices that let the page work between them: there may be 100,000 points. */
export async function writeLines(pieces: readonly Piece[]): Promise<string[]> {
  const pause = createPauses({});
  const lines: string[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      lines.push(piece);
      continue;
    }
    for (let row = 0; row < piece.count; row++) {
      lines.push(piece.row(row));
      if (row % sliceRows === 0) await pause(i / pieces.length);
    }
  }
  return lines;
}

const fileTypes = {
  '.py': { mimeTypes: ['text/x-python'], description: 'Python' },
  '.ipynb': { mimeTypes: ['application/x-ipynb+json'], description: 'Jupyter' },
  '.js': { mimeTypes: ['text/javascript'], description: 'JavaScript' },
} as const;

export type ProgramExtension = keyof typeof fileTypes;

/** Lets the visitor save a program; answers the name of the file, or null when they cancelled. */
export async function saveProgram(
  text: string,
  fileName: string,
  extension: ProgramExtension,
): Promise<string | null> {
  const { mimeTypes, description } = fileTypes[extension];
  const blob = new Blob([text], { type: mimeTypes[0] });
  const options = {
    fileName: fileName + extension,
    mimeTypes: [...mimeTypes],
    extensions: [extension],
    description,
  };
  return chosen(async () => (await fileSave(blob, options))?.name ?? options.fileName);
}
