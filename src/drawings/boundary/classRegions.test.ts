import { expect, test } from 'vitest';
import { type ClassRegions, createClassRegions, fillClassRegions, NOBODY } from './classRegions';
import { fillScores, type ScoreGrid } from './scoreGrid';

/** A row of cells, not refined; `units` lists the values of each unit. */
function regionsOf(units: readonly (readonly number[])[]): ClassRegions {
  const columns = units[0]!.length;
  const grid: ScoreGrid = {
    columns,
    rows: 1,
    units: units.length,
    scores: new Float32Array(units.length * columns),
  };
  const regions = createClassRegions(grid);
  const kind = fillScores(grid, { ...grid, values: Float32Array.from(units.flat()) });
  fillClassRegions(regions, grid, kind);
  return regions;
}

test('the largest output wins; confidence is its lead over the next', () => {
  const { winners, confidence } = regionsOf([
    [0.7, 0.4, 0.1],
    [0.2, 0.4, 0.3],
    [0.1, 0.2, 0.6],
  ]);
  expect([...winners]).toEqual([0, 0, 2]);
  expect([...confidence].map((value) => value.toFixed(2))).toEqual(['0.50', '0.00', '0.30']);
});

test('the lead of a class is positive where it wins, zero at a tie and the difference of logits between probabilities', () => {
  const softmax = (z: readonly number[]) => {
    const sum = z.reduce((total, value) => total + Math.exp(value), 0);
    return z.map((value) => Math.exp(value) / sum);
  };
  const cells = [softmax([3, -9]), softmax([1, 1]), softmax([-8, 5])];
  const { leads } = regionsOf([0, 1].map((unit) => cells.map((cell) => cell[unit]!)));
  expect(leads).toHaveLength(1);
  expect(leads[0]![0]).toBeCloseTo(12, 3);
  expect(leads[0]![1]).toBe(0);
  expect(leads[0]![2]).toBeCloseTo(-13, 3);
});

test('outputs that are no probabilities lead by their plain difference', () => {
  const { leads, confidence } = regionsOf([
    [5, -2],
    [1, 3],
  ]);
  expect([...leads[0]!]).toEqual([4, -5]);
  expect([...confidence]).toEqual([1, 1]);
});

test('a single output parts two classes at 0.5, the value 0.5 itself being the second', () => {
  const { winners, confidence, leads } = regionsOf([[0.1, 0.5, 0.9]]);
  expect([...winners]).toEqual([0, 1, 1]);
  expect(confidence[1]).toBe(0);
  expect(Math.sign(leads[0]![0]!)).toBe(1);
  expect(leads[0]![1]).toBeCloseTo(0);
  expect(leads[0]![2]).toBeCloseTo(-leads[0]![0]!, 4);
});

test('a cell in which one output is not finite belongs to nobody', () => {
  const { winners, hasGaps, leads } = regionsOf([
    [0.7, Number.NaN],
    [0.3, 0.5],
  ]);
  expect([...winners]).toEqual([0, NOBODY]);
  expect(hasGaps).toBe(true);
  expect(leads[0]![1]).toBeNaN();
});

test('buffers that are used again forget the gaps of before', () => {
  const shape = { columns: 1, rows: 1, units: 1 };
  const regions = createClassRegions(shape);
  fillClassRegions(regions, { ...shape, scores: Float32Array.of(Number.NaN) }, 'logarithm');
  fillClassRegions(regions, { ...shape, scores: Float32Array.of(-2) }, 'logarithm');
  expect(regions.hasGaps).toBe(false);
  expect([...regions.winners]).toEqual([0]);
});

test('a class that wins everywhere or nowhere has no border', () => {
  const { hasBorder } = regionsOf([
    [0.9, 0.9],
    [0.1, 0.0],
    [0.0, 0.1],
  ]);
  expect([...hasBorder]).toEqual([0, 0]);
});
