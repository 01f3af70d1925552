import { expect, test } from 'vitest';
import { neighbourByLoss, rankByLoss } from './lossOrder';

const points = {
  losses: [0.5, 2, Number.NaN, 0.5, 0.1, 9],
  isHidden: (index: number) => index === 5,
};

test('begins at the largest loss', () => {
  expect(neighbourByLoss(points, null, 1)).toBe(1);
  expect(neighbourByLoss(points, null, -1)).toBe(1);
});

test('goes through all points once, down and up again, equal losses included', () => {
  const down = [1];
  for (let next = neighbourByLoss(points, 1, -1); next !== null; next = neighbourByLoss(points, next, -1)) {
    down.push(next);
  }
  expect(down).toEqual([1, 3, 0, 4]);
  const up = [4];
  for (let next = neighbourByLoss(points, 4, 1); next !== null; next = neighbourByLoss(points, next, 1)) {
    up.push(next);
  }
  expect(up).toEqual([4, 0, 3, 1]);
});

test('counts ranks from the smallest loss', () => {
  expect(rankByLoss(points, 4)).toEqual({ rank: 1, count: 4 });
  expect(rankByLoss(points, 1)).toEqual({ rank: 4, count: 4 });
  expect(rankByLoss(points, null)).toEqual({ rank: 1, count: 4 });
});

test('without points there is no neighbour', () => {
  expect(neighbourByLoss({ losses: [], isHidden: () => false }, null, 1)).toBeNull();
});
