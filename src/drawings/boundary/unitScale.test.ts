import { describe, expect, it } from 'vitest';
import { stretchFor, unitScale, unitValues } from './unitScale';

const grid = {
  columns: 2,
  rows: 2,
  units: 3,
  values: Float32Array.of(0, 0, 0, 9, 1, 2, 3, 4, -2, -1, 0, 1),
};

describe('the scale of a unit', () => {
  it('is symmetric round zero, or begins there if nothing is below', () => {
    expect(unitScale('signed', Float32Array.of(-2, -1, 0, 1))).toEqual({
      low: -2,
      high: 2,
      labels: [-2, 0, 2],
    });
    expect(unitScale('signed', Float32Array.of(0, 3, 0, 3))).toEqual({ low: 0, high: 3, labels: [0, 3] });
    expect(unitScale('signed', Float32Array.of(0, 0))).toMatchObject({ low: 0, high: 1 });
  });

  it('is 0 to 1 for probabilities', () => {
    expect(unitScale({ class: 2 }, Float32Array.of(0.2, 0.4))).toMatchObject({ low: 0, high: 1 });
    expect(unitScale('eitherClass', Float32Array.of(0.2, 0.4))).toMatchObject({ low: 0, high: 1 });
  });

  it('belongs to the values of that unit', () => {
    expect([...unitValues(grid, 2)]).toEqual([-2, -1, 0, 1]);
  });
});

describe('the height of a curve', () => {
  it('is the plane’s own while it fits', () => {
    expect(stretchFor([0, 1.9, -2], [-2, 2])).toBe(1);
    expect(stretchFor([], [-2, 2])).toBe(1);
  });

  it('is a round multiple of it where it does not', () => {
    expect(stretchFor([3], [-2, 2])).toBe(2);
    expect(stretchFor([4.1], [-2, 2])).toBe(5);
    expect(stretchFor([-19], [-2, 4])).toBe(10);
    expect(stretchFor([2500], [-2, 2])).toBe(2000);
  });

  it('leaves alone what no multiple would bring onto the plane, and what is not finite', () => {
    expect(stretchFor([-5], [0, 12])).toBe(1);
    expect(stretchFor([-5], [1, 12])).toBe(1);
    expect(stretchFor([Number.NaN, Number.POSITIVE_INFINITY], [-2, 2])).toBe(1);
  });
});
