/** The one database of the page. Its version goes up with every new store in it; what older versions kept stays. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  kept: { key: string; value: unknown };
  runs: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** Why nothing could be kept or read back. */
export type StorageTrouble = 'full' | 'blocked';

export function troubleOf(error: unknown): StorageTrouble {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked';
}

const version = 2;

let opening: Promise<Database> | undefined;

/** Rejects where the browser keeps nothing, and as long as another tab holds an older version. */
export function database(): Promise<Database> {
  opening ??= open();
  return opening;
}

function open(): Promise<Database> {
  return new Promise((resolve, reject) => {
    const forget = () => {
      opening = undefined;
    };
    openDB<Schema>('quadrant', version, {
      upgrade(db, before) {
        if (before < 1) db.createObjectStore('kept');
        if (before < 2) db.createObjectStore('runs', { keyPath: 'id' });
      },
      // Nobody is to wait for a tab that may stay open for days; whoever asks after that has it.
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
