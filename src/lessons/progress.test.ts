import { beforeEach, expect, test } from 'vitest';
import {
  addProgress,
  bestOf,
  markAt,
  markBest,
  markDone,
  progress,
  progressOf,
  readProgress,
  resetProgress,
} from './progress';

beforeEach(resetProgress);

test('what is done in either browser is done, and each lesson goes on where this one left it', () => {
  markDone('keras', 'count');
  markAt('keras', 'epochs');
  const isTaken = addProgress(
    JSON.stringify({
      keras: { done: ['count', 'one-step'], at: 'count' },
      spiral: { done: ['layer'], at: 'fewer' },
    }),
  );
  expect(isTaken).toBe(true);
  expect(progressOf(progress.get(), 'keras')).toEqual({
    done: ['count', 'one-step'],
    at: 'epochs',
    best: {},
  });
  expect(progressOf(progress.get(), 'spiral')).toEqual({ done: ['layer'], at: 'fewer', best: {} });
});

test.each(['', 'null', '[1]', '{"a":1}', '{"experiment":', '"__proto__"'])(
  'what is not progress is refused and changes nothing: %s',
  (text) => {
    markDone('keras', 'count');
    const before = progress.get();
    expect(addProgress(text)).toBe(false);
    expect(progress.get()).toBe(before);
  },
);

test('of hostile entries only names of cards are kept', () => {
  expect(readProgress('{"keras":{"done":["a",1,null,{}],"at":7},"__proto__":{"done":["x"]}}').keras).toEqual({
    done: ['a'],
    at: null,
    best: {},
  });
  expect(progressOf(progress.get(), 'toString')).toEqual({ done: [], at: null, best: {} });
});

test('the least that was reached is kept, also between two browsers', () => {
  for (const reached of [88, 53, 74]) markBest('spiral', 'best', reached);
  expect(bestOf(progressOf(progress.get(), 'spiral'), 'best')).toBe(53);
  addProgress('{"spiral":{"done":[],"at":null,"best":{"best":60,"fewer":99,"x":"1"}}}');
  expect(progressOf(progress.get(), 'spiral').best).toEqual({ best: 53, fewer: 99 });
  addProgress('{"spiral":{"best":{"best":50}}}');
  expect(bestOf(progressOf(progress.get(), 'spiral'), 'best')).toBe(50);
});
