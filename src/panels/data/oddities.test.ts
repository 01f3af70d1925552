import { expect, it } from 'vitest';
import { prepareData } from '../../engine/data/prepare';
import { type DataSpec, defaultExperiment } from '../../engine/experiment';
import { oddities } from './oddities';

function found(change: Partial<DataSpec>) {
  const data = { ...defaultExperiment.data, ...change };
  return oddities(data, prepareData(data));
}

const own = (x1: number[], y: number[]) => ({ kind: 'own', x1, x2: x1.map((_, i) => i), y }) as const;

it('a preset has nothing odd about it', () => {
  expect(found({})).toEqual([]);
});

it('no points at all is the only thing said', () => {
  expect(found({ source: own([], []) })).toEqual([{ kind: 'noPoints' }]);
});

it('one class, a class without points and a constant input are told apart', () => {
  expect(found({ source: own([1, 2, 3], [1, 1, 1]), testShare: 0 })).toEqual([{ kind: 'oneClass' }]);
  expect(found({ source: own([1, 2, 3], [0, 1, 3]), testShare: 0 })).toEqual([
    { kind: 'missingClass', class: 2 },
  ]);
  expect(found({ source: own([5, 5], [0, 1]), classes: 2, testShare: 0 })).toEqual([
    { kind: 'constantFeature', feature: 'x1' },
  ]);
});

it('regression has no classes to miss', () => {
  expect(found({ task: 'regression', source: own([1, 2], [0.5, 7]), testShare: 0 })).toEqual([]);
});
