import { describe, expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { acrossAt, alongAt, riseAt, slopeAt } from './edgeCurve';
import { bundleEdges, edgeAt, endsOf, shownEdges } from './edges';
import { layoutNetwork } from './layoutNetwork';

const model = { hidden: [], outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
const plan = planNetwork(model, { task: 'classification', classes: 3 }, 2);
const layout = layoutNetwork(plan, 300, 200);
const layer = plan.layers[0]!;

/** Kernel [in][out] 2 × 3, then three biases. */
const weights = (...kernel: number[]) => Float32Array.from([...kernel, 9, 9, 9]);

test('sorts edges by sign and strength, the strongest last', () => {
  const bundles = bundleEdges(layer, layout, 0, weights(2, -2, 0.1, -0.1, 0.1, 2));
  expect(bundles.map(({ sign, edges }) => [sign, edges.length])).toEqual([
    [-1, 1],
    [1, 2],
    [-1, 1],
    [1, 2],
  ]);
  const strengths = bundles.map(({ strength }) => strength);
  expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
});

test('an edge joins its own units', () => {
  const [bundle] = bundleEdges(layer, layout, 0, weights(0, 0, 0, 0, 0, 3)).filter(
    ({ strength }) => strength > 0.9,
  );
  const [inputs, outputs] = layout.columns;
  const half = layout.thumbnailPx / 2;
  const ends = {
    x0: inputs!.xPx + half,
    y0: inputs!.units[1]!.yPx,
    x1: outputs!.xPx - half,
    y1: outputs!.units[2]!.yPx,
  };
  expect(bundle!.edges).toEqual([ends]);
  expect(endsOf(layout, { layer: 0, from: 1, to: 2 })).toEqual(ends);
  expect(endsOf(layout, { layer: 0, from: 1, to: 3 })).toBeNull();
});

test('biases do not count as edges, and weights near nothing look it', () => {
  const bundles = bundleEdges(layer, layout, 0, weights(1e-3, 1e-3, -1e-3, 1e-3, 1e-3, 1e-3));
  expect(Math.max(...bundles.map(({ strength }) => strength))).toBeLessThan(0.1);
});

test('weights that are not finite are left out and do not weaken the others', () => {
  const bundles = bundleEdges(layer, layout, 0, weights(Number.NaN, Number.POSITIVE_INFINITY, 2, 2, 2, 2));
  expect(bundles).toHaveLength(1);
  expect(bundles[0]!.strength).toBeGreaterThan(0.9);
  expect(bundles[0]!.edges).toHaveLength(4);
});

test('all shown units are joined', () => {
  expect(shownEdges(layout, 0).map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
    [1, 1],
    [1, 2],
  ]);
});

describe('the curve of an edge', () => {
  test('is found by its place across the gap', () => {
    for (const t of [0, 0.1, 0.5, 0.77, 1]) expect(alongAt(acrossAt(t))).toBeCloseTo(t, 5);
  });

  test('leaves and arrives level, and is steepest in the middle', () => {
    expect([riseAt(0), riseAt(0.5), riseAt(1)]).toEqual([0, 0.5, 1]);
    expect(slopeAt(0, 100, 50)).toBe(0);
    expect(slopeAt(0.5, 100, 50)).toBeGreaterThan(0.5);
    const step = 1e-4;
    const rise = (50 * (riseAt(0.3 + step) - riseAt(0.3))) / (100 * (acrossAt(0.3 + step) - acrossAt(0.3)));
    expect(slopeAt(0.3, 100, 50)).toBeCloseTo(rise, 2);
  });
});

describe('the edge under the pointer', () => {
  const spotOn = (from: number, to: number, t: number) => {
    const { x0, y0, x1, y1 } = endsOf(layout, { layer: 0, from, to })!;
    return { xPx: x0 + (x1 - x0) * acrossAt(t), yPx: y0 + (y1 - y0) * riseAt(t) };
  };

  test.each([
    [0, 0],
    [0, 2],
    [1, 1],
  ])('is the one from %i to %i all along it', (from, to) => {
    for (const t of [0.15, 0.3, 0.7, 0.85]) {
      expect(edgeAt(layout, spotOn(from, to, t), 4)).toEqual({ layer: 0, from, to });
    }
  });

  test('is still it a few pixels beside', () => {
    const { xPx, yPx } = spotOn(0, 0, 0.75);
    expect(edgeAt(layout, { xPx, yPx: yPx - 3 }, 4)).toEqual({ layer: 0, from: 0, to: 0 });
  });

  test('is none far from all of them, on a unit or outside', () => {
    expect(edgeAt(layout, { xPx: 150, yPx: 4 }, 4)).toBeNull();
    expect(edgeAt(layout, { xPx: layout.columns[0]!.xPx, yPx: 100 }, 4)).toBeNull();
    expect(edgeAt(layout, { xPx: -5, yPx: 100 }, 4)).toBeNull();
  });
});
