/**
 * What the browser keeps between visits: the experiment at work. Everything read back is checked; a browser that keeps nothing costs
 * the visitor a notice, never the page.
 */
import { type Decoded, decode } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import { database, type StorageTrouble, troubleOf } from './database';

/** Keeps the experiment; answers what went wrong, if anything. */
export async function keepExperiment(experiment: Experiment): Promise<StorageTrouble | null> {
  try {
    const transaction = (await database()).transaction('kept', 'readwrite');
    const put = transaction.store.put(experiment, 'experiment');
    // A page that is being closed is not there any more for the answer that would commit by itself.
    transaction.commit();
    await Promise.all([put, transaction.done]);
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

/** The experiment of the last visit, or null. */
export async function keptExperiment(): Promise<Decoded | null> {
  try {
    const kept = await (await database()).get('kept', 'experiment');
    return kept === undefined ? null : decode(kept);
  } catch {
    return null;
  }
}
