import { expect, test } from 'vitest';
import { gridLines } from './gridLines';

test('lines of both directions, about every third cell, the edges of the plane among them', () => {
  const lines = gridLines(32, 32);
  const rows = lines.filter(({ equal }) => equal === 'x2');
  expect(lines).toHaveLength(22);
  expect(rows.map(({ cells }) => cells[0]! / 32)).toEqual([0, 3, 6, 9, 12, 16, 19, 22, 25, 28, 31]);
  expect(rows.filter(({ isEdge }) => isEdge).map(({ cells }) => cells[0]! / 32)).toEqual([0, 31]);
});

test('a line of equal x₂ goes along a row, one of equal x₁ down a column', () => {
  const lines = gridLines(3, 2);
  expect(Array.from(lines.find(({ equal }) => equal === 'x2')!.cells)).toEqual([0, 1, 2]);
  expect(Array.from(lines.find(({ equal }) => equal === 'x1')!.cells)).toEqual([0, 3]);
  expect(lines).toHaveLength(2 + 3);
});

test('coarser and finer maps give as many lines, so that the picture stays the same', () => {
  expect(gridLines(20, 20)).toHaveLength(22);
  expect(gridLines(128, 128)).toHaveLength(22);
});

test('one input gives one curve', () => {
  const [line, ...others] = gridLines(64, 1);
  expect(others).toEqual([]);
  expect(line!.cells).toHaveLength(64);
});
