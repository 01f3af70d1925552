import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NetworkPlan, planNetwork } from '../../engine/model/network';
import { foldBox, type UnitBox, valueBox } from './boxes';
import { type ColumnPlace, layoutNetwork, type NetworkLayout } from './layoutNetwork';
import { MARK_GAP_PX, MARK_RADIUS_PX } from './sizes';

function planOf(inputs: number, hidden: readonly number[], classes: number): NetworkPlan {
  const layers = hidden.map((units) => ({ units, activation: 'relu' as const }));
  const model = { hidden: layers, outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
  return planNetwork(model, { task: 'classification', classes }, inputs);
}

interface Named extends UnitBox {
  readonly name: string;
}

const boxAt = (name: string, xPx: number, yPx: number, widthPx: number, heightPx = widthPx): Named => ({
  name,
  leftPx: xPx - widthPx / 2,
  topPx: yPx - heightPx / 2,
  widthPx,
  heightPx,
});

/** Everything that is drawn of a column, but for the edges. */
function boxesOf(layout: NetworkLayout, column: ColumnPlace, hasMarks: boolean): Named[] {
  const { thumbnailPx, labelPx } = layout;
  const { kind, xPx, units } = column;
  const fold = foldBox(layout, column);
  return [
    ...units.map(({ unit, yPx }) => boxAt(`tile ${kind} ${unit}`, xPx, yPx, thumbnailPx)),
    ...(kind === 'inputs'
      ? units.map(({ unit, yPx }) => boxAt(`name ${unit}`, labelPx / 2, yPx, labelPx, layout.textPx))
      : []),
    ...(kind === 'outputs' && hasMarks
      ? units.map(({ unit, yPx }) =>
          boxAt(`mark ${unit}`, xPx + thumbnailPx / 2 + MARK_GAP_PX, yPx, 2 * MARK_RADIUS_PX),
        )
      : []),
    ...units.flatMap((place) => {
      const box = valueBox(layout, column, place, hasMarks);
      return box ? [{ name: `value ${kind} ${place.unit}`, ...box }] : [];
    }),
    ...(fold ? [{ name: `fold ${column.layer}`, ...fold }] : []),
  ];
}

const rounding = 1e-6;

function isInside({ leftPx, topPx, widthPx, heightPx }: UnitBox, frame: NetworkLayout): boolean {
  return (
    leftPx >= -rounding &&
    topPx >= -rounding &&
    leftPx + widthPx <= frame.widthPx + rounding &&
    topPx + heightPx <= frame.heightPx + rounding
  );
}

function doOverlap(a: UnitBox, b: UnitBox): boolean {
  return (
    a.leftPx + a.widthPx > b.leftPx + rounding &&
    b.leftPx + b.widthPx > a.leftPx + rounding &&
    a.topPx + a.heightPx > b.topPx + rounding &&
    b.topPx + b.heightPx > a.topPx + rounding
  );
}

/** Nothing is outside, nothing lies on anything else, nobody is forgotten. */
function expectTidy(layout: NetworkLayout, hasMarks = true) {
  const boxes = layout.columns.flatMap((column) => boxesOf(layout, column, hasMarks));
  expect(boxes.filter((box) => !isInside(box, layout))).toEqual([]);
  const pairs = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (doOverlap(a, b) ? [`${a.name} on ${b.name}`] : [])),
  );
  expect(pairs).toEqual([]);
  for (const { units, folded, unitCount } of layout.columns) {
    expect(units.length).toBeGreaterThan(0);
    expect(units.length + (folded?.count ?? 0)).toBe(unitCount);
    expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length);
  }
}

test('two hidden layers stand in four even columns, centred, with large thumbnails', () => {
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
  expect(hidden!.units.map(({ unit }) => unit)).toEqual(Array.from({ length: 15 }, (_, unit) => unit));
  expect(hidden!.folded?.count).toBe(113);
  expect(hidden!.unitCount).toBe(128);
});

test('a folded layer shows the units that were chosen, in their order, and the first ones where the choice is for another layout', () => {
  const chosen = [3, 4, 9, 17, 30, 31, 55, 64, 71, 80, 92, 99, 110, 120, 127];
  const shownWith = (choice: readonly number[]) =>
    layoutNetwork(planOf(2, [128], 4), 660, 376, {}, new Map([[0, choice]])).columns[1]!.units;
  expect(shownWith(chosen).map(({ unit }) => unit)).toEqual(chosen);
  expect(shownWith([3, 4]).map(({ unit }) => unit)).toEqual(Array.from({ length: 15 }, (_, unit) => unit));
  expect(shownWith([...chosen.slice(0, -1), 128])[0]!.unit).toBe(0);
});

test('fingers get units that are further apart, and fewer of them', () => {
  const spacing = { minPitchPx: 40 };
  const layout = layoutNetwork(planOf(2, [16], 4), 358, 400, spacing);
  expect(layout.columns[1]!.units).toHaveLength(9);
  for (const { pitchPx } of layout.columns) expect(pitchPx).toBeGreaterThanOrEqual(40);
  expectTidy(layout);
});

test('rows come closer before a layer folds', () => {
  const at = (heightPx: number) => layoutNetwork(planOf(2, [12], 4), 660, heightPx);
  expect(at(600).columns[1]!.pitchPx).toBeGreaterThan(at(300).columns[1]!.pitchPx);
  expect([at(600), at(300), at(240)].map(({ columns }) => columns[1]!.folded?.count)).toEqual([
    undefined,
    undefined,
    3,
  ]);
  expect(at(300).thumbnailPx).toBeGreaterThanOrEqual(18);
});

test('values have their place at the edge, below the units in a narrow frame', () => {
  const sides = (widthPx: number) =>
    layoutNetwork(planOf(2, [8, 6], 4), widthPx, 300).columns.map(({ valueSide }) => valueSide);
  expect(sides(460)).toEqual(['below', null, null, 'beside']);
  expect(sides(170)).toEqual(['below', null, null, 'below']);
});

test('long names of inputs leave the columns their room', () => {
  const layout = layoutNetwork(planOf(8, [8], 4), 170, 300, { labelPx: 90 });
  expect(layout.labelPx).toBeLessThanOrEqual(50);
  expectTidy(layout);
});

test('whatever the network and the frame, it is whole in it', () => {
  const plans = fc.record({
    inputs: fc.integer({ min: 1, max: 12 }),
    hidden: fc.array(fc.integer({ min: 1, max: 128 }), { maxLength: 8 }),
    classes: fc.integer({ min: 2, max: 10 }),
  });
  const frames = fc.record({
    widthPx: fc.integer({ min: 170, max: 800 }),
    heightPx: fc.integer({ min: 196, max: 900 }),
    labelPx: fc.integer({ min: 7, max: 60 }),
    hasMarks: fc.boolean(),
    minPitchPx: fc.constantFrom(22, 40),
    // Of the text, and of the least frame with it.
    scale: fc.constantFrom(1, 1.25, 1.5),
  });
  fc.assert(
    fc.property(plans, frames, ({ inputs, hidden, classes }, { scale, ...frame }) => {
      const plan = planOf(inputs, hidden, classes);
      const spacing = { ...frame, textPx: scale * 12 };
      const [widthPx, heightPx] = [Math.ceil(scale * frame.widthPx), Math.ceil(scale * frame.heightPx)];
      const layout = layoutNetwork(plan, widthPx, heightPx, spacing);
      expect([layout.widthPx, layout.heightPx]).toEqual([widthPx, heightPx]);
      expect(layout.thumbnailPx).toBeGreaterThanOrEqual(8);
      expectTidy(layout, spacing.hasMarks);
    }),
    { numRuns: 300 },
  );
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
