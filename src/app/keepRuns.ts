/** Kept runs outlive the visit. What cannot be written stays on the page, and a sentence says so. */
import i18next from 'i18next';
import { toast } from 'sonner';
import type { KeptRun } from '../engine/keptRun';
import type { StorageTrouble } from '../persistence/database';
import { readRuns, writeRuns } from '../persistence/keptRuns';
import type { RunsState } from '../store/runs';
import { showKeptRuns } from '../store/runsEdits';
import { store } from '../store/store';

/** What the browser holds. */
let written: ReadonlyMap<string, KeptRun> = new Map();
let isWriting = false;
let told: StorageTrouble | null = null;

/** Brings back the runs of earlier visits and writes every change from then on. */
export async function keepRuns(): Promise<void> {
  const read = await readRuns();
  if (read) {
    written = byId(read.runs);
    showKeptRuns(read.runs);
    if (read.unreadable > 0) toast.warning(i18next.t('runs.unreadable', { n: read.unreadable }));
  }
  store.subscribe((state, before) => {
    if (state.runs.kept === before.runs.kept) return;
    tellOfBranch(state.runs, before.runs);
    void write();
  });
  await write();
}

/** A run that was kept without being asked for: training went on differently from an earlier checkpoint. */
function tellOfBranch(now: RunsState, before: RunsState): void {
  const run = now.kept.at(-1);
  const isBack = run?.id === before.deleted?.id;
  if (
    run?.isAutomatic &&
    !isBack &&
    !before.kept.includes(run) &&
    !before.kept.some(({ id }) => id === run.id)
  ) {
    toast.info(i18next.t('runs.branched'));
  }
}

function byId(runs: readonly KeptRun[]): ReadonlyMap<string, KeptRun> {
  return new Map(runs.map((run) => [run.id, run]));
}

/** One writing after another, until the browser holds what the page shows or refuses. */
async function write(): Promise<void> {
  if (isWriting) return;
  isWriting = true;
  for (;;) {
    const { kept } = store.getState().runs;
    const ids = new Set(kept.map(({ id }) => id));
    const changed = kept.filter((run) => written.get(run.id) !== run);
    const removed = [...written.keys()].filter((id) => !ids.has(id));
    if (changed.length === 0 && removed.length === 0) break;
    const trouble = await writeRuns(changed, removed);
    tell(trouble);
    if (trouble) break;
    written = byId(kept);
  }
  isWriting = false;
}

function tell(trouble: StorageTrouble | null): void {
  if (trouble && trouble !== told) {
    toast.warning(i18next.t(trouble === 'full' ? 'runs.storageFull' : 'runs.storageBlocked'));
  }
  told = trouble;
}
