/** The one database of the page. Its version goes up with every new store in it; what older versions kept stays. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';

interface Schema extends DBSchema {
  documents: { key: string; value: unknown; indexes: { changedAt: number } };
  runs: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** Why nothing could be kept or read back. */
export type StorageTrouble = 'full' | 'blocked';

export function troubleOf(error: unknown): StorageTrouble {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}

const version = 3;

let opening: Promise<Database> | undefined;

/** Rejects where the browser keeps nothing, and as long as another tab holds an older version. */
export function database(): Promise<Database> {
  opening ??= open();
  return opening;
}

interface Before3 extends DBSchema {
  kept: { key: string; value: unknown };
  documents: { key: string; value: unknown };
}

/** Up to version 2 there was one document, which every other took the place of. */
async function moveOnlyDocument(
  db: IDBPDatabase<Before3>,
  transaction: IDBPTransaction<Before3, ('kept' | 'documents')[], 'versionchange'>,
): Promise<void> {
  const experiment = await transaction.objectStore('kept').get('experiment');
  if (experiment !== undefined) {
    await transaction.objectStore('documents').put({ id: 'first', changedAt: 0, experiment });
  }
  db.deleteObjectStore('kept');
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      opening = undefined;
    };
    openDB<Schema>('quadrant', version, {
      upgrade(db, before, _now, transaction) {
        if (before < 2) db.createObjectStore('runs', { keyPath: 'id' });
        if (before < 3) {
          db.createObjectStore('documents', { keyPath: 'id' }).createIndex('changedAt', 'changedAt');
          if (before > 0) void moveOnlyDocument(db as never, transaction as never);
        }
      },
      // The request fails at once, because the other tab may stay open for days; a later request succeeds.
      blocked: () => reject(new Error('another tab holds an older version of the database')),
      // A tab with a newer page must not wait for this one.
      blocking(_before, _wanted, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    }).then(
      (db) => {
        opening = Promise.resolve(db);
        resolve(db);
      },
      (error: unknown) => {
        forget();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
