import { describe, expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { chooseUnits, foldedCounts, mostActive, spreads } from './activeUnits';
import { layoutNetwork } from './layoutNetwork';

const gridOf = (units: readonly (readonly number[])[]) => ({
  columns: 2,
  rows: 2,
  units: units.length,
  values: Float32Array.from(units.flat()),
});

describe('how active a unit is', () => {
  test('is how far its activation spreads over the plane, wherever its middle lies', () => {
    const grid = gridOf([
      [9, 9, 9, 9],
      [0, 0, 0, 4],
      [-1, 1, -1, 1],
    ]);
    const [constant, corner, halves] = spreads(grid, 0, 3);
    expect(constant).toBe(0);
    expect(corner).toBeCloseTo(Math.sqrt(3));
    expect(halves).toBe(1);
    expect([...spreads(grid, 1, 1)]).toEqual([corner]);
  });

  test('is nothing where it is not finite', () => {
    expect([...spreads(gridOf([[0, Number.NaN, 0, 1]]), 0, 1)]).toEqual([-1]);
  });
});

describe('the units worth showing', () => {
  test('are the most active ones, in their order', () => {
    expect(mostActive([0.1, 5, 0, 2, 3], 3, [])).toEqual([1, 3, 4]);
  });

  test('are the first ones where all are alike', () => {
    expect(mostActive([0, 0, 0, 0], 2, [])).toEqual([0, 1]);
  });

  test('stay until another is clearly more active', () => {
    expect(mostActive([1, 1.2, 1], 1, [0])).toEqual([0]);
    expect(mostActive([1, 1.4, 1], 1, [0])).toEqual([1]);
    expect(mostActive([0, 0, 0], 1, [2])).toEqual([2]);
  });
});

describe('the choice for a network', () => {
  const model = {
    hidden: [
      { units: 30, activation: 'relu' },
      { units: 4, activation: 'relu' },
    ],
    outputActivation: 'sigmoid',
    initializer: 'zeros',
    seed: 1,
  } as const;
  const plan = planNetwork(model, { task: 'classification', classes: 2 }, 2);
  const layout = layoutNetwork(plan, 400, 150);
  const counts = foldedCounts(layout);
  const shown = layout.columns[1]!.units.length;
  const mapsWith = (active: readonly number[]) =>
    gridOf(Array.from({ length: 35 }, (_, unit) => (active.includes(unit) ? [0, 1, 0, 1] : [0, 0, 0, 0])));

  test('is about folded layers only, and brings the active units into the layout', () => {
    const active = [3, 8, 11, 20, 21, 29];
    const chosen = chooseUnits(plan, counts, mapsWith(active), new Map());
    expect([...chosen.keys()]).toEqual([0]);
    const units = layoutNetwork(plan, 400, 150, {}, chosen).columns[1]!.units.map(({ unit }) => unit);
    expect(units).toHaveLength(shown);
    for (const unit of active.slice(0, shown)) expect(units).toContain(unit);
  });

  test('is the same object while nothing changes, and is left alone by maps of another network', () => {
    const chosen = chooseUnits(plan, counts, mapsWith([3, 8]), new Map());
    expect(chooseUnits(plan, counts, mapsWith([3, 8]), chosen)).toBe(chosen);
    expect(chooseUnits(plan, counts, gridOf([[0, 1, 2, 3]]), chosen)).toBe(chosen);
    expect(chooseUnits(plan, counts, null, chosen)).toBe(chosen);
  });
});
