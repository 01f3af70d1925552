import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../engine/experiment';
import type { Health, Snapshot } from '../engine/training/snapshot';
import { halt, showSnapshot, showTimeline } from './answers';
import { connectStore, drawNewWeights, pause, play, reset, seek, startRun, step } from './commands';
import { setTraining } from './modelEdits';
import { beginGesture, cancelGesture, edit, endGesture, redo, sourceOf, store, undo } from './store';
import { noTraining } from './trainingPort';

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

function snapshotOf(runId: number, epoch: number, health: Health | null = null, command = 0): Snapshot {
  const grid = { columns: 1, rows: 1, units: 1, values: new Float32Array(1) };
  return {
    runId,
    command,
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

let disconnect = () => {};

beforeEach(() => {
  store.setState(store.getInitialState(), true);
  store.temporal.getState().clear();
});

afterEach(() => {
  disconnect();
  disconnect = () => {};
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
    const { runId } = store.getState().run;
    showSnapshot(snapshotOf(runId, 0));
    expect(store.getState().latest.snapshot?.runId).toBe(runId);
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
    showTimeline({ runId: 0, command: 0, timeline: { epochs: [0, 2, 4], at: 1 } });
    showSnapshot(snapshotOf(0, 2, healthOf(2)));
    expect(epochs()).toEqual([0, 2, 4]);
    play();
    expect(epochs()).toEqual([0, 2]);
  });

  describe('at a moment that was sought', () => {
    const timeline = () => store.getState().latest.timeline;
    const epochs = () => store.getState().latest.history.rows.map((row) => row.epoch);
    const shown = () => store.getState().latest.snapshot?.epoch;
    const front = { runId: 0, command: 0, timeline: { epochs: [0, 2, 4], at: null } };
    let calls: string[];

    beforeEach(() => {
      calls = [];
      // Commands are numbered from 1.
      const call = (name: string) => () => calls.push(name);
      disconnect = connectStore({
        ...noTraining,
        start: call('start'),
        play: call('play'),
        pause: call('pause'),
        step: call('step'),
        seek: call('seek'),
      });
      for (const epoch of [0, 2, 4]) showSnapshot(snapshotOf(0, epoch));
      showTimeline(front);
      seek(2.4);
    });

    it('the timeline stands at once, whatever the worker says that has not heard of it', () => {
      expect(calls).toEqual(['seek']);
      expect(timeline().at).toBe(1);
      showTimeline(front);
      expect(timeline().at).toBe(1);
    });

    it('a picture that was under way is not shown, and its row is kept', () => {
      showSnapshot(snapshotOf(0, 6));
      expect(shown()).toBe(4);
      expect(epochs()).toEqual([0, 2, 4, 6]);
      showTimeline({ ...front, command: 1, timeline: { epochs: [0, 2, 4, 6], at: 1 } });
      showSnapshot(snapshotOf(0, 2, null, 1));
      expect(shown()).toBe(2);
      expect(epochs()).toEqual([0, 2, 4, 6]);
    });

    it('training goes on from there before the worker has answered, and the way that was left is left', () => {
      play();
      expect(epochs()).toEqual([0, 2]);
      // The answers to the two commands come when training goes on already.
      showSnapshot(snapshotOf(0, 6));
      showTimeline({ ...front, command: 1, timeline: { epochs: [0, 2, 4, 6], at: 1 } });
      showSnapshot(snapshotOf(0, 2, null, 1));
      expect(timeline().at).toBeNull();
      showSnapshot(snapshotOf(0, 3, null, 2));
      expect(epochs()).toEqual([0, 2, 3]);
      showTimeline({ ...front, command: 2, timeline: { epochs: [0, 2, 3], at: null } });
      expect(timeline().epochs).toEqual([0, 2, 3]);
    });
  });

  it('goes on playing through a restart and rests after Start over', () => {
    play();
    startRun();
    const { runId } = store.getState().run;
    expect(store.getState().run.playing).toBe(true);
    reset();
    expect(store.getState().run.playing).toBe(false);
    expect(store.getState().run.runId).toBeGreaterThan(runId);
  });

  it('remembers why it stopped until it is played again', () => {
    play();
    halt({ runId: 0, command: 0, reason: 'diverged', epoch: 9 });
    expect(store.getState().run).toMatchObject({ playing: false, halt: { reason: 'diverged', epoch: 9 } });
    play();
    expect(store.getState().run.halt).toBeNull();
    halt({ runId: 7, command: 0, reason: 'epochs', epoch: 9 });
    expect(store.getState().run.playing).toBe(true);
  });

  it('goes on where it was told to before it heard that training had stopped', () => {
    let command = 0;
    const next = () => ++command;
    disconnect = connectStore({ ...noTraining, play: next, pause: next });
    play();
    pause();
    play();
    halt({ runId: 0, command: 1, reason: 'epochs', epoch: 4 });
    expect(store.getState().run).toMatchObject({ playing: true, halt: null });
    pause();
    // Resting changes nothing about why it stopped.
    halt({ runId: 0, command: 3, reason: 'settled', epoch: 8 });
    expect(store.getState().run).toMatchObject({ playing: false, halt: { reason: 'settled', epoch: 8 } });
  });

  it('follows the document: other settings go to the run at work, another model begins a new one', () => {
    const calls: string[] = [];
    const call = (name: string) => () => calls.push(name);
    disconnect = connectStore({ ...noTraining, start: call('start'), retune: call('retune') });
    setRate(0.2);
    expect(calls).toEqual(['retune']);
    drawNewWeights();
    expect(calls).toEqual(['retune', 'start']);
    expect(store.getState().run.runId).not.toBe(0);
    undo();
    expect(calls).toEqual(['retune', 'start', 'start']);
    edit((experiment) => ({ ...experiment }));
    expect(calls).toHaveLength(3);
    // One that brings its own run along has begun it.
    const { experiment } = store.getState();
    startRun(false, { experiment: { ...experiment, model: { ...experiment.model, seed: 99 } } });
    expect(calls).toEqual(['retune', 'start', 'start', 'start']);
  });

  it('each step is a command of its own, and rests', () => {
    const steps: unknown[] = [];
    disconnect = connectStore({ ...noTraining, step: (...what) => steps.push(what) });
    play();
    step('update');
    step('epoch', 5);
    expect(store.getState().run.playing).toBe(false);
    expect(steps).toEqual([
      ['update', 1],
      ['epoch', 5],
    ]);
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
