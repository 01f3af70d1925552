/**
 * What each head's file says of it besides its mathematics, by id. The query makes a module of its own of the same file: the mathematics
 * comes first, and this when an equation or a program asks for it.
 */
import type { HeadNotes } from './head';
import { type HeadId, heads } from './index';

const files = import.meta.glob<Readonly<Partial<Record<HeadId, HeadNotes>>>>(
  ['./*.ts', '!./*.test.ts', '!./{head,index,notes,unitHead}.ts'],
  { eager: true, import: 'notes', query: '?notes' },
);

export const headNotes = notesById(
  Object.assign({}, ...Object.values(files)) as Readonly<Partial<Record<HeadId, HeadNotes>>>,
);

function notesById(found: Readonly<Partial<Record<HeadId, HeadNotes>>>): Readonly<Record<HeadId, HeadNotes>> {
  for (const id in heads) if (!found[id as HeadId]) throw new RangeError(`no notes of the head ${id}`);
  return found as Readonly<Record<HeadId, HeadNotes>>;
}
