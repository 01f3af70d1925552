import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { updatesAfter } from './film';
import { constantLoss, type Glimpse, Stillness, type StillnessOptions } from './stillness';

const classes: StillnessOptions = {
  task: 'classification',
  outputs: 2,
  constantLoss: Math.LN2,
  targetRange: 0,
};
const columns = 4;

/** A picture of two outputs that say a and 1 − a everywhere, and the answers of four points. */
function glimpse(updates: number, a: number, answers = [0, 1, 1, 0], loss = 0.1, size = columns): Glimpse {
  const cells = size * size;
  const values = Float32Array.from({ length: 3 * cells }, (_, i) =>
    i < cells ? 7 : i < 2 * cells ? a : 1 - a,
  );
  return {
    updates,
    predictions: Float32Array.from(answers),
    unitMaps: { columns: size, rows: size, units: 3, values },
    train: { loss, accuracy: null, confusion: null },
  };
}

/** Updates at which the run is said to stand still, of those it is seen at; null when never. */
function end(of: (updates: number) => Glimpse, last = 20_000, options = classes, start = 0): number | null {
  const stillness = new Stillness(options);
  stillness.begin(start);
  for (let updates = start; updates <= last; updates = Math.ceil(updates * 1.03) + 1) {
    if (stillness.see(of(updates))) return updates;
  }
  return null;
}

describe('a run stands still', () => {
  it('after two seconds of film where nothing moves, and not before', () => {
    const at = end((updates) => glimpse(updates, 0.9))!;
    expect(at).toBeGreaterThanOrEqual(updatesAfter(2));
    expect(at).toBeLessThan(1.2 * updatesAfter(2));
  });

  it('when twice as many updates have changed no answer since the last that did', () => {
    const at = end((updates) => glimpse(updates, 0.9, updates < 500 ? [0, updates, 1, 0] : [0, 1, 1, 0]))!;
    expect(at).toBeGreaterThanOrEqual(1000);
    expect(at).toBeLessThan(1100);
  });

  it('never while an answer keeps changing, or the picture', () => {
    expect(end((updates) => glimpse(updates, 0.9, [updates % 2, 1, 1, 0]))).toBeNull();
    expect(end((updates) => glimpse(updates, 0.1 + 0.03 * Math.log2(1 + updates)))).toBeNull();
  });

  it('when the mean picture moves by less than two percent in a doubling', () => {
    const at = end((updates) => glimpse(updates, 0.9 - 10 / (updates + 20)))!;
    // The mean of 10/(u + 20) over one doubling is 0.02 more than over the next one near u = 640.
    expect(at).toBeGreaterThan(600);
    expect(at).toBeLessThan(700);
  });

  it('at much the same time whether forty pictures a second are seen or three, and though each moves to and fro', () => {
    const ends = [40, 20, 10, 5, 3].map((perSecond) => {
      const random = createRandom(perSecond);
      const stillness = new Stillness(classes);
      stillness.begin(0);
      for (let seconds = 0; seconds < 20; seconds += (0.5 + random.uniform()) / perSecond) {
        const updates = Math.floor(updatesAfter(seconds));
        if (stillness.see(glimpse(updates, 0.8 - 10 / (updates + 20) + 0.1 * (random.uniform() - 0.5))))
          return seconds;
      }
      return Number.NaN;
    });
    expect(Math.max(...ends) - Math.min(...ends), ends.join(' ')).toBeLessThan(1.5);
  });

  it('only after as long again and 2,000 updates where the loss has not come down yet', () => {
    const at = end((updates) => glimpse(updates, 0.5, [0, 0, 0, 0], Math.LN2))!;
    expect(at).toBeGreaterThanOrEqual(2000 + updatesAfter(2));
    expect(at).toBeLessThan(2300);
    // It comes down just before: then the film goes on until that is over.
    const moved = end((updates) =>
      updates < 1900
        ? glimpse(updates, 0.5, [0, 0, 0, 0], Math.LN2)
        : glimpse(updates, 0.9, [0, 1, 1, 0], 0.01),
    )!;
    expect(moved).toBeGreaterThanOrEqual(3800);
  });

  it('is counted from where the film began', () => {
    const at = end((updates) => glimpse(updates, 0.9), 20_000, classes, 5000)!;
    expect(at - 5000).toBeGreaterThanOrEqual(updatesAfter(2));
    expect(at - 5000).toBeLessThan(320);
  });

  it('still does in a finer map of the same moment', () => {
    const stillness = new Stillness(classes);
    stillness.begin(0);
    for (let updates = 0; updates <= 100; updates++) stillness.see(glimpse(updates, 0.9));
    expect(stillness.see(glimpse(100, 0.9, undefined, undefined, 8))).toBe(true);
  });

  it('takes no finer or coarser map of the same picture for a movement', () => {
    const slope = (updates: number, size: number) => {
      const picture = glimpse(updates, 0.5, undefined, undefined, size);
      const { values } = picture.unitMaps;
      for (let i = 0; i < size * size; i++) {
        const x = ((i % size) + 0.5) / size;
        values.set([x], size * size + i);
        values.set([1 - x], 2 * size * size + i);
      }
      return picture;
    };
    const at = end((updates) => slope(updates, [32, 48, 64, 96, 128][updates % 5]!))!;
    expect(at).toBeLessThan(1.2 * updatesAfter(2));
  });

  it('for regression by the range of the targets, whatever becomes of each answer', () => {
    const regression = {
      ...classes,
      task: 'regression',
      outputs: 1,
      constantLoss: 1e6,
      targetRange: 1000,
    } as const;
    const at = (range: number) =>
      end(
        (updates) =>
          glimpse(
            updates,
            0,
            [updates, 1, 1, 0].map((y) => y + 1 / (1 + updates)),
            1,
          ),
        20_000,
        {
          ...regression,
          targetRange: range,
        },
      );
    const moving = (range: number) =>
      end(
        (updates) => ({ ...glimpse(updates, 0, [updates]), ...{ unitMaps: level(Math.log2(1 + updates)) } }),
        20_000,
        { ...regression, targetRange: range },
      );
    expect(at(1)).toBeLessThan(100);
    expect(moving(1000)).toBeLessThan(100);
    expect(moving(1)).toBeNull();
  });
});

function level(value: number): Glimpse['unitMaps'] {
  return { columns, rows: 1, units: 1, values: new Float32Array(columns).fill(value) };
}

describe('the loss of one answer everywhere', () => {
  it('is the entropy of the shares, half the variance, or ½ Σ p(1 − p)', () => {
    const labels = [0, 1, 1, 1];
    const entropy = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));
    expect(constantLoss('classification', { id: 'categoricalCrossentropy' }, 2, labels, 2)).toBeCloseTo(
      entropy,
      12,
    );
    expect(constantLoss('classification', { id: 'binaryCrossentropy' }, 1, labels, 2)).toBeCloseTo(
      entropy,
      12,
    );
    expect(constantLoss('classification', { id: 'binaryCrossentropy' }, 2, labels, 2)).toBeCloseTo(
      2 * entropy,
      12,
    );
    expect(constantLoss('classification', { id: 'squaredError' }, 2, labels, 2)).toBeCloseTo(0.25 * 0.75, 12);
    expect(constantLoss('regression', { id: 'squaredError' }, 1, [1, 3], 0)).toBeCloseTo(0.5, 12);
    expect(constantLoss('regression', { id: 'squaredError' }, 1, [], 0)).toBe(0);
    // NumPy: the least mean over c in steps of 5e-6.
    const values = [0, 0.2, 0.5, 1, 1.5, 9];
    expect(constantLoss('regression', { id: 'huber' }, 1, values, 0)).toBeCloseTo(1.4176666666666666, 9);
    const narrow = { id: 'huber', options: { delta: 0.25 } } as const;
    expect(constantLoss('regression', narrow, 1, values, 0)).toBeCloseTo(0.41875, 9);
    expect(() => constantLoss('regression', { id: 'binaryCrossentropy' }, 1, values, 0)).toThrow(RangeError);
    expect(() => constantLoss('classification', { id: 'huber' }, 1, [0, 1], 2)).toThrow(RangeError);
  });
});

it('another part of the plane is no movement, and is not compared with the one before', () => {
  const range = { x: [0, 1], y: [0, 1] } as const;
  const closer = (updates: number, a: number): Glimpse => {
    const seen = glimpse(updates, a);
    return { ...seen, unitMaps: { ...seen.unitMaps, range } };
  };
  const stillness = new Stillness(classes);
  stillness.begin(0);
  const whole = Array.from({ length: 400 }, (_, i) => stillness.see(glimpse(10 * i, 0.9)));
  expect(whole.at(-1)).toBe(true);
  expect(stillness.see(closer(3990, 0.2))).toBe(true);
  expect(stillness.see(closer(4000, 0.2))).toBe(false);
  const on = Array.from({ length: 500 }, (_, i) => stillness.see(closer(4000 + 10 * i, 0.2)));
  expect(on.at(-1)).toBe(true);
});
