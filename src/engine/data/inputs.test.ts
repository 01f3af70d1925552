import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import type { Points } from './dataset';
import { datasets } from './datasets';
import { type FeatureId, features } from './features';
import { createInputMap, planeGrid } from './inputs';
import { splitPoints } from './split';

const ALL = Object.keys(features) as FeatureId[];

function pointsAt(...places: readonly (readonly [number, number])[]): Points {
  return {
    x1: Float64Array.from(places, ([x1]) => x1),
    x2: Float64Array.from(places, ([, x2]) => x2),
    y: new Float64Array(places.length),
  };
}

const everyIndex = (points: Points) => Uint32Array.from(points.x1, (_, i) => i);

describe('createInputMap', () => {
  it('fills rows of features, raw when not standardising', () => {
    const points = pointsAt([1, 2], [3, -4]);
    const map = createInputMap(['x1', 'x2Squared', 'x1x2'], 2, points, everyIndex(points), false);
    expect(map.width).toBe(3);
    expect([...map.fill(points.x1, points.x2)]).toEqual([1, 4, 2, 3, 16, -12]);
    expect([...map.mean]).toEqual([0, 0, 0]);
    expect([...map.deviation]).toEqual([1, 1, 1]);
  });

  it('standardises with the population deviation of the training points only', () => {
    const points = pointsAt([1, 0], [3, 0], [1000, 0]);
    const map = createInputMap(['x1'], 2, points, Uint32Array.of(0, 1), true);
    expect([...map.mean]).toEqual([2]);
    expect([...map.deviation]).toEqual([1]);
    expect([...map.fill(points.x1, points.x2)]).toEqual([-1, 1, 998]);
  });

  it('gives every feature mean 0 and deviation 1 on the training points', () => {
    const points = datasets.moons.generate({ points: 500, noise: 0.3, classes: 2 }, createRandom(1));
    const { train } = splitPoints(500, 0.4, 2);
    const map = createInputMap(ALL, 2, points, train, true);
    const own = (axis: Float64Array) => Float64Array.from(train, (i) => axis[i] ?? Number.NaN);
    const rows = map.fill(own(points.x1), own(points.x2));
    for (let column = 0; column < map.width; column++) {
      const values = Array.from(train, (_, i) => rows[i * map.width + column] ?? Number.NaN);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
      expect(mean).toBeCloseTo(0, 5);
      expect(variance).toBeCloseTo(1, 5);
    }
    expect(map.constant).toEqual([]);
  });

  it('leaves out what looks at x₂ when there is one input', () => {
    const points = pointsAt([1, 0], [2, 0]);
    const map = createInputMap(ALL, 1, points, everyIndex(points), true);
    expect(map.features).toEqual(['x1', 'x1Squared', 'x1Cubed', 'sinX1', 'cosX1']);
    expect(map.width).toBe(5);
    expect(map.mean).toHaveLength(5);
    expect(map.fill(points.x1, points.x2)).toHaveLength(10);
    expect(createInputMap(['x2', 'radius'], 1, points, everyIndex(points), true).width).toBe(0);
  });

  it.each([true, false])(
    'names constant features and does not divide them (standardise: %s)',
    (standardize) => {
      const points = pointsAt([1, 0.1], [2, 0.1], [4, 0.1]);
      const map = createInputMap(['x2', 'x1', 'x2Cubed'], 2, points, everyIndex(points), standardize);
      expect(map.constant).toEqual(['x2', 'x2Cubed']);
      expect([map.deviation[0], map.deviation[2]]).toEqual([1, 1]);
      const [first] = map.fill([1], [5]);
      expect(first).toBeCloseTo(standardize ? 4.9 : 5, 5);
    },
  );

  it('takes rounding for what it is: the radius of a clean ring is constant', () => {
    const angles = Array.from({ length: 50 }, (_, i) => i);
    const points = pointsAt(...angles.map((a) => [3 * Math.cos(a), 3 * Math.sin(a)] as const));
    const map = createInputMap(['x1', 'radius'], 2, points, everyIndex(points), true);
    expect(map.constant).toEqual(['radius']);
    expect(Math.abs(map.fill(points.x1, points.x2)[1] ?? Number.NaN)).toBeLessThan(1e-6);
  });

  it('standardises differences of any size that the plane can show, and takes smaller ones for none, so that every input is a number', () => {
    for (const size of [1e9, 1, 1e-6, 1e-12, 1e-20]) {
      const points = pointsAt([size, 0], [-size, 0], [0, 1]);
      const map = createInputMap(['x1'], 2, points, everyIndex(points), true);
      expect(map.constant).toEqual([]);
      expect(map.fill(points.x1, points.x2)[0], String(size)).toBeCloseTo(Math.sqrt(1.5), 5);
    }
    for (const size of [1e-22, 1e-150, 1e-300, 5e-324]) {
      const points = pointsAt([size, 0], [-size, 0], [0, 1], [1e9, 1e9]);
      const map = createInputMap(ALL, 2, points, Uint32Array.of(0, 1, 2), true);
      expect(map.constant).toContain('x1');
      expect([...map.fill(points.x1, points.x2)].every(Number.isFinite), String(size)).toBe(true);
    }
  });

  it('works without training points and with a single one', () => {
    const none = createInputMap(['x1', 'x2'], 2, pointsAt(), new Uint32Array(0), true);
    expect(none.constant).toEqual([]);
    expect([...none.fill([1.5], [2.5])]).toEqual([1.5, 2.5]);
    const one = createInputMap(['x1', 'x2'], 2, pointsAt([1, 2]), Uint32Array.of(0), true);
    expect(one.constant).toEqual(['x1', 'x2']);
    expect([...one.fill([1, 2], [2, 2])]).toEqual([0, 0, 1, 0]);
  });

  it('refuses indices and lengths that do not fit', () => {
    expect(() => createInputMap(['x1'], 2, pointsAt([1, 2]), Uint32Array.of(4), true)).toThrow(/4/);
    const map = createInputMap(['x1'], 2, pointsAt([1, 2]), Uint32Array.of(0), true);
    expect(() => map.fill([1, 2], [1])).toThrow(RangeError);
  });
});

describe('planeGrid', () => {
  const plane = { x: [-4, 4], y: [0, 6] } as const;

  it('gives cell centres row by row, the top row first', () => {
    const { x1, x2 } = planeGrid(plane, 4, 3);
    expect([...x1]).toEqual([-3, -1, 1, 3, -3, -1, 1, 3, -3, -1, 1, 3]);
    expect([...x2]).toEqual([5, 5, 5, 5, 3, 3, 3, 3, 1, 1, 1, 1]);
  });

  it('is a line at x₂ = 0 when it has one row', () => {
    const { x1, x2 } = planeGrid(plane, 2, 1);
    expect([...x1]).toEqual([-2, 2]);
    expect([...x2]).toEqual([0, 0]);
  });

  it.each([0, -3, 1.5, Number.NaN])('refuses %d cells a side by name', (size) => {
    expect(() => planeGrid(plane, size, 2)).toThrow(String(size));
    expect(() => planeGrid(plane, 2, size)).toThrow(RangeError);
  });
});
