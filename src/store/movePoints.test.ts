import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultExperiment, type Experiment } from '../engine/experiment';
import { addPoints, chooseTask, clearPoints, movePoints, ownSource, setPlane } from './dataEdits';

const plane = { x: [-8, 8], y: [-8, 8] } as const;
const place = fc.double({ min: -12, max: 12, noNaN: true });
const distance = fc.double({ min: -40, max: 40, noNaN: true });

/** Some points, a few of them beside the plane, and which of them are dragged. */
const heap = fc
  .tuple(
    fc.constantFrom('classification' as const, 'regression1' as const, 'regression2' as const),
    fc.array(fc.record({ x1: place, x2: place, y: place, isTaken: fc.boolean() }), {
      minLength: 1,
      maxLength: 20,
    }),
  )
  .map(([task, places]) => {
    const empty = clearPoints(chooseTask(defaultExperiment, task));
    const isClass = task === 'classification';
    const points = places.map(({ x1, x2, y }) => ({ x1, x2, y: isClass ? 0 : y }));
    const taken = new Set(places.flatMap(({ isTaken }, i) => (isTaken ? [i] : [])));
    return { experiment: setPlane(addPoints(empty, points), plane), taken };
  });

/** Across and up as they are drawn. */
function spots(experiment: Experiment): readonly (readonly [number, number])[] {
  const { x1, x2, y } = ownSource(experiment.data);
  return x1.map((across, i) => [across, (experiment.data.inputs === 1 ? y : x2)[i] as number]);
}

/** How far sums of such numbers are off. */
const bits = 1e-12;

describe('a dragged selection', () => {
  it('keeps its shape, and leaves the other points where they are', () => {
    fc.assert(
      fc.property(heap, distance, distance, ({ experiment, taken }, dx, dy) => {
        const [before, after] = [spots(experiment), spots(movePoints(experiment, taken, dx, dy))];
        const [first = 0] = taken;
        before.forEach(([x, y], i) => {
          const [nowX, nowY] = after[i] as readonly [number, number];
          const [byX, byY] = taken.has(i)
            ? [0, 1].map((axis) => (after[first]?.[axis] ?? 0) - (before[first]?.[axis] ?? 0))
            : [0, 0];
          expect(Math.abs(nowX - x - (byX ?? 0))).toBeLessThan(bits);
          expect(Math.abs(nowY - y - (byY ?? 0))).toBeLessThan(bits);
        });
      }),
    );
  });

  it('goes as far as the hand where there is room, and else until its outermost point is at the edge', () => {
    fc.assert(
      fc.property(heap, distance, distance, ({ experiment, taken }, dx, dy) => {
        fc.pre(taken.size > 0);
        const [before, after] = [spots(experiment), spots(movePoints(experiment, taken, dx, dy))];
        for (const [axis, by] of [dx, dy].entries()) {
          const values = (places: typeof before) => [...taken].map((i) => places[i]?.[axis] ?? Number.NaN);
          const went = (values(after)[0] ?? 0) - (values(before)[0] ?? 0);
          const isAll = Math.abs(went - by) < bits;
          const outermost = by > 0 ? Math.max(...values(after)) : -Math.min(...values(after));
          // One beside the plane is further out than the edge and keeps all others where they are.
          expect(isAll || Math.abs(outermost - 8) < bits || (outermost > 8 && went === 0)).toBe(true);
          expect(went * by).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never brings a point off the plane, nor one beside it further away', () => {
    fc.assert(
      fc.property(heap, distance, distance, ({ experiment, taken }, dx, dy) => {
        const after = spots(movePoints(experiment, taken, dx, dy));
        spots(experiment).forEach((spot, i) => {
          for (const axis of [0, 1] as const) {
            const most = Math.max(8, Math.abs(spot[axis]));
            expect(Math.abs(after[i]?.[axis] ?? 0)).toBeLessThanOrEqual(most);
          }
        });
      }),
    );
  });

  it('is the same document where it has not gone anywhere', () => {
    fc.assert(
      fc.property(heap, ({ experiment, taken }) => {
        expect(movePoints(experiment, taken, 0, 0)).toBe(experiment);
      }),
    );
  });
});
