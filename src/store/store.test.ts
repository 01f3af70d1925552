import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../engine/experiment';
import type { Health, Snapshot } from '../engine/training/snapshot';
import { setTraining } from './modelEdits';
import {
  beginGesture,
  cancelGesture,
  edit,
  endGesture,
  halt,
  pause,
  play,
  redo,
  reset,
  showSnapshot,
  showTimeline,
  sourceOf,
  startRun,
  step,
  store,
  undo,
  visit,
} from './store';

const rate = () => store.getState().experiment.training.learningRate;
const setRate = (learningRate: number) => edit((experiment) => setTraining(experiment, { learningRate }));

function healthOf(epoch: number): Health {
  const histogram = { low: 0, high: 1, counts: new Uint32Array(2) };
  const layer = {
    updateRatio: null,
    dead: null,
    saturated: null,
    activations: histogram,
    weights: histogram,
  };
  return { epoch, points: 1, layers: [{ ...layer, gradientNorm: 1 / (1 + epoch) }] };
}

function snapshotOf(runId: number, epoch: number, health: Health | null = null): Snapshot {
  const grid = { columns: 1, rows: 1, units: 1, values: new Float32Array(1) };
  return {
    runId,
    device: 'reference',
    epoch,
    updates: epoch,
    learningRate: 0.1,
    epochsPerSecond: null,
    settled: false,
    train: { loss: 1 / (1 + epoch), accuracy: null, confusion: null },
    test: null,
    penalty: 0,
    parameters: new Float32Array(1),
    outputs: grid,
    unitMaps: grid,
    predictions: new Float32Array(0),
    losses: new Float32Array(0),
    answers: new Float32Array(0),
    progress: epoch,
    earlier: [],
    earlierHealth: [],
    health,
    hidden: null,
  };
}

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  store.temporal.getState().clear();
});

describe('undo', () => {
  it('takes back one edit at a time and makes it again', () => {
    setRate(0.1);
    setRate(0.2);
    undo();
    expect(rate()).toBe(0.1);
    undo();
    expect(store.getState().experiment).toBe(defaultExperiment);
    redo();
    redo();
    expect(rate()).toBe(0.2);
  });

  it('a gesture that is broken off leaves neither a change nor a step to take back', () => {
    setRate(0.2);
    beginGesture();
    for (const value of [0.3, 0.4, 0.5]) setRate(value);
    cancelGesture();
    expect(rate()).toBe(0.2);
    redo();
    expect(rate()).toBe(0.2);
    setRate(0.6);
    undo();
    expect(rate()).toBe(0.2);
    undo();
    expect(rate()).toBe(defaultExperiment.training.learningRate);
  });

  it('takes back a whole gesture at once', () => {
    beginGesture();
    for (const value of [0.3, 0.4, 0.5]) setRate(value);
    endGesture();
    setRate(0.6);
    undo();
    expect(rate()).toBe(0.5);
    undo();
    expect(rate()).toBe(defaultExperiment.training.learningRate);
  });

  it('has nothing to take back after a gesture that changed nothing', () => {
    beginGesture();
    edit((experiment) => experiment);
    endGesture();
    expect(store.temporal.getState().pastStates).toHaveLength(0);
    setRate(0.7);
    undo();
    expect(rate()).toBe(defaultExperiment.training.learningRate);
  });

  it('does not touch the run', () => {
    play();
    setRate(0.1);
    undo();
    expect(store.getState().run.playing).toBe(true);
  });
});

describe('the run', () => {
  it('takes snapshots of its own and drops those of an older one', () => {
    showSnapshot(snapshotOf(0, 3));
    expect(store.getState().latest.history.rows.map((row) => row.epoch)).toEqual([3]);
    startRun();
    showSnapshot(snapshotOf(0, 4));
    expect(store.getState().latest.history.rows).toEqual([]);
    showSnapshot(snapshotOf(1, 0));
    expect(store.getState().latest.snapshot?.runId).toBe(1);
  });

  it('keeps the health of the layers over the epochs, of this run only', () => {
    const norms = () => store.getState().latest.healthHistory.rows.map((row) => row.gradientNorms[0]);
    showSnapshot(snapshotOf(0, 0, healthOf(0)));
    showSnapshot(snapshotOf(0, 1));
    showSnapshot(snapshotOf(0, 3, healthOf(3)));
    expect(norms()).toEqual([1, 0.25]);
    expect(store.getState().latest.healthHistory.rows[0]?.updateRatios).toEqual([Number.NaN]);
    startRun();
    expect(norms()).toEqual([]);
    expect(store.getState().latest.health).toBeNull();
  });

  it('takes back the health that came after a moment from which another way is taken', () => {
    const epochs = () => store.getState().latest.healthHistory.rows.map((row) => row.epoch);
    for (const epoch of [0, 2, 4]) showSnapshot(snapshotOf(0, epoch, healthOf(epoch)));
    showTimeline({ runId: 0, timeline: { epochs: [0, 2, 4], at: 1 }, visits: 0 });
    showSnapshot(snapshotOf(0, 2, healthOf(2)));
    expect(epochs()).toEqual([0, 2, 4]);
    play();
    expect(epochs()).toEqual([0, 2]);
  });

  it('stands at a moment as soon as that is asked for, and goes on from there before the worker has answered', () => {
    const timeline = () => store.getState().latest.timeline;
    const lossEpochs = () => store.getState().latest.history.rows.map((row) => row.epoch);
    for (const epoch of [0, 2, 4]) showSnapshot(snapshotOf(0, epoch));
    const front = { runId: 0, timeline: { epochs: [0, 2, 4], at: null } };
    showTimeline({ ...front, visits: 0 });
    visit(2.4);
    expect(timeline().at).toBe(1);
    // Sent before the worker heard of it.
    showTimeline({ ...front, visits: 0 });
    expect(timeline().at).toBe(1);
    play();
    expect(lossEpochs()).toEqual([0, 2]);
    // The answer comes when training goes on already.
    showTimeline({ runId: 0, timeline: { epochs: [0, 2, 4], at: 1 }, visits: 1 });
    showSnapshot(snapshotOf(0, 2));
    showSnapshot(snapshotOf(0, 3));
    expect(lossEpochs()).toEqual([0, 2, 3]);
    showTimeline({ runId: 0, timeline: { epochs: [0, 2, 3], at: null }, visits: 1 });
    expect(timeline().epochs).toEqual([0, 2, 3]);
  });

  it('goes on playing through a restart and rests after Start over', () => {
    play();
    startRun();
    expect(store.getState().run.playing).toBe(true);
    reset();
    expect(store.getState().run).toMatchObject({ playing: false, runId: 2 });
  });

  it('remembers why it stopped until it is played again', () => {
    play();
    showSnapshot(snapshotOf(0, 9));
    halt(0, 'diverged');
    expect(store.getState().run).toMatchObject({ playing: false, halt: { reason: 'diverged', epoch: 9 } });
    play();
    expect(store.getState().run.halt).toBeNull();
    halt(7, 'epochs');
    expect(store.getState().run.playing).toBe(true);
  });

  it('counts every step as a command of its own, and rests', () => {
    play();
    step('update');
    step('update');
    expect(store.getState().run).toMatchObject({ playing: false, steps: { count: 2, unit: 'update' } });
    pause();
    expect(store.getState().run.steps.count).toBe(2);
  });
});

describe('a source', () => {
  it('tells of changes of its part only', () => {
    const source = sourceOf(({ experiment }) => experiment.training.learningRate);
    const listener = vi.fn();
    const stop = source.subscribe(listener);
    play();
    expect(listener).not.toHaveBeenCalled();
    setRate(0.9);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(source.get()).toBe(0.9);
    stop();
    setRate(0.8);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
