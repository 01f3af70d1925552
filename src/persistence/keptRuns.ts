/**
 * Kept runs between visits, each a record of its own. A record that is read back is checked like any document; what does not pass is
 * left where it is and counted.
 */
import * as v from 'valibot';
import { withPlainColumns, withTypedColumns } from '../engine/data/typedColumns';
import { decode } from '../engine/document';
import { type KeptRun, longestName, mostLines } from '../engine/keptRun';
import { database, type StorageTrouble, troubleOf } from './database';

const figure = v.pipe(v.number(), v.finite());
const share = v.pipe(figure, v.minValue(0), v.maxValue(1));

const row = v.strictObject({
  epoch: v.pipe(figure, v.minValue(0)),
  trainLoss: figure,
  testLoss: v.nullable(figure),
  trainAccuracy: v.nullable(share),
  testAccuracy: v.nullable(share),
});

const record = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  name: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longestName))),
  isAutomatic: v.boolean(),
  keptAt: figure,
  experiment: v.unknown(),
  rows: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(2000), v.array(row)),
  line: v.nullable(v.picklist(Array.from({ length: mostLines }, (_, line) => line))),
});

export interface RunsRead {
  readonly runs: readonly KeptRun[];
  /** Records that are no runs of this version of the page. */
  readonly unreadable: number;
}

/** All runs of earlier visits, oldest first; null where nothing is kept. */
export async function readRuns(): Promise<RunsRead | null> {
  try {
    const records = await (await database()).getAll('runs');
    const runs = records.map(runOf).filter((run) => run !== null);
    runs.sort((a, b) => a.keptAt - b.keptAt);
    return { runs, unreadable: records.length - runs.length };
  } catch {
    return null;
  }
}

function runOf(input: unknown): KeptRun | null {
  const parsed = v.safeParse(record, input);
  if (!parsed.success) return null;
  const { experiment } = decode(withPlainColumns(parsed.output.experiment));
  const rows = parsed.output.rows.sort((a, b) => a.epoch - b.epoch);
  return experiment && { ...parsed.output, rows, experiment };
}

/** Writes runs that are new or changed and removes those named, all or nothing; answers what went wrong, if anything. */
export async function writeRuns(
  changed: readonly KeptRun[],
  removed: readonly string[],
): Promise<StorageTrouble | null> {
  try {
    const transaction = (await database()).transaction('runs', 'readwrite');
    const requests: Promise<unknown>[] = [transaction.done];
    try {
      for (const run of changed) {
        const kept = { ...run, experiment: withTypedColumns(run.experiment) };
        requests.push(transaction.store.put(kept));
      }
      for (const id of removed) requests.push(transaction.store.delete(id));
    } catch (error) {
      transaction.abort();
      await Promise.allSettled(requests);
      throw error;
    }
    await Promise.all(requests);
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}
