/**
 * What each activation's file says of it besides its mathematics, by id. The query makes a module of its own of the same file, so that
 * the page loads names, words and mathematics first, and this when a list, a card or a program asks for it.
 */
import type { ActivationNotes } from './activation';
import { type OutputActivationId, outputActivations } from './index';

const files = import.meta.glob<ActivationNotes>(
  ['./*.ts', '!./*.test.ts', '!./{activation,flatness,goldens,index,notes}.ts'],
  { eager: true, import: 'notes', query: '?notes' },
);

export const activationNotes = Object.fromEntries(
  Object.keys(outputActivations).map((id) => {
    const notes = files[`./${id}.ts`];
    if (!notes) throw new RangeError(`no notes in ${id}.ts`);
    return [id, notes];
  }),
) as Record<OutputActivationId, ActivationNotes>;
