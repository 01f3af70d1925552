import { deleteDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import { database } from './database';
import { keepDocument, keptDocument, keptDocuments } from './storage';

beforeEach(() => deleteDB('quadrant'));

const withRate = (learningRate: number): Experiment => ({
  ...defaultExperiment,
  training: { ...defaultExperiment.training, learningRate },
});
const documentAt = (changedAt: number, id = String(changedAt)) => ({
  id,
  changedAt,
  experiment: withRate(0.001 * changedAt),
});

describe('kept documents', () => {
  test('are each in a place of their own, the latest first', async () => {
    for (const at of [1, 3, 2]) expect(await keepDocument(documentAt(at))).toBeNull();
    const changed = documentAt(4, '1');
    expect(await keepDocument(changed)).toBeNull();
    expect(await keptDocuments()).toEqual({
      documents: [changed, documentAt(3), documentAt(2)],
      unreadable: [],
    });
    for (const [id, document] of [
      ['2', documentAt(2)],
      [null, changed],
      ['gone', changed],
    ] as const) {
      expect(await keptDocument(id)).toEqual({ document, passedOver: null });
    }
  });

  test('hold their points in typed arrays, as blocks of memory, and those that an older page kept in lists are read as well', async () => {
    const source = { kind: 'own' as const, x1: [1, 2.5], x2: [-1, 0], y: [0, 1], isTest: [0, 1] as const };
    const experiment = { ...defaultExperiment, data: { ...defaultExperiment.data, source } };
    await keepDocument({ id: 'new', changedAt: 2, experiment });
    await (await database()).put('documents', { id: 'old', changedAt: 1, experiment });
    const kept = (await (await database()).get('documents', 'new')) as { experiment: Experiment };
    expect(Object.values(kept.experiment.data.source).some(Array.isArray)).toBe(false);
    const { documents } = await keptDocuments();
    expect(documents.map((document) => document.experiment)).toEqual([experiment, experiment]);
  });

  test('are the last ten', async () => {
    for (let at = 1; at <= 14; at++) expect(await keepDocument(documentAt(at))).toBeNull();
    const { documents } = await keptDocuments();
    expect(documents.map(({ changedAt }) => changedAt)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
  });

  test('pass through the door: what another version wrote is told, left alone, and not opened', async () => {
    await keepDocument(documentAt(1));
    const future = { id: 'future', changedAt: 9, experiment: { ...defaultExperiment, version: 99 } };
    await (await database()).put('documents', future);
    const passedOver = {
      id: 'future',
      changedAt: 9,
      content: future.experiment,
      problems: [expect.objectContaining({ code: 'futureVersion', value: '99' })],
    };
    for (const id of [null, 'future']) {
      expect(await keptDocument(id)).toEqual({ document: documentAt(1), passedOver });
    }
    expect(await keptDocument('1')).toEqual({ document: documentAt(1), passedOver: null });
    expect(await keptDocuments()).toEqual({ documents: [documentAt(1)], unreadable: [passedOver] });
    expect(await (await database()).get('documents', 'future')).toEqual(future);
  });
});
