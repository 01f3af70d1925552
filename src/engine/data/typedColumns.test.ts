import { expect, it } from 'vitest';
import { cloud, experimentWith } from '../../../tests/support/testExperiment';
import { defaultExperiment } from '../experiment';
import { columnBuffers, withPlainColumns, withTypedColumns } from './typedColumns';

const names = { x1: 'length', x2: 'width', y: 'kind', classes: ['a', 'b'] };
const flags = Array.from({ length: 5 }, (_, i) => (i % 2) as 0 | 1);
const own = experimentWith({ data: { source: { ...cloud(5, 2), names, isTest: flags } } });

it.each([
  ['of a dataset', defaultExperiment],
  ['of own points', experimentWith({ data: { source: cloud(5, 2) } })],
  ['of own points with names and a split', own],
])('a document %s is the same after a way in typed arrays', (_, experiment) => {
  const typed = structuredClone(withTypedColumns(experiment));
  expect(withPlainColumns(typed)).toStrictEqual(experiment);
});

it('no list of numbers is left in what is sent, and all of its memory may be given away', () => {
  const typed = withTypedColumns(own);
  const { source } = structuredClone(typed, { transfer: columnBuffers(typed) }).data;
  expect(Object.values(source).filter(Array.isArray)).toEqual([]);
  expect(columnBuffers(typed).map(({ byteLength }) => byteLength)).toEqual([0, 0, 0, 0]);
});

it.each([
  null,
  'text',
  3,
  [],
  {},
  { data: null },
  { data: { source: [1] } },
  { data: { source: { x1: [1, 2] } } },
])('what an older page has kept stays as it is: %j', (content) => {
  expect(withPlainColumns(content)).toEqual(content);
});
