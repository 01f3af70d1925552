import { expect, test } from 'vitest';
import { directionOf, hasModifier, stepsOf } from './keyMoves';

const press = (key: string, shiftKey = false) => stepsOf({ key, shiftKey }, 10);

test('arrows go one step along a line, up and right forwards; Shift and Page keys go a page', () => {
  expect(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map((key) => press(key))).toEqual([
    1, 1, -1, -1,
  ]);
  expect([press('ArrowUp', true), press('PageUp'), press('PageDown')]).toEqual([10, 10, -10]);
  expect([press('ArrowLeft', true), press('a'), press('Escape')]).toEqual([-10, 0, 0]);
});

test('Home and End go to the ends', () => {
  expect([press('Home'), press('End')]).toEqual([-Infinity, Infinity]);
});

test('only arrows have a direction about a plane', () => {
  expect(['ArrowLeft', 'ArrowUp', 'PageUp'].map(directionOf)).toEqual([[-1, 0], [0, 1], null]);
});

test('Ctrl, Cmd and Alt make a key none of the picture', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  expect(hasModifier(none)).toBe(false);
  for (const key of ['ctrlKey', 'metaKey', 'altKey'])
    expect(hasModifier({ ...none, [key]: true })).toBe(true);
});
