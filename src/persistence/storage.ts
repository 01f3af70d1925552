/**
 * What the browser keeps between visits: the last ten documents, each a record of its own. Everything read back is checked; what is
 * damaged, or of a newer version, is left alone and told. A browser that keeps nothing costs the visitor a notice, never the page.
 */
import { withPlainColumns, withTypedColumns } from '../engine/data/typedColumns';
import { decode, decodeText } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import type { Problem } from '../engine/problem';
import { database, type StorageTrouble, troubleOf } from './database';
import { forgetUnsaved, unsavedDocuments } from './settings';

export interface KeptDocument {
  /** Unique among all documents of all visits. */
  readonly id: string;
  /** Milliseconds since 1970; 0 where that is not known. */
  readonly changedAt: number;
  readonly experiment: Experiment;
}

/** What was kept as a document and is none of this version of the page. */
export interface UnreadableDocument {
  readonly id: string;
  /** Milliseconds since 1970; 0 where that is not known. */
  readonly changedAt: number;
  /** As it was kept. */
  readonly content: unknown;
  readonly problems: readonly Problem[];
}

export interface DocumentsRead {
  /** The latest first. */
  readonly documents: readonly KeptDocument[];
  /** The latest first. */
  readonly unreadable: readonly UnreadableDocument[];
}

export interface LastDocument {
  /** null where none can be read. */
  readonly document: KeptDocument | null;
  /** What would have been opened, had it been readable. */
  readonly passedOver: UnreadableDocument | null;
}

const mostDocuments = 10;

/** Keeps a document in the place of what it was before; answers what went wrong, if anything. */
export async function keepDocument({
  experiment,
  ...document
}: Omit<KeptDocument, 'experiment'> & {
  /** A text where it is none that can be read. */
  readonly experiment: Experiment | string;
}): Promise<StorageTrouble | null> {
  const content = typeof experiment === 'string' ? experiment : withTypedColumns(experiment);
  try {
    const transaction = (await database()).transaction('documents', 'readwrite');
    const put = transaction.store.put({ ...document, experiment: content });
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
    const left = experiment ? { id, experiment } : { id: `${id}-left`, experiment: text };
    const trouble = await keepDocument({ ...left, changedAt: Date.now() });
    if (!trouble) forgetUnsaved(id);
  }
}

/** All that is kept. */
export async function keptDocuments(): Promise<DocumentsRead> {
  try {
    const records = await (await database()).getAllFromIndex('documents', 'changedAt');
    const all = records.reverse().map(documentOf);
    return {
      documents: all.filter((each) => 'experiment' in each),
      unreadable: all.filter((each) => 'problems' in each),
    };
  } catch {
    return { documents: [], unreadable: [] };
  }
}

/** The document with this id, or else the latest that can be read. */
export async function keptDocument(id: string | null): Promise<LastDocument> {
  let passedOver: UnreadableDocument | null = null;
  try {
    const db = await database();
    const record = id === null ? undefined : await db.get('documents', id);
    if (record !== undefined) {
      const asked = documentOf(record);
      if ('experiment' in asked) return { document: asked, passedOver };
      passedOver = asked;
    }
    let cursor = await db.transaction('documents').store.index('changedAt').openCursor(null, 'prev');
    for (; cursor; cursor = await cursor.continue()) {
      const document = documentOf(cursor.value);
      if ('experiment' in document) return { document, passedOver };
      passedOver ??= document;
    }
  } catch {
    // What cannot be read for the moment is there at another visit.
  }
  return { document: null, passedOver };
}

/** A record of the database, which gives each an id and, for the index, a number as its time. */
function documentOf(record: unknown): KeptDocument | UnreadableDocument {
  const {
    id,
    changedAt,
    experiment: kept,
  } = record as Omit<KeptDocument, 'experiment'> & { experiment: unknown };
  const content = withPlainColumns(kept);
  const { experiment, problems } = typeof content === 'string' ? decodeText(content) : decode(content);
  return experiment ? { id, changedAt, experiment } : { id, changedAt, content, problems };
}
