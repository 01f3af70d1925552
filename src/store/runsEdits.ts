/** What a learner does with runs that are kept. */

import type { Experiment } from '../engine/experiment';
import { type KeptRun, longestName, mostLines } from '../engine/keptRun';
import { planChange } from '../engine/training/planChange';
import type { RunsState } from './runs';
import { edit, store } from './store';

function setRuns(change: (runs: RunsState) => RunsState): void {
  store.setState(({ runs }) => ({ runs: change(runs) }));
}

function setRun(id: string, change: (run: KeptRun) => Partial<KeptRun>): void {
  setRuns((runs) => ({
    ...runs,
    kept: runs.kept.map((run) => (run.id === id ? { ...run, ...change(run) } : run)),
  }));
}

/** Naming a run keeps it for good; an empty name brings the automatic one back. */
export function renameRun(id: string, typed: string): void {
  const name = typed.trim().slice(0, longestName) || null;
  setRun(id, ({ isAutomatic }) => ({ name, isAutomatic: isAutomatic && name === null }));
}

export function deleteRun(id: string): void {
  setRuns((runs) => ({
    ...runs,
    kept: runs.kept.filter((run) => run.id !== id),
    deleted: runs.kept.find((run) => run.id === id) ?? runs.deleted,
  }));
}

/** Brings back the run that was deleted last, in the order of time. */
export function undeleteRun(): void {
  setRuns((runs) => {
    const { kept, deleted } = runs;
    if (!deleted) return runs;
    const restored = [...kept, freed(deleted, kept)];
    return { ...runs, kept: restored.sort((a, b) => a.keptAt - b.keptAt), deleted: null };
  });
}

/** The line over the chart is lost if another run uses it now. */
function freed(run: KeptRun, others: readonly KeptRun[]): KeptRun {
  return others.some(({ line }) => line === run.line) ? { ...run, line: null } : run;
}

/** The deletion is final. */
export function forgetDeleted(): void {
  setRuns((runs) => ({ ...runs, deleted: null }));
}

/** The first line over the chart that no run has; null when all are taken. */
export function freeLine({ kept }: RunsState): number | null {
  for (let line = 0; line < mostLines; line++) {
    if (kept.every((run) => run.line !== line)) return line;
  }
  return null;
}

/** Lays the curve over the loss chart, as long as there is a line for it, or takes it away. */
export function toggleLine(id: string): void {
  const line = freeLine(store.getState().runs);
  setRun(id, (run) => ({ line: run.line === null ? line : null }));
}

export function setCurvePart(part: RunsState['part']): void {
  setRuns((runs) => ({ ...runs, part }));
}

/** Makes its experiment the present one; undo brings back what was there. */
export function openRun(id: string): void {
  const run = store.getState().runs.kept.find((kept) => kept.id === id);
  if (run) adopt(run.experiment);
}

/** Makes this the present experiment, unless it says the same. */
export function adopt(experiment: Experiment): void {
  edit((present) => (planChange(present, experiment) === 'none' ? present : experiment));
}

/** Takes in the runs of earlier visits, before those that were kept meanwhile. */
export function showKeptRuns(earlier: readonly KeptRun[]): void {
  setRuns((runs) => {
    const kept = [...runs.kept];
    for (const run of earlier) {
      if (kept.every(({ id }) => id !== run.id)) kept.push(freed(run, kept));
    }
    return { ...runs, kept: kept.sort((a, b) => a.keptAt - b.keptAt) };
  });
}
