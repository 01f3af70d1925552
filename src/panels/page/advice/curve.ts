/** What the loss curve of a run does, in a few numbers. Rows ascend by epoch and lie unevenly: densely at the beginning. */
import type { HistoryRow } from '../../../engine/training/snapshot';
import type { Situation } from './finding';

/** The rows of the last `share` (0–1) of the epochs so far. */
export function recent(rows: readonly HistoryRow[], share: number): readonly HistoryRow[] {
  const last = rows.at(-1);
  if (!last) return [];
  const from = last.epoch * (1 - share);
  return rows.filter(({ epoch }) => epoch >= from);
}

/** The rows since the learner last changed settings or weights. */
export function untouched({ rows, untouchedSince }: Situation): readonly HistoryRow[] {
  return untouchedSince === 0 ? rows : rows.filter(({ epoch }) => epoch >= untouchedSince);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median of the training loss; what a single jump does not move. */
export function middle(rows: readonly HistoryRow[]): number {
  const losses = rows.map(({ trainLoss }) => trainLoss).sort((a, b) => a - b);
  return losses[Math.floor(losses.length / 2)] ?? Number.NaN;
}

/** Means of the first and the second half of some rows. */
export function halves(rows: readonly HistoryRow[]): { readonly before: number; readonly after: number } {
  const losses = rows.map(({ trainLoss }) => trainLoss);
  const middle = Math.floor(losses.length / 2);
  return { before: mean(losses.slice(0, middle)), after: mean(losses.slice(middle)) };
}

/** How the training loss goes up and down: share of turns in direction (0–1), and the mean step in parts of the mean loss. */
export function oscillation(rows: readonly HistoryRow[]): { readonly turns: number; readonly size: number } {
  const losses = rows.map(({ trainLoss }) => trainLoss);
  const steps = losses.slice(1).map((loss, i) => loss - (losses[i] as number));
  const turns = steps.slice(1).filter((step, i) => step * (steps[i] as number) < 0).length;
  return {
    turns: steps.length > 1 ? turns / (steps.length - 1) : 0,
    size: steps.length > 0 ? mean(steps.map(Math.abs)) / (mean(losses) || 1) : 0,
  };
}

/** Row with the least test loss; null without test points. */
export function bestTest(rows: readonly HistoryRow[]): (HistoryRow & { readonly testLoss: number }) | null {
  let best: (HistoryRow & { readonly testLoss: number }) | null = null;
  for (const row of rows) {
    const { testLoss } = row;
    if (testLoss !== null && (!best || testLoss < best.testLoss)) best = { ...row, testLoss };
  }
  return best;
}

/** Training loss at the start and now, of a run that has got somewhere; null before. */
export function startAndNow({ rows }: Situation): { readonly start: number; readonly now: number } | null {
  const [first, last] = [rows[0], rows.at(-1)];
  return first && last && first !== last ? { start: first.trainLoss, now: last.trainLoss } : null;
}

/** A run whose loss has fallen below this share of its start does not count as failing. */
const wellDown = 0.2;

export function hasLearnt(situation: Situation): boolean {
  const losses = startAndNow(situation);
  return losses !== null && losses.now < wellDown * losses.start;
}

/** Epochs and rows after which a curve that stands still has come to its end. */
const patienceEpochs = 40;
const enoughRows = 4;

/** Whether the training loss has as good as stopped falling over the last half of the epochs. */
export function standsStill(situation: Situation): boolean {
  const last = situation.rows.at(-1);
  if (!last || last.epoch < patienceEpochs) return false;
  const seen = recent(untouched(situation), 0.5);
  if (seen.length < enoughRows) return false;
  const { before, after } = halves(seen);
  return after > 0.97 * before;
}
