import { expect, test } from 'vitest';
import { contourArea, traceArea, traceOutline } from './contourPaths';

const grid = { columns: 6, rows: 4 };
const size = { widthPx: 60, heightPx: 40 };

function fieldOf(at: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: 24 }, (_, i) => at((i % 6) + 0.5, Math.floor(i / 6) + 0.5));
}

function trace(values: Float32Array, how: typeof traceArea) {
  const lines: [number, number][][] = [];
  let closed = 0;
  how(
    {
      moveTo: (x, y) => lines.push([[x, y]]),
      lineTo: (x, y) => lines.at(-1)!.push([x, y]),
      closePath: () => closed++,
    },
    contourArea(values, grid, 0),
    size,
  );
  return { lines, closed };
}

test('a straight border is one line at its exact place that leaves the picture at both ends', () => {
  const { lines } = trace(
    fieldOf((x) => x - 2.2),
    traceOutline,
  );
  expect(lines).toHaveLength(1);
  for (const [x] of lines[0]!) expect(x).toBeCloseTo(22);
  const ys = lines[0]!.map(([, y]) => y).sort((a, b) => a - b);
  expect(ys[0]).toBeLessThanOrEqual(0);
  expect(ys.at(-1)).toBeGreaterThanOrEqual(40);
});

test('a slanting border runs straight to the edge', () => {
  const { lines } = trace(
    fieldOf((x, y) => x - y - 1),
    traceOutline,
  );
  for (const [x, y] of lines[0]!) expect(x - y).toBeCloseTo(10);
});

test('the edge of the grid is not drawn as a border', () => {
  expect(
    trace(
      fieldOf(() => 1),
      traceOutline,
    ).lines,
  ).toEqual([]);
});

test('an island is a closed line within the picture', () => {
  const { lines } = trace(
    fieldOf((x, y) => 1.4 - Math.hypot(x - 3, y - 2)),
    traceOutline,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]![0]).toEqual(lines[0]!.at(-1));
});

test('an area is closed and reaches the edges', () => {
  const { lines, closed } = trace(
    fieldOf((x) => x - 2.2),
    traceArea,
  );
  expect(closed).toBe(1);
  expect(Math.max(...lines[0]!.map(([x]) => x))).toBe(60);
});

test('NaN counts as below and throws nothing', () => {
  expect(
    trace(
      fieldOf((x) => (x < 3 ? Number.NaN : 1)),
      traceOutline,
    ).lines,
  ).toHaveLength(1);
});

test('the edge of an area where everything ties is no border, a real border beside it is', () => {
  const half = fieldOf((x) => Math.max(0, x - 3));
  expect(trace(half, traceOutline).lines).toEqual([]);
  const { lines } = trace(
    fieldOf((x, y) => (x < 2 ? 0 : y < 2 ? 1 : -1)),
    traceOutline,
  );
  expect(lines).toHaveLength(1);
  for (const [x] of lines[0]!) expect(x).toBeGreaterThanOrEqual(15);
});

test('a border that runs exactly through cell centres is drawn', () => {
  const { lines } = trace(
    fieldOf((x, y) => x - y),
    traceOutline,
  );
  expect(lines).toHaveLength(1);
});
