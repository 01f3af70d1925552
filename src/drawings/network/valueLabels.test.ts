import { expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { layoutNetwork } from './layoutNetwork';
import { placeValues, weightText } from './valueLabels';

const planOf = (units: number) =>
  planNetwork(
    {
      hidden: [
        { units, activation: 'relu' },
        { units: 3, activation: 'relu' },
      ],
      outputActivation: 'softmax',
      initializer: 'zeros',
      seed: 1,
    },
    { task: 'classification', classes: 4 },
    2,
  );

test('every incoming weight is written where it comes from, and the bias at the unit', () => {
  const plan = planOf(4);
  const layout = layoutNetwork(plan, 500, 260);
  const labels = placeValues(plan, layout, { layer: 1, unit: 2 }, new Float32Array(plan.parameterCount));
  const { kernelOffset, biasOffset } = plan.layers[1]!;
  expect(labels.map(({ kind, index }) => [kind, index])).toEqual([
    ['weight', kernelOffset + 2],
    ['weight', kernelOffset + 5],
    ['weight', kernelOffset + 8],
    ['weight', kernelOffset + 11],
    ['bias', biasOffset + 2],
  ]);
  const [, sources, targets] = layout.columns;
  expect(labels.slice(0, 4).map(({ yPx }) => yPx)).toEqual(sources!.units.map(({ yPx }) => yPx));
  for (const { xPx } of labels.slice(0, 4)) expect(xPx).toBeGreaterThan(sources!.xPx);
  expect(Math.abs(labels[4]!.yPx - targets!.units[2]!.yPx)).toBeLessThan(40);
});

test('labels of one column do not overlap, whatever its height', () => {
  for (const heightPx of [120, 200, 400]) {
    const plan = planOf(128);
    const layout = layoutNetwork(plan, 500, heightPx);
    const labels = placeValues(plan, layout, { layer: 1, unit: 0 }, new Float32Array(plan.parameterCount));
    const heights = labels.filter(({ kind }) => kind === 'weight').map(({ yPx }) => yPx);
    for (let i = 1; i < heights.length; i++) expect(heights[i]! - heights[i - 1]!).toBeGreaterThan(16);
  }
});

test('of many weights the strongest are written, and those that are not finite', () => {
  const plan = planOf(12);
  const layout = layoutNetwork(plan, 500, 400);
  const parameters = new Float32Array(plan.parameterCount);
  const { kernelOffset } = plan.layers[1]!;
  for (let from = 0; from < 12; from++) parameters[kernelOffset + from * 3] = from % 2 ? -from : 0.1;
  parameters[kernelOffset] = Number.NaN;
  const labels = placeValues(plan, layout, { layer: 1, unit: 0 }, parameters);
  const sources = labels.slice(0, -1).map(({ index }) => (index - kernelOffset) / 3);
  expect(sources).toHaveLength(8);
  for (const from of [0, 1, 3, 5, 7, 9, 11]) expect(sources).toContain(from);
});

test('inputs and folded units have no labels', () => {
  const plan = planOf(128);
  const layout = layoutNetwork(plan, 500, 260);
  const parameters = new Float32Array(plan.parameterCount);
  expect(placeValues(plan, layout, { layer: -1, unit: 0 }, parameters)).toEqual([]);
  expect(placeValues(plan, layout, { layer: 0, unit: 100 }, parameters)).toEqual([]);
});

test.each([
  [0.4199, '0.42'],
  [-1.4, '−1.40'],
  [-0.0004, '0.00'],
  [123.456, '123'],
  [Number.NaN, 'NaN'],
])('%f is written %s', (value, text) => {
  expect(weightText(value)).toBe(text);
});
