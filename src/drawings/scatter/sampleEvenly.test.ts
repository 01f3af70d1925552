import { expect, test } from 'vitest';
import { sampleEvenly } from './sampleEvenly';

test('keeps all when there are few', () => {
  expect(sampleEvenly(3, 10)).toEqual([0, 1, 2]);
  expect(sampleEvenly(0, 10)).toEqual([]);
});

test('picks different ones evenly when there are many', () => {
  expect(sampleEvenly(100, 4)).toEqual([0, 25, 50, 75]);
  expect(new Set(sampleEvenly(11, 10)).size).toBe(10);
});
