import { expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { layoutNetwork } from './layoutNetwork';
import { clampSlot, moveSlot, type Slot } from './roving';

const hidden = [
  { units: 8, activation: 'relu' },
  { units: 128, activation: 'relu' },
] as const;
const model = { hidden, outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
const layout = layoutNetwork(planNetwork(model, { task: 'classification', classes: 4 }, 2), 660, 300);
const wide = layout.columns[2]!.units.length;

const at = (column: number, row: number): Slot => ({ column, row });
const walk = (from: Slot, ...keys: string[]) =>
  keys.reduce((slot, key) => moveSlot(layout, slot, key) ?? slot, from);

test('up and down stay in the layer and stop at its ends', () => {
  expect(walk(at(1, 3), 'ArrowDown')).toEqual(at(1, 4));
  expect(walk(at(1, 3), 'ArrowUp', 'ArrowUp')).toEqual(at(1, 1));
  expect(walk(at(1, 0), 'ArrowUp')).toEqual(at(1, 0));
  expect(walk(at(1, 7), 'ArrowDown')).toEqual(at(1, 7));
});

test('left and right go to the unit beside and stop at inputs and outputs', () => {
  expect(walk(at(0, 0), 'ArrowRight')).toEqual(at(1, 3));
  expect(walk(at(1, 0), 'ArrowLeft')).toEqual(at(0, 0));
  expect(walk(at(1, 7), 'ArrowLeft')).toEqual(at(0, 1));
  expect(walk(at(0, 1), 'ArrowLeft')).toEqual(at(0, 1));
  expect(walk(at(3, 2), 'ArrowRight')).toEqual(at(3, 2));
});

test('Home and End are the ends of a layer; the last place of a folded one opens it', () => {
  expect(walk(at(1, 5), 'Home')).toEqual(at(1, 0));
  expect(walk(at(1, 5), 'End')).toEqual(at(1, 7));
  expect(walk(at(2, 0), 'End')).toEqual(at(2, wide));
  expect(walk(at(2, wide), 'ArrowDown')).toEqual(at(2, wide));
});

test('other keys mean nothing', () => {
  expect(moveSlot(layout, at(1, 1), 'a')).toBeNull();
});

test('a place that is gone becomes the nearest one', () => {
  expect(clampSlot(layout, at(9, 9))).toEqual(at(3, 3));
  expect(clampSlot(layout, at(0, 1))).toEqual(at(0, 1));
});
