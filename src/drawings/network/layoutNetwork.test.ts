import { describe, expect, test } from 'vitest';
import { type NetworkPlan, planNetwork } from '../../engine/model/network';
import { layoutNetwork, type NetworkLayout } from './layoutNetwork';

function planOf(inputs: number, hidden: readonly number[], classes: number): NetworkPlan {
  const layers = hidden.map((units) => ({ units, activation: 'relu' as const }));
  const model = { hidden: layers, outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
  return planNetwork(model, { task: 'classification', classes }, inputs);
}

/** No thumbnail overlaps another or leaves the picture. */
function expectTidy({ columns, thumbnailPx, widthPx, heightPx }: NetworkLayout) {
  for (const [i, { xPx, units, folded }] of columns.entries()) {
    expect(xPx - thumbnailPx / 2).toBeGreaterThanOrEqual(0);
    expect(xPx + thumbnailPx / 2).toBeLessThanOrEqual(widthPx);
    if (i > 0) expect(xPx - columns[i - 1]!.xPx).toBeGreaterThan(thumbnailPx * 1.3);
    const slots = [...units.map(({ yPx }) => yPx), ...(folded ? [folded.yPx] : [])];
    for (const [k, yPx] of slots.entries()) {
      expect(yPx - thumbnailPx / 2).toBeGreaterThanOrEqual(0);
      expect(yPx + thumbnailPx / 2).toBeLessThanOrEqual(heightPx + 1e-9);
      if (k > 0) expect(yPx - slots[k - 1]!).toBeGreaterThan(thumbnailPx * 1.1);
    }
  }
}

test('two hidden layers stand in four even columns, centred, with thumbnails of full size', () => {
  const layout = layoutNetwork(planOf(2, [8, 6], 4), 660, 376);
  expect(layout.columns.map(({ kind, layer }) => [kind, layer])).toEqual([
    ['inputs', -1],
    ['hidden', 0],
    ['hidden', 1],
    ['outputs', 2],
  ]);
  expect(layout.thumbnailPx).toBeGreaterThanOrEqual(34);
  expect(layout.widthPx).toBe(660);
  for (const { units } of layout.columns) {
    expect((units[0]!.yPx + units.at(-1)!.yPx) / 2).toBeCloseTo(188);
  }
  expectTidy(layout);
});

test('without hidden layers there are inputs and outputs', () => {
  const layout = layoutNetwork(planOf(2, [], 2), 400, 300);
  expect(layout.columns.map(({ kind }) => kind)).toEqual(['inputs', 'outputs']);
  expectTidy(layout);
});

test('a wide layer shows its first units and counts the rest', () => {
  const [, hidden] = layoutNetwork(planOf(2, [128], 4), 660, 376).columns;
  expect(hidden!.units.map(({ unit }) => unit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(hidden!.folded?.count).toBe(117);
  expect(hidden!.unitCount).toBe(128);
});

test('a folded layer shows the units that were chosen, in their order, and the first ones where the choice is for another layout', () => {
  const chosen = [3, 4, 9, 17, 30, 31, 55, 80, 99, 120, 127];
  const shownWith = (choice: readonly number[]) =>
    layoutNetwork(planOf(2, [128], 4), 660, 376, {}, new Map([[0, choice]])).columns[1]!.units;
  expect(shownWith(chosen).map(({ unit }) => unit)).toEqual(chosen);
  expect(shownWith([3, 4]).map(({ unit }) => unit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(shownWith([...chosen.slice(0, -1), 128])[0]!.unit).toBe(0);
});

test('fingers get units that are further apart, and fewer of them', () => {
  const spacing = { minPitchPx: 40 };
  const layout = layoutNetwork(planOf(2, [16], 4), 358, 400, spacing);
  expect(layout.columns[1]!.units).toHaveLength(9);
  for (const { pitchPx } of layout.columns) expect(pitchPx).toBeGreaterThanOrEqual(40);
  expectTidy(layout);
});

test('twelve units are all shown, thirteen are folded', () => {
  expect(layoutNetwork(planOf(12, [13], 4), 660, 376).columns.map(({ folded }) => folded?.count)).toEqual([
    undefined,
    2,
    undefined,
  ]);
});

test('eight layers fit a column of the desktop page', () => {
  const layout = layoutNetwork(planOf(2, Array<number>(8).fill(128), 4), 660, 376);
  expect(layout.widthPx).toBe(660);
  expectTidy(layout);
});

test('on a phone eight layers are wider than the screen, thumbnails not below 18 px', () => {
  const layout = layoutNetwork(planOf(2, Array<number>(8).fill(16), 4), 358, 300);
  expect(layout.widthPx).toBeGreaterThan(358);
  expect(layout.thumbnailPx).toBeGreaterThanOrEqual(18);
  expectTidy(layout);
});

test('columns make room for the controls above them', () => {
  const layout = layoutNetwork(planOf(2, [4, 4], 4), 358, 300, { minColumnGapPx: 120 });
  expect(layout.columnGapPx).toBe(120);
  expect(layout.widthPx).toBeGreaterThan(358);
});

describe('tiny pictures', () => {
  test.each([
    [60, 40],
    [10, 10],
    [1, 1],
  ])('%i × %i px', (widthPx, heightPx) => {
    const layout = layoutNetwork(planOf(2, [128, 3], 4), widthPx, heightPx);
    for (const { units, folded, unitCount } of layout.columns) {
      expect(units.length + (folded?.count ?? 0)).toBe(unitCount);
    }
  });
});
