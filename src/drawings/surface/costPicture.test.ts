import { describe, expect, it } from 'vitest';
import { testTheme as theme } from '../../../tests/support/testTheme';
import { writable } from '../../engine/readableStore';
import { costFigure, costMarks } from './costFigure';
import { columnCentres, costAt, costPicture, isInside, rowCentres } from './costPicture';
import { surfaceOfFunction } from './sampleSurface';
import { followTrail, type TrailFrame } from './trail';

const box = { left: -2, right: 2, bottom: 0, top: 8 };
const tilted = surfaceOfFunction((x, y) => 10 + 3 * x + 2 * y, box);

describe('a cost surface', () => {
  it('answers J between its cells, and beyond the range that of the edge', () => {
    for (const [x, y] of [
      [0.3, 4.1],
      [-1.9, 7.2],
      [1.23, 0.5],
    ] as const) {
      expect(costAt(tilted, { x, y })).toBeCloseTo(10 + 3 * x + 2 * y, 4);
    }
    expect(costAt(tilted, { x: 99, y: 4 })).toBeCloseTo(10 + 3 * columnCentres(tilted).at(-1)! + 8, 4);
    expect(isInside(tilted, { x: 0, y: 8.1 })).toBe(false);
  });

  it('has no number beside a gap', () => {
    const holed = surfaceOfFunction((x) => (x > 0 ? Number.NaN : 1), box);
    expect(costAt(holed, { x: 0.01, y: 4 })).toBeNaN();
    expect(costAt(holed, { x: -1, y: 4 })).toBe(1);
  });

  it('goes into the figure with rows from the bottom upwards and gaps as such', () => {
    const holed = surfaceOfFunction((x, y) => (x > 1.9 ? Number.NaN : y), box);
    const picture = costPicture(holed, false, { x: 'w', y: 'b' });
    const { grid, axes } = costFigure(picture, { x: 'w', y: 'b', z: 'J' }, theme);
    expect(grid.z[0]![0]).toBeCloseTo(rowCentres(holed)[0]!, 5);
    expect(grid.z[63]![0]).toBeCloseTo(rowCentres(holed)[63]!, 5);
    expect(grid.z[10]![63]).toBeNull();
    expect(axes.x).toMatchObject({ title: 'w', range: [-2, 2] });
  });
});

describe('the trail on a surface', () => {
  const frame = (x: number, y: number, updates: number): TrailFrame => ({
    parameters: Float32Array.of(x, y),
    updates,
  });

  it('begins with the path that was, grows with the run, and not by going back', () => {
    const frames = writable<TrailFrame | null>(frame(1, 2, 10));
    const surface = { ...tilted, path: Float32Array.of(0, 0, 1, 2) };
    const trail = followTrail(surface, frames);
    expect(trail.get()).toEqual({
      path: [
        { x: 0, y: 0 },
        { x: 1, y: 2 },
      ],
      here: { x: 1, y: 2, away: 0 },
    });
    let told = 0;
    trail.subscribe(() => told++);
    frames.set(frame(1.5, 3, 20));
    expect(trail.get().path).toHaveLength(3);
    frames.set(frame(0, 0, 0));
    expect(trail.get().path).toHaveLength(3);
    expect(trail.get().here).toMatchObject({ x: 0, y: 0 });
    expect(told).toBe(2);
  });

  it('does not know where a network of another size stands', () => {
    const trail = followTrail(
      tilted,
      writable<TrailFrame | null>({ parameters: new Float32Array(3), updates: 1 }),
    );
    expect(trail.get().here).toBeNull();
    expect(trail.get()).toBe(trail.get());
  });

  it('is drawn on the surface, as far as it lies in the range', () => {
    const picture = costPicture(tilted, false, { x: 'w', y: 'b' });
    const path = [
      { x: 0, y: 1 },
      { x: 9, y: 1 },
      { x: 1, y: 2 },
    ];
    const [line, here, pointed] = costMarks(picture, { path, here: { x: 1, y: 2 } }, null, theme);
    expect(line!.x).toEqual([0, 1]);
    expect(line!.z[0]! - 12).toBeLessThan(0.5);
    expect(here!.z[0]).toBeGreaterThan(17);
    expect(pointed!.x).toEqual([]);
  });
});
