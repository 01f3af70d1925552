import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultExperiment } from '../engine/experiment';
import type { KeptRun } from '../engine/keptRun';
import { database as openDatabase } from './database';
import { readRuns, writeRuns } from './keptRuns';
import { keptDocument } from './storage';

const run: KeptRun = {
  id: 'one',
  name: 'mine',
  isAutomatic: false,
  keptAt: 1000,
  experiment: defaultExperiment,
  rows: [0, 1].map((epoch) => ({
    epoch,
    trainLoss: 1 / (1 + epoch),
    testLoss: null,
    trainAccuracy: 0.5,
    testAccuracy: null,
  })),
  line: 2,
};

// The holder of the database closes it for this, and opens it again when asked.
beforeEach(() => deleteDB('quadrant'));

describe('kept runs', () => {
  test('come back as they were, oldest first, and may be changed and removed', async () => {
    const older = { ...run, id: 'two', name: null, keptAt: 500, line: null };
    expect(await writeRuns([run, older], [])).toBeNull();
    expect(await readRuns()).toEqual({ runs: [older, run], unreadable: 0 });
    expect(await writeRuns([{ ...run, name: 'better' }], ['two'])).toBeNull();
    expect(await readRuns()).toEqual({ runs: [{ ...run, name: 'better' }], unreadable: 0 });
  });

  test('hold their points in typed arrays, as blocks of memory', async () => {
    const source = { kind: 'own' as const, x1: [1, 2.5], x2: [-1, 0], y: [0, 1] };
    const own = { ...run, experiment: { ...defaultExperiment, data: { ...defaultExperiment.data, source } } };
    expect(await writeRuns([own], [])).toBeNull();
    const kept = (await (await openDatabase()).get('runs', 'one')) as KeptRun;
    expect(Object.values(kept.experiment.data.source).some(Array.isArray)).toBe(false);
    expect(await readRuns()).toEqual({ runs: [own], unreadable: 0 });
  });

  test('pass through the door: what is no run is counted and left alone', async () => {
    const database = await openDatabase();
    await database.put('runs', run);
    await database.put('runs', { ...run, id: 'bad experiment', experiment: { version: 1 } });
    await database.put('runs', { ...run, id: 'bad rows', rows: [{ epoch: 'many' }] });
    await database.put('runs', { ...run, id: 'no rows', rows: [] });
    await database.put('runs', { ...run, id: 'bad line', line: 9 });
    expect(await readRuns()).toEqual({ runs: [run], unreadable: 4 });
    expect(await database.count('runs')).toBe(5);
  });

  test('of which one cannot be written are all not written, and it is said', async () => {
    const unwritable = { ...run, id: 'two', name: (() => {}) as unknown as string };
    expect(await writeRuns([run, unwritable], [])).toBe('blocked');
    expect((await readRuns())?.runs).toEqual([]);
  });

  test('that no longer fit are told from those that a browser refuses', async () => {
    const database = await openDatabase();
    const full = new DOMException('no room', 'QuotaExceededError');
    vi.spyOn(database, 'transaction').mockImplementationOnce(() => {
      throw full;
    });
    expect(await writeRuns([run], [])).toBe('full');
  });
});

describe('the database', () => {
  test('of an older page keeps its experiment and gets room for runs', async () => {
    const before = await openDB('quadrant', 1, { upgrade: (db) => void db.createObjectStore('kept') });
    await before.put('kept', defaultExperiment, 'experiment');
    before.close();
    expect((await keptDocument(null)).document?.experiment).toEqual(defaultExperiment);
    expect(await writeRuns([run], [])).toBeNull();
  });

  test('that an older tab holds is out of reach, not waited for; later it is there', async () => {
    const older = await openDB('quadrant', 1, { upgrade: (db) => void db.createObjectStore('kept') });
    expect(await writeRuns([run], [])).toBe('blocked');
    expect(await readRuns()).toBeNull();
    older.close();
    await expect.poll(() => writeRuns([run], [])).toBeNull();
    expect((await readRuns())?.runs).toEqual([run]);
  });

  test('does not hold up a newer page', async () => {
    await writeRuns([run], []);
    const newer = await openDB('quadrant', 99);
    expect(newer.version).toBe(99);
    newer.close();
    expect(await writeRuns([run], [])).toBe('blocked');
  });
});
