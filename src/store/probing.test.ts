import { beforeEach, expect, it } from 'vitest';
import { cloud, experimentWith, lineExperiment } from '../../tests/support/testExperiment';
import { addPoints } from './dataEdits';
import { followed, locate, sameProbe } from './probing';
import { aimAt, edit, look, store } from './store';

const data = experimentWith({ data: { source: cloud(10, 2), classes: 2, testShare: 0 } }).data;

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  edit(() => experimentWith({ data }));
});

it('a point brings its class along, a place has none', () => {
  const { x1, y } = data.source as ReturnType<typeof cloud>;
  expect(locate(data, { kind: 'point', index: 3 })).toMatchObject({
    index: 3,
    x1: x1[3],
    y: y[3],
    isTest: false,
  });
  expect(locate(data, { kind: 'place', x1: 1, x2: 2 })).toMatchObject({
    index: null,
    x2: 2,
    height: 2,
    y: null,
  });
  expect(locate(data, { kind: 'point', index: 10 })).toBeNull();
});

it('with one input a point stands at the height of its target, and x₂ is 0 for the model', () => {
  const line = lineExperiment().data;
  const place = locate(line, { kind: 'point', index: 0 });
  expect(place).toMatchObject({ x2: 0, height: place?.y });
  expect(locate(line, { kind: 'place', x1: 1, x2: 2 })).toMatchObject({ x2: 0, height: 2 });
});

it('what is pinned goes before what is aimed at', () => {
  aimAt({ kind: 'place', x1: 0, x2: 0 });
  look({ probe: { kind: 'point', index: 1 } });
  expect(followed(store.getState())).toEqual({ kind: 'point', index: 1 });
  look({ probe: null });
  expect(followed(store.getState())).toEqual({ kind: 'place', x1: 0, x2: 0 });
});

it('points are let go when others come or go, because their numbers mean others then; places stay', () => {
  aimAt({ kind: 'point', index: 2 });
  look({ probe: { kind: 'place', x1: 1, x2: 1 } });
  edit((experiment) => addPoints(experiment, [{ x1: 0, x2: 0, y: 0 }]));
  expect(store.getState().aim).toBeNull();
  expect(store.getState().view.probe).toEqual({ kind: 'place', x1: 1, x2: 1 });
});

it('probes are the same on the same point or place', () => {
  expect(sameProbe({ kind: 'point', index: 1 }, { kind: 'point', index: 1 })).toBe(true);
  expect(sameProbe({ kind: 'point', index: 1 }, { kind: 'place', x1: 1, x2: 1 })).toBe(false);
  expect(sameProbe({ kind: 'place', x1: 1, x2: 1 }, { kind: 'place', x1: 1, x2: 2 })).toBe(false);
  expect(sameProbe(null, null)).toBe(true);
});
