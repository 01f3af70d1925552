import { describe, expect, it } from 'vitest';
import { EpochMeter, Pace, stillSizes } from './pace';

/** Trains for so many turns on a machine that takes `msPerUpdate`; answers how many updates the last turn held. */
function settle(pace: Pace, msPerUpdate: number, turns = 40): number {
  let updates = 0;
  for (let turn = 0; turn < turns; turn++) {
    updates = pace.updates(0, null);
    pace.trained(updates, updates * msPerUpdate);
  }
  return updates;
}

describe('Pace at full speed', () => {
  it('begins with one update and at most doubles', () => {
    const pace = new Pace(2);
    let before = pace.updates(0, null);
    expect(before).toBe(1);
    for (let turn = 0; turn < 12; turn++) {
      pace.trained(before, 0);
      const updates = pace.updates(0, null);
      expect(updates).toBeLessThanOrEqual(2 * before + 1);
      before = updates;
    }
    expect(before).toBeGreaterThan(1000);
  });

  it.each([0.01, 0.1, 1])('settles at turns of about 12 ms where an update takes %f ms', (msPerUpdate) => {
    expect(settle(new Pace(2), msPerUpdate) * msPerUpdate).toBeCloseTo(12, 0);
  });

  it('does one update a turn where one takes longer than a turn', () => {
    expect(settle(new Pace(2), 300)).toBe(1);
  });
});

describe('Pace at a limited speed', () => {
  it('owes the updates of the time that has passed and keeps the rest', () => {
    const pace = new Pace(2);
    settle(pace, 0.1);
    expect([0, 50, 100, 130, 205].map((nowMs) => pace.updates(nowMs, 10))).toEqual([0, 0, 1, 0, 1]);
    expect(pace.waitMs(10)).toBeCloseTo(95, 6);
  });

  it('never makes up for more than a tenth of a second', () => {
    const pace = new Pace(2);
    settle(pace, 0.01);
    pace.updates(0, 100);
    expect(pace.updates(60_000, 100)).toBe(10);
    expect(pace.updates(60_001, 100)).toBe(0);
  });

  it('owes what a turn had no room for, and says so', () => {
    const pace = new Pace(2);
    settle(pace, 1);
    pace.updates(0, 200);
    expect([pace.updates(80, 200, 10), pace.isBehind]).toEqual([10, true]);
    expect([pace.updates(80, 200, 10), pace.isBehind]).toEqual([6, false]);
  });

  it('does no more than fits a turn', () => {
    const pace = new Pace(2);
    settle(pace, 1);
    pace.updates(0, 1000);
    expect(pace.updates(500, 1000)).toBe(12);
  });
});

describe('Pace of pictures', () => {
  it('leaves about two thirds of the time to training', () => {
    const pace = new Pace(2);
    expect(pace.pictureIsDue(0)).toBe(true);
    pace.pictured(0, 7);
    expect([20, 26, 28].map((nowMs) => pace.pictureIsDue(nowMs))).toEqual([false, false, true]);
  });

  it('draws coarser where pictures are slow and finer where they are quick, within bounds', () => {
    const pace = new Pace(2);
    const start = pace.sizes().outputs;
    for (let k = 0; k < 10; k++) pace.pictured(0, 40);
    const coarsest = pace.sizes().outputs;
    for (let k = 0; k < 10; k++) pace.pictured(0, 1);
    const finest = pace.sizes().outputs;
    expect([coarsest, finest]).toEqual([32, 128]);
    expect(start).toBeGreaterThan(coarsest);
    expect(start).toBeLessThan(finest);
  });

  it('always draws a line finely', () => {
    const pace = new Pace(1);
    for (let k = 0; k < 10; k++) pace.pictured(0, 40);
    expect(pace.sizes()).toEqual(stillSizes[1]);
  });
});

describe('EpochMeter', () => {
  it('says nothing until there is something to compare', () => {
    const meter = new EpochMeter();
    expect([meter.mark(0, 0), meter.mark(50, 1)]).toEqual([null, null]);
  });

  it('measures epochs a second, parts of an epoch included', () => {
    const meter = new EpochMeter();
    meter.mark(0, 10);
    expect(meter.mark(500, 12.5)).toBeCloseTo(5, 12);
  });

  it('forgets what is older than a second or two', () => {
    const meter = new EpochMeter();
    for (let ms = 0; ms <= 5000; ms += 100) meter.mark(ms, ms / 1000);
    let last: number | null = null;
    for (let ms = 5100; ms <= 8000; ms += 100) last = meter.mark(ms, 5 + (ms - 5000) / 100);
    expect(last).toBeCloseTo(10, 6);
  });

  it('begins anew after a reset', () => {
    const meter = new EpochMeter();
    meter.mark(0, 0);
    meter.reset();
    expect(meter.mark(1000, 100)).toBeNull();
  });
});
