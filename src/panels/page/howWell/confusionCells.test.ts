import { beforeEach, expect, it } from 'vitest';
import { experimentWith } from '../../../../tests/support/testExperiment';
import { edit, look, store } from '../../../store/store';
import { type Cell, followCell, isSelected, pressCell } from './confusionCells';

const source = { kind: 'own', x1: [0, 1, 2, 3], x2: [0, 0, 0, 0], y: [0, 0, 1, 1] } as const;
const wrong: Cell = { part: 'train', truth: 0, predicted: 1 };
const predicting = (...classes: number[]) => ({ predictions: Float32Array.from(classes) });
const selection = () => store.getState().view.selection;

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  edit(() => experimentWith({ data: { source, classes: 2, testShare: 0 } }));
});

it('a cell selects its points, and lets them go when it is pressed again', () => {
  pressCell(wrong, predicting(1, 1, 1, 0));
  expect(selection()).toEqual(new Set([0, 1]));
  expect(isSelected(wrong, selection())).toBe(true);
  expect(isSelected({ ...wrong, truth: 1 }, selection())).toBe(false);
  pressCell(wrong, predicting(1, 1, 1, 0));
  expect(selection()).toEqual(new Set());
});

it('the selection follows its cell while training, until something else is selected', () => {
  pressCell(wrong, predicting(1, 1, 1, 0));
  followCell(predicting(0, 1, 1, 1));
  expect(selection()).toEqual(new Set([1]));
  expect(isSelected(wrong, selection())).toBe(true);
  look({ selection: new Set([3]) });
  followCell(predicting(1, 1, 1, 1));
  expect(selection()).toEqual(new Set([3]));
});

it('predictions of other points select nothing', () => {
  pressCell(wrong, predicting(1, 1));
  expect(selection()).toEqual(new Set());
});

it('points kept for testing are shown when they are selected', () => {
  edit(() => experimentWith({ data: { source, classes: 2, testShare: 0.5 } }));
  look({ showTest: false });
  pressCell({ part: 'test', truth: 0, predicted: 0 }, predicting(0, 0, 0, 0));
  expect(store.getState().view.showTest).toBe(true);
});
