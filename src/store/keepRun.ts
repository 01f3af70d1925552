/** Keeping a run. The page does it by itself, too, so it is loaded at once, unlike the edits of kept runs. */
import { addRun, hasTrained, thinRows } from './runs';
import { store } from './store';

/** Keeps the present state of the run, if it has trained and the list has room. */
export function keepRun(name: string | null = null, isAutomatic = false): void {
  store.setState(({ experiment, latest, runs }) => {
    const { rows } = latest.history;
    if (!hasTrained(rows)) return {};
    const keptAt = Date.now();
    const id = `${keptAt}-${crypto.getRandomValues(new Uint32Array(1)).join()}`;
    const run = { id, name, isAutomatic, keptAt, experiment, rows: thinRows(rows), line: null };
    return { runs: addRun(runs, run) };
  });
}
