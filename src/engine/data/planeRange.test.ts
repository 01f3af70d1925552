import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShowable, planeAbout, sameRange, shifted, widenedTo, zoomed } from './planeRange';

const plane = { x: [-8, 8], y: [-8, 8] } as const;

describe('a range about points', () => {
  it('is round and shows them all, as far across as up where that suits them', () => {
    expect(planeAbout([1, 9], [3, 5], true)).toEqual({ x: [0, 10], y: [-1, 9] });
    expect(planeAbout([1, 9], [3, 5], false)?.y).toEqual([2.8, 5.2]);
    expect(planeAbout([], [], true)).toBeNull();
  });

  it('tells apart places that differ in the fourth decimal', () => {
    const about = planeAbout([116.3001, 116.3004], [39.9, 39.9003], true);
    expect(about?.x[0]).toBeGreaterThan(116.2999);
    expect(about?.x[1]).toBeLessThan(116.3006);
  });

  it('can be shown, whatever the points', () => {
    const place = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), (values) => {
        const { x } = planeAbout(values, values, false) ?? plane;
        expect(isShowable(x)).toBe(true);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(x[0]);
          expect(value).toBeLessThanOrEqual(x[1]);
        }
      }),
      { seed: 1 },
    );
  });
});

describe('a value beyond the plane', () => {
  it('widens it to that side alone', () => {
    expect(widenedTo(plane, [30], [0])).toEqual({ x: [-8, 35], y: [-8, 8] });
    expect(widenedTo(plane, [8], [-8])).toBe(plane);
  });
});

describe('zoom', () => {
  it('keeps what is under the hand where it is', () => {
    const { x, y } = zoomed(plane, 0.5, [4, -8]);
    expect(x).toEqual([-2, 6]);
    expect(y).toEqual([-8, 0]);
  });

  it('ends where places would run together, and at the ends of what can be shown', () => {
    let near = plane as Parameters<typeof zoomed>[0];
    for (let i = 0; i < 100; i++) near = zoomed(near, 0.5, [7, 7]);
    expect(isShowable(near.x)).toBe(true);
    expect(near.x[1] - near.x[0]).toBeLessThan(1e-4);
    let far = near;
    for (let i = 0; i < 100; i++) far = zoomed(far, 2, [7, 7]);
    expect(far.x[1]).toBe(1e9);
  });

  it('a shift keeps the length at the end of what can be shown', () => {
    expect(shifted({ x: [0, 10], y: [0, 10] }, 1e10, -5)).toEqual({ x: [999_999_990, 1e9], y: [-5, 5] });
  });
});

it('ranges are the same by their numbers', () => {
  expect(sameRange(plane, { x: [-8, 8], y: [-8, 8] })).toBe(true);
  expect(sameRange(plane, { x: [-8, 8], y: [-8, 9] })).toBe(false);
});
