/** The runs that are kept, as pure functions. Those the page keeps by itself are few and give way; the learner's own never do. */
import { decimate } from '../drawings/epochChart/decimate';
import type { KeptRun } from '../engine/keptRun';
import type { HistoryRow } from '../engine/training/snapshot';

export interface RunsState {
  /** In the order they were kept. */
  readonly kept: readonly KeptRun[];
  /** Which loss their curves over the chart show. */
  readonly part: 'train' | 'test';
  /** The last one that was deleted, until that is final. */
  readonly deleted: KeptRun | null;
}

export const noRuns: RunsState = { kept: [], part: 'train', deleted: null };

/** The most runs that the learner may keep; a longer list is not readable. */
export const mostKept = 50;
/** The page keeps this many by itself. */
export const mostAutomatic = 5;

/** Columns that a kept curve is seen in; each keeps its lowest and its highest loss. */
const columns = 150;

/** The visible part of a curve, with its spikes and its last row; values that are not finite cannot be kept. */
export function thinRows(rows: readonly HistoryRow[]): readonly HistoryRow[] {
  const first = rows[0]?.epoch ?? 0;
  const span = Math.max(1, (rows.at(-1)?.epoch ?? 0) - first);
  const places = rows.map(({ epoch }) => ((epoch - first) / span) * columns);
  const losses = rows.map(({ trainLoss }) => trainLoss);
  return decimate(places, losses).flatMap((index) => {
    const row = rows[index];
    if (!row) return [];
    return row.testLoss === null || Number.isFinite(row.testLoss) ? [row] : [{ ...row, testLoss: null }];
  });
}

/** Whether there is anything to keep: weights that were trained, and not only looked at. */
export function hasTrained(rows: readonly HistoryRow[]): boolean {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return false;
  return last.epoch > first.epoch || last.trainLoss !== first.trainLoss;
}

export function hasRoom({ kept }: RunsState): boolean {
  return kept.filter(({ isAutomatic }) => !isAutomatic).length < mostKept;
}

/** Adds a run at the end; without room the runs are as before, but an automatic one takes the place of the oldest of its kind. */
export function addRun(runs: RunsState, run: KeptRun): RunsState {
  if (!run.isAutomatic) return hasRoom(runs) ? { ...runs, kept: [...runs.kept, run] } : runs;
  const surplus = runs.kept.filter(({ isAutomatic }) => isAutomatic).length + 1 - mostAutomatic;
  let dropped = 0;
  const left = runs.kept.filter(({ isAutomatic }) => !isAutomatic || dropped++ >= surplus);
  return { ...runs, kept: [...left, run] };
}
