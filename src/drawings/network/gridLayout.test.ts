import { expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { gridLayout, moveInGrid } from './gridLayout';

const hidden = [{ units: 128, activation: 'relu' }] as const;
const model = { hidden, outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
const plan = planNetwork(model, { task: 'classification', classes: 4 }, 2);

test.each([700, 358, 30])('every unit has a place of its own in a grid %i px wide', (widthPx) => {
  const { columns, heightPx } = gridLayout(plan, 0, widthPx, 12);
  const units = columns.flatMap((column) => column.units.map(({ unit }) => unit));
  expect([...units].sort((a, b) => a - b)).toEqual(Array.from({ length: 128 }, (_, unit) => unit));
  expect(
    new Set(columns.flatMap(({ xPx, units: places }) => places.map(({ yPx }) => `${xPx},${yPx}`))).size,
  ).toBe(128);
  const lowest = Math.max(...columns.flatMap((column) => column.units.map(({ yPx }) => yPx)));
  expect(lowest).toBeLessThan(heightPx);
});

test('units are read row by row', () => {
  const { columns } = gridLayout(plan, 0, 700, 12);
  expect(columns.map(({ units }) => units[0]!.unit)).toEqual(columns.map((_, i) => i));
  expect(columns[0]!.units[1]!.unit).toBe(columns.length);
});

test('keys go from unit to unit and stop at the ends', () => {
  const go = (unit: number, key: string) => moveInGrid(unit, key, 10, 25);
  expect([go(3, 'ArrowRight'), go(3, 'ArrowLeft'), go(3, 'ArrowDown'), go(13, 'ArrowUp')]).toEqual([
    4, 2, 13, 3,
  ]);
  expect([go(24, 'ArrowRight'), go(0, 'ArrowLeft'), go(3, 'ArrowUp'), go(18, 'ArrowDown')]).toEqual([
    24, 0, 3, 18,
  ]);
  expect([go(7, 'Home'), go(7, 'End'), go(7, 'x')]).toEqual([0, 24, null]);
});
