import { expect, test } from 'vitest';
import { namedLines, placeLabels } from './endLabels';

test('labels that are apart stay where they are', () => {
  expect(placeLabels([20, 50, 90], 13, [0, 100])).toEqual([20, 50, 90]);
});

test('labels at one place come apart in their order and stay inside', () => {
  expect(placeLabels([99, 98, 97], 10, [0, 100])).toEqual([100, 90, 80]);
  expect(placeLabels([1, 2, 2], 10, [0, 100])).toEqual([1, 11, 21]);
});

test('without room for all they come closer, but never leave', () => {
  const places = placeLabels([50, 50, 50, 50, 50], 40, [0, 100]);
  expect(places).toEqual([0, 25, 50, 75, 100]);
});

test('a line that ends nowhere has no label and needs no room', () => {
  expect(placeLabels([50, Number.NaN, 55], 10, [0, 100])).toEqual([50, Number.NaN, 60]);
});

test('names thin out evenly, the first and the last line keep theirs', () => {
  expect([...namedLines(9, 20)]).toHaveLength(9);
  expect([...namedLines(9, 5)]).toEqual([0, 2, 4, 6, 8]);
  expect([...namedLines(9, 2)]).toEqual([0, 8]);
  expect([...namedLines(1, 0)]).toEqual([0]);
});
