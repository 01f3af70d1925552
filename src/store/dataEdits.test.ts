import { describe, expect, it } from 'vitest';
import { datasets } from '../engine/data/datasets';
import { decode } from '../engine/document';
import { defaultExperiment, type Experiment, limits } from '../engine/experiment';
import {
  addPoints,
  choosePreset,
  chooseTask,
  clearPoints,
  fitPlaneToPoints,
  importPoints,
  movePoints,
  ownSource,
  removePoints,
  setClasses,
  setPlane,
  setPoint,
  setPreset,
  toggleFeature,
} from './dataEdits';

const own = (experiment: Experiment) => ownSource(experiment.data);
const point = { x1: 1, x2: 2, y: 0 };

describe('edits of the data', () => {
  it('leave a document that decode accepts, for every data set after every other task', () => {
    for (const before of ['blobs', 'sine', 'saddle'] as const) {
      for (const id of Object.keys(datasets) as (keyof typeof datasets)[]) {
        const edited = choosePreset(choosePreset(defaultExperiment, before), id);
        expect(decode(JSON.parse(JSON.stringify(edited))).problems, `${before} → ${id}`).toEqual([]);
      }
    }
  });

  it('turn a preset into own points with the same points when one is added', () => {
    const edited = addPoints(defaultExperiment, [point]);
    expect(own(edited).x1).toHaveLength(401);
    expect(own(edited).x1.slice(0, 400)).toEqual(own(defaultExperiment).x1);
    expect(decode(edited).problems).toEqual([]);
  });

  it('make room for a class beyond the present ones', () => {
    const two = choosePreset(defaultExperiment, 'moons');
    const three = addPoints(two, [{ ...point, y: 2 }]);
    expect(three.data.classes).toBe(3);
    expect(decode(three).problems).toEqual([]);
  });

  it('never exceed the limit of the document', () => {
    const many = Array.from({ length: limits.points + 5 }, () => point);
    const full = addPoints(clearPoints(defaultExperiment), many);
    expect(own(full).y).toHaveLength(limits.points);
    expect(addPoints(full, [point])).toBe(full);
  });

  it('move points with the hand but not off the plane, and move the target when there is one input', () => {
    const one = addPoints(clearPoints(defaultExperiment), [point]);
    expect(own(movePoints(one, new Set([0]), -0.5, 1)).x1).toEqual([0.5]);
    expect(own(movePoints(one, new Set([0]), -0.5, 1)).x2).toEqual([3]);
    expect(own(movePoints(one, new Set([0]), 100, -100))).toMatchObject({ x1: [8], x2: [-8] });
    const near = setPlane(one, { x: [5, 6], y: [5, 6] });
    expect(own(movePoints(near, new Set([0]), -1, 100))).toMatchObject({ x1: own(one).x1, x2: [6] });
    const curve = addPoints(clearPoints(chooseTask(defaultExperiment, 'regression1')), [
      { x1: 0, x2: 0, y: 1 },
    ]);
    expect(own(movePoints(curve, new Set([0]), 0, 0.5))).toMatchObject({ x2: [0], y: [1.5] });
  });

  it('widen the plane to a typed place beyond it, and fit it to the points when asked', () => {
    const far = setPoint(defaultExperiment, 3, { x1: 100 });
    expect(far.data.plane.x[0]).toBe(-8);
    expect(far.data.plane.x[1]).toBeGreaterThanOrEqual(100);
    expect(far.data.plane.y).toEqual(defaultExperiment.data.plane.y);
    expect(decode(far).problems).toEqual([]);
    const two = addPoints(clearPoints(defaultExperiment), [
      { x1: 116.3001, x2: 39.9, y: 0 },
      { x1: 116.3004, x2: 39.9002, y: 1 },
    ]);
    const { x } = fitPlaneToPoints(two).data.plane;
    expect(x[0]).toBeLessThan(116.3001);
    expect(x[1] - x[0]).toBeLessThan(0.001);
    expect(fitPlaneToPoints(clearPoints(two)).data.plane).toEqual(two.data.plane);
  });

  it('give one point other values and leave the others and earlier documents alone', () => {
    const edited = setPoint(defaultExperiment, 3, { x1: 1.25 });
    const before = own(defaultExperiment);
    expect(own(edited)).toEqual({ ...before, x1: before.x1.with(3, 1.25) });
    expect(own(setPoint(edited, 3, { x2: -2, y: 1 }))).toMatchObject({ x1: own(edited).x1 });
    expect(own(setPoint(edited, 3, { x2: -2, y: 1 })).y[3]).toBe(1);
    expect(setPoint(edited, 400, { x1: 0 })).toBe(edited);
    expect(setPoint(defaultExperiment, 3, { y: before.y[3]! })).toBe(defaultExperiment);
    const moons = setPoint(choosePreset(defaultExperiment, 'moons'), 0, { y: 3 });
    expect(moons.data.classes).toBe(4);
    expect(decode(moons).problems).toEqual([]);
    const curve = setPoint(chooseTask(defaultExperiment, 'regression1'), 0, { x2: 5, y: 1.5 });
    expect([own(curve).x2[0], own(curve).y[0]]).toEqual([0, 1.5]);
  });

  it('replace all points by imported ones of any task, in a document that decode accepts', () => {
    const columns = { x1: [1, 20], x2: [3, 40], y: [0, 2] };
    const plane = { x: [0, 50], y: [0, 50] } as const;
    const classes = importPoints(chooseTask(defaultExperiment, 'regression1'), {
      task: 'classification',
      inputs: 2,
      plane,
      ...columns,
    });
    expect(classes.data).toMatchObject({ classes: 3, plane, features: ['x1', 'x2'], testShare: 0.2 });
    expect(classes.loss.id).toBe('categoricalCrossentropy');
    expect(decode(classes).problems).toEqual([]);
    const curve = importPoints(defaultExperiment, {
      task: 'regression',
      inputs: 1,
      plane,
      ...columns,
      x2: [0, 0],
    });
    expect(curve.data.features).toEqual(['x1']);
    expect(curve.model.outputActivation).toBe('linear');
    expect(decode(curve).problems).toEqual([]);
  });

  it('remove only what is named', () => {
    const three = addPoints(clearPoints(defaultExperiment), [
      point,
      { ...point, x1: 2 },
      { ...point, x1: 3 },
    ]);
    expect(own(removePoints(three, new Set([1]))).x1).toEqual([1, 3]);
    expect(removePoints(three, new Set())).toBe(three);
  });

  it('take fewer classes by dropping the points of those that go, or by asking the data set', () => {
    expect(own(setClasses(defaultExperiment, 2)).y.every((y) => y < 2)).toBe(true);
    const spiral = setClasses(choosePreset(defaultExperiment, 'spiral'), 2);
    expect(spiral.data.source.kind).toBe('preset');
    expect(decode(setClasses(spiral, 4)).problems).toEqual([]);
  });

  it('keep the last input, and the order of the registry', () => {
    const without = toggleFeature(defaultExperiment, 'x1');
    expect(without.data.features).toEqual(['x2']);
    expect(toggleFeature(without, 'x2')).toBe(without);
    expect(toggleFeature(toggleFeature(without, 'radius'), 'x1').data.features).toEqual([
      'x1',
      'x2',
      'radius',
    ]);
  });

  it('leave own points alone when a setting of a data set is changed', () => {
    const cleared = clearPoints(defaultExperiment);
    expect(setPreset(cleared, { noise: 2 })).toBe(cleared);
  });
});
