import { beforeEach, expect, it } from 'vitest';
import { firstView } from './runState';
import { closeSheet, inOrder, openSheet, pinSheet, shownSheets } from './sheets';
import { look, store } from './store';

beforeEach(() => look(firstView));

const shown = () => shownSheets(store.getState().view);
const open = () => store.getState().view.openSheet;

it('one sheet is open at a time', () => {
  openSheet('loss');
  openSheet('data');
  expect(shown()).toEqual(['data']);
  closeSheet('data');
  expect(shown()).toEqual([]);
});

it('pinned sheets stay, in the order of the steps', () => {
  openSheet('training');
  pinSheet('training', true);
  expect(open()).toBeNull();
  openSheet('model');
  pinSheet('model', true);
  openSheet('data');
  expect(shown()).toEqual(['data', 'model', 'training']);
  openSheet('loss');
  expect(shown()).toEqual(['model', 'loss', 'training']);
  openSheet('model');
  expect(open()).toBe('loss');
});

it('a sheet that is no longer pinned takes the place of the open one, and a closed one is no longer pinned', () => {
  pinSheet('model', true);
  pinSheet('training', true);
  openSheet('data');
  pinSheet('model', false);
  expect(shown()).toEqual(['model', 'training']);
  closeSheet('training');
  expect(shown()).toEqual(['model']);
  expect(store.getState().view.pinnedSheets).toEqual([]);
});

it('of names that were kept only steps count', () => {
  expect(inOrder(['loss', 'x', '', 'data', 'loss'])).toEqual(['data', 'loss']);
});
