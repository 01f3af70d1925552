import { beforeEach, expect, it } from 'vitest';
import { cloud, experimentWith } from '../../tests/support/testExperiment';
import type { OwnSource } from '../engine/experiment';
import { clearPoints } from './dataEdits';
import { neighbourPoint, onePointSubject } from './onePoint';
import { aimAt, edit, look, startRun, store } from './store';

const data = experimentWith({ data: { source: cloud(10, 2), classes: 2, testShare: 0 } }).data;

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  edit(() => experimentWith({ data: { ...data } }));
});

const subject = () => onePointSubject(store.getState());

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

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

it('without a choice it is the training point in the middle of the data, and stays it', () => {
  const { x1, x2 } = data.source as OwnSource;
  const away = x1.map((x, i) => Math.hypot(x - mean(x1), x2[i]! - mean(x2)));
  const index = away.indexOf(Math.min(...away));
  expect(subject()).toEqual({ probe: { kind: 'point', index }, reason: 'middle' });
  startRun();
  expect(subject()).toMatchObject({ probe: { index } });
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
