/**
 * What the browser keeps between visits: the last ten documents, each a record of its own. Everything read back is checked; what another
 * version wrote is counted and left alone. A browser that keeps nothing costs the visitor a notice, never the page.
 */
import { decode, decodeText } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import { database, type StorageTrouble, troubleOf } from './database';
import { forgetUnsaved, unsavedDocuments } from './settings';

export interface KeptDocument {
  /** Unique among all documents of all visits. */
  readonly id: string;
  /** Milliseconds since 1970; 0 where that is not known. */
  readonly changedAt: number;
  readonly experiment: Experiment;
}

export interface DocumentsRead {
  /** The latest first. */
  readonly documents: readonly KeptDocument[];
  /** Records that are no documents of this version of the page. */
  readonly unreadable: number;
}

const mostDocuments = 10;

/** Keeps a document in the place of what it was before; answers what went wrong, if anything. */
export async function keepDocument(document: KeptDocument): Promise<StorageTrouble | null> {
  try {
    const transaction = (await database()).transaction('documents', 'readwrite');
    const put = transaction.store.put(document);
    // A page that is being closed is not there any more for the answer that would commit by itself.
    transaction.commit();
    await Promise.all([put, transaction.done]);
    await forgetOldest();
    return null;
  } catch (error) {
    return troubleOf(error);
  }
}

async function forgetOldest(): Promise<void> {
  const transaction = (await database()).transaction('documents', 'readwrite');
  let tooMany = (await transaction.store.count()) - mostDocuments;
  let cursor = tooMany > 0 ? await transaction.store.index('changedAt').openKeyCursor() : null;
  for (; cursor && tooMany > 0; tooMany--) {
    await transaction.store.delete(cursor.primaryKey);
    cursor = await cursor.continue();
  }
  await transaction.done;
}

/** Brings into the database what pages that were closed could only leave beside it. */
export async function keepLeftBehind(): Promise<void> {
  for (const [id, text] of unsavedDocuments()) {
    const { experiment } = decodeText(text);
    const trouble = experiment && (await keepDocument({ id, changedAt: Date.now(), experiment }));
    if (!trouble) forgetUnsaved(id);
  }
}

/** All that is kept. */
export async function keptDocuments(): Promise<DocumentsRead> {
  try {
    const records = await (await database()).getAllFromIndex('documents', 'changedAt');
    const documents = records.map(documentOf).filter((document) => document !== null);
    return { documents: documents.reverse(), unreadable: records.length - documents.length };
  } catch {
    return { documents: [], unreadable: 0 };
  }
}

/** The document with this id, or else the latest that can be read; null where there is none. */
export async function keptDocument(id: string | null): Promise<KeptDocument | null> {
  try {
    const db = await database();
    const asked = id === null ? null : documentOf(await db.get('documents', id));
    if (asked) return asked;
    let cursor = await db.transaction('documents').store.index('changedAt').openCursor(null, 'prev');
    for (; cursor; cursor = await cursor.continue()) {
      const document = documentOf(cursor.value);
      if (document) return document;
    }
    return null;
  } catch {
    return null;
  }
}

function documentOf(record: unknown): KeptDocument | null {
  if (typeof record !== 'object' || record === null) return null;
  const { id, changedAt, experiment: input } = record as Record<string, unknown>;
  if (typeof id !== 'string' || typeof changedAt !== 'number') return null;
  const { experiment } = decode(input);
  return experiment && { id, changedAt, experiment };
}
