/** Keeping a run, which the page does by itself, too: apart from what is done with those that are kept, so that it is there at once. */
import { addRun, hasTrained, thinRows } from './runs';
import { store } from './store';

/** Keeps the run as it stands, as long as there is something to keep and room for it. */
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
