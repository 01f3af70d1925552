/**
 * What each optimiser's file says of it besides its rule, by id. The query makes a module of its own of the same file, so that the page
 * loads names, settings and rules first, and this when a formula, a list or a program asks for it.
 */
import { type OptimizerId, optimizers } from './index';
import type { OptimizerNotes } from './optimizer';

const files = import.meta.glob<OptimizerNotes>(
  ['./*.ts', '!./*.test.ts', '!./{hyperparameters,index,notes,optimizer,sharedNotes}.ts'],
  { eager: true, import: 'notes', query: '?notes' },
);

export const optimizerNotes = Object.fromEntries(
  Object.keys(optimizers).map((id) => {
    const notes = files[`./${id}.ts`];
    if (!notes) throw new RangeError(`no notes in ${id}.ts`);
    return [id, notes];
  }),
) as Record<OptimizerId, OptimizerNotes>;
