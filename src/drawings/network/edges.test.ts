import { expect, test } from 'vitest';
import { planNetwork } from '../../engine/model/network';
import { allEdges, bundleEdges } from './edges';
import { layoutNetwork } from './layoutNetwork';

const model = { hidden: [], outputActivation: 'softmax', initializer: 'zeros', seed: 1 } as const;
const plan = planNetwork(model, { task: 'classification', classes: 3 }, 2);
const layout = layoutNetwork(plan, 300, 200);

/** Kernel [in][out] 2 × 3, then three biases. */
const weights = (...kernel: number[]) => Float32Array.from([...kernel, 9, 9, 9]);

test('sorts edges by sign and strength, the strongest last', () => {
  const bundles = bundleEdges(plan, layout, weights(2, -2, 0.1, -0.1, 0.1, 2));
  expect(bundles.map(({ sign, ends }) => [sign, ends.length / 4])).toEqual([
    [-1, 1],
    [1, 2],
    [-1, 1],
    [1, 2],
  ]);
  const strengths = bundles.map(({ strength }) => strength);
  expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
});

test('an edge joins its own units', () => {
  const [bundle] = bundleEdges(plan, layout, weights(0, 0, 0, 0, 0, 3)).filter(
    ({ strength }) => strength > 0.9,
  );
  const [inputs, outputs] = layout.columns;
  const half = layout.thumbnailPx / 2;
  expect(bundle!.ends).toEqual([
    inputs!.xPx + half,
    inputs!.units[1]!.yPx,
    outputs!.xPx - half,
    outputs!.units[2]!.yPx,
  ]);
});

test('biases do not count as edges, and weights near nothing look it', () => {
  const bundles = bundleEdges(plan, layout, weights(1e-3, 1e-3, -1e-3, 1e-3, 1e-3, 1e-3));
  expect(Math.max(...bundles.map(({ strength }) => strength))).toBeLessThan(0.1);
});

test('weights that are not finite are left out and do not weaken the others', () => {
  const bundles = bundleEdges(plan, layout, weights(Number.NaN, Number.POSITIVE_INFINITY, 2, 2, 2, 2));
  expect(bundles).toHaveLength(1);
  expect(bundles[0]!.strength).toBeGreaterThan(0.9);
  expect(bundles[0]!.ends).toHaveLength(4 * 4);
});

test('without weights all shown units are joined', () => {
  expect(allEdges(plan, layout)).toHaveLength(4 * 6);
});
