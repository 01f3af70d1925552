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
      unreadable: 0,
    });
    expect(await keptDocument('2')).toEqual(documentAt(2));
    expect(await keptDocument(null)).toEqual(changed);
    expect(await keptDocument('gone')).toEqual(changed);
  });

  test('are the last ten', async () => {
    for (let at = 1; at <= 14; at++) expect(await keepDocument(documentAt(at))).toBeNull();
    const { documents } = await keptDocuments();
    expect(documents.map(({ changedAt }) => changedAt)).toEqual([14, 13, 12, 11, 10, 9, 8, 7, 6, 5]);
  });

  test('pass through the door: what another version wrote is counted, left alone, and not opened', async () => {
    await keepDocument(documentAt(1));
    const future = { id: 'future', changedAt: 9, experiment: { ...defaultExperiment, version: 99 } };
    await (await database()).put('documents', future);
    expect(await keptDocument(null)).toEqual(documentAt(1));
    expect(await keptDocument('future')).toEqual(documentAt(1));
    expect(await keptDocuments()).toEqual({ documents: [documentAt(1)], unreadable: 1 });
    expect(await (await database()).get('documents', 'future')).toEqual(future);
  });
});
