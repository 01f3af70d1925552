import { beforeEach, expect, it } from 'vitest';
import { cloud, experimentWith } from '../engine/testExperiment';
import type { Snapshot } from '../engine/training/snapshot';
import { clearPoints } from './dataEdits';
import { neighbourPoint, onePointSubject } from './onePoint';
import { aimAt, edit, look, showSnapshot, startRun, store } from './store';

const data = experimentWith({ data: { source: cloud(10, 2), classes: 2, testShare: 0 } }).data;

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  edit(() => experimentWith({ data: { ...data } }));
});

const subject = () => onePointSubject(store.getState());

/** A picture of the run with these losses; nothing else of it is looked at. */
function picture(losses: readonly number[], epoch = 0): void {
  const seen = { runId: store.getState().run.runId, losses: Float32Array.from(losses), epoch };
  showSnapshot({ ...seen, train: null, health: null, earlier: [], earlierHealth: [] } as unknown as Snapshot);
}

it('what is pointed at goes before what is pinned, that before what was aimed at last', () => {
  aimAt({ kind: 'place', x1: 1, x2: 2 });
  expect(subject()).toMatchObject({ reason: 'last', probe: { kind: 'place', x1: 1, x2: 2 } });
  look({ probe: { kind: 'point', index: 4 } });
  expect(subject()).toMatchObject({ reason: 'pinned', probe: { index: 4 } });
  look({ pointed: 7 });
  expect(subject()).toMatchObject({ reason: 'pointed', probe: { index: 7 } });
  look({ pointed: null });
  expect(subject()).toMatchObject({ reason: 'pinned' });
});

it('without a choice it is the point with the largest loss in the first picture of the run, and stays it', () => {
  expect(subject()).toMatchObject({ reason: 'firstPoint' });
  picture([1, 2, 9, Number.NaN, 3, 1, 1, 1, 1, 1], 3);
  expect(subject()).toEqual({ probe: { kind: 'point', index: 2 }, reason: 'largestLoss', epoch: 3 });
  picture([9, 1, 1, 1, 1, 1, 1, 1, 1, 1], 4);
  expect(subject()).toMatchObject({ probe: { index: 2 }, epoch: 3 });
  startRun();
  expect(subject()).toMatchObject({ probe: { index: 2 } });
  picture([1, 1, 1, 1, 1, 9, 1, 1, 1, 1]);
  expect(subject()).toMatchObject({ probe: { index: 5 }, epoch: 0 });
});

it('is the same object as long as it is the same point', () => {
  look({ pointed: 7 });
  const before = subject();
  look({ pointed: 7, showTest: false });
  expect(subject()).toBe(before);
});

it('without points it is the middle of the plane', () => {
  edit(clearPoints);
  expect(subject()).toMatchObject({ reason: 'noPoints', probe: { kind: 'place', x1: 0, x2: 0 } });
  expect(neighbourPoint(store.getState(), 1)).toBeNull();
});

it('neighbours go round the end, from a place to the ends', () => {
  look({ probe: { kind: 'point', index: 9 } });
  expect(neighbourPoint(store.getState(), 1)).toBe(0);
  expect(neighbourPoint(store.getState(), -1)).toBe(8);
  look({ probe: { kind: 'place', x1: 0, x2: 0 } });
  expect(neighbourPoint(store.getState(), 1)).toBe(0);
  expect(neighbourPoint(store.getState(), -1)).toBe(9);
});

it('neighbours pass over test points that are not shown', () => {
  edit((experiment) => ({ ...experiment, data: { ...experiment.data, testShare: 0.5 } }));
  const shown = new Set<number | null>();
  look({ showTest: false, probe: { kind: 'point', index: 0 } });
  for (let i = 0; i < 10; i++) {
    const index = neighbourPoint(store.getState(), 1);
    shown.add(index);
    look({ probe: { kind: 'point', index: index ?? 0 } });
  }
  expect(shown.size).toBe(5);
});
