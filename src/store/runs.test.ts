import { beforeEach, describe, expect, it } from 'vitest';
import { networkExperiment } from '../../tests/support/testExperiment';
import type { KeptRun } from '../engine/keptRun';
import { emptyHistory } from '../engine/training/history';
import type { HistoryRow } from '../engine/training/snapshot';
import { chooseOptimizer } from './modelEdits';
import { addRun, hasTrained, mostAutomatic, mostKept, noRuns, thinRows } from './runs';
import { deleteRun, openRun, renameRun, showKeptRuns, toggleLine, undeleteRun } from './runsEdits';
import { edit, keepRun, play, step, store, undo } from './store';

const rowAt = (epoch: number, trainLoss = 1 / (epoch + 1)): HistoryRow => ({
  epoch,
  trainLoss,
  testLoss: 2 * trainLoss,
  trainAccuracy: 0.9,
  testAccuracy: 0.8,
});
const rowsTo = (last: number) => Array.from({ length: last + 1 }, (_, epoch) => rowAt(epoch));

function runOf(id: string, parts: Partial<KeptRun> = {}): KeptRun {
  const keptAt = Number(id.replace(/\D/g, ''));
  const rows = rowsTo(4);
  return {
    id,
    name: null,
    isAutomatic: false,
    keptAt,
    experiment: networkExperiment,
    rows,
    line: null,
    ...parts,
  };
}

const kept = () => store.getState().runs.kept;
const ids = () => kept().map(({ id }) => id);

function showRows(rows: readonly HistoryRow[]): void {
  store.setState(({ latest }) => ({ latest: { ...latest, history: { ...emptyHistory, rows } } }));
}

beforeEach(() => {
  store.setState({ ...store.getInitialState(), experiment: networkExperiment }, true);
  store.temporal.getState().clear();
});

describe('a curve that is kept', () => {
  it('is as it was when it is short', () => {
    expect(thinRows(rowsTo(100))).toEqual(rowsTo(100));
  });

  it('is a few hundred rows however long the run, with its spike, its beginning and its end', () => {
    const rows = Array.from({ length: 4000 }, (_, i) => rowAt(25 * i, i === 1234 ? 50 : 1 / (i + 1)));
    const thin = thinRows(rows);
    expect(thin.length).toBeLessThan(400);
    expect(thin.length).toBeGreaterThan(150);
    expect(thin[0]).toBe(rows[0]);
    expect(thin.at(-1)).toBe(rows.at(-1));
    expect(thin).toContain(rows[1234]);
  });

  it('has nothing in it that a browser or a chart could not hold', () => {
    const rows = [rowAt(0), { ...rowAt(1), testLoss: Infinity }, rowAt(2, Number.NaN), rowAt(3)];
    expect(thinRows(rows).map(({ epoch, testLoss }) => [epoch, testLoss])).toEqual([
      [0, 2],
      [1, null],
      [3, 0.5],
    ]);
  });

  it('shows a run that was trained', () => {
    expect(hasTrained([])).toBe(false);
    expect(hasTrained([rowAt(0), rowAt(0)])).toBe(false);
    expect(hasTrained([rowAt(0), rowAt(1)])).toBe(true);
    expect(hasTrained([rowAt(0, 1), rowAt(0, 0.5)])).toBe(true);
  });
});

describe('keeping', () => {
  it('takes the experiment and the curve as they are, once there is one', () => {
    keepRun();
    expect(kept()).toEqual([]);
    showRows(rowsTo(7));
    keepRun('mine');
    keepRun();
    expect(kept()).toMatchObject([
      { name: 'mine', isAutomatic: false, experiment: networkExperiment, rows: rowsTo(7) },
      { name: null },
    ]);
    expect(new Set(ids()).size).toBe(2);
  });

  it('ends at the limit, and never for the few that the page keeps by itself', () => {
    let runs = noRuns;
    for (let i = 0; i < mostKept + 3; i++) runs = addRun(runs, runOf(`r${i}`));
    expect(runs.kept).toHaveLength(mostKept);
    for (let i = 0; i < mostAutomatic + 2; i++) runs = addRun(runs, runOf(`a${i}`, { isAutomatic: true }));
    const automatic = runs.kept.filter(({ isAutomatic }) => isAutomatic);
    expect(automatic.map(({ id }) => id)).toEqual(['a2', 'a3', 'a4', 'a5', 'a6']);
    expect(runs.kept).toHaveLength(mostKept + mostAutomatic);
  });
});

describe('a run that goes on from an earlier moment', () => {
  const visit = (at: number) =>
    store.setState(({ latest }) => ({
      latest: { ...latest, timeline: { epochs: [0, 5, 10, 20], at } },
    }));

  it('has its old way kept, whole, once', () => {
    showRows(rowsTo(20));
    visit(1);
    play();
    expect(kept()).toMatchObject([{ isAutomatic: true, rows: rowsTo(20) }]);
    expect(store.getState().latest.history.rows.at(-1)?.epoch).toBe(5);
    step('epoch');
    expect(kept()).toHaveLength(1);
  });

  it('leaves nothing behind when hardly anything is dropped', () => {
    showRows(rowsTo(6));
    visit(1);
    play();
    expect(kept()).toEqual([]);
  });

  it('keeps nothing while it goes on from where it was', () => {
    showRows(rowsTo(20));
    play();
    expect(kept()).toEqual([]);
  });
});

describe('a kept run', () => {
  beforeEach(() => showKeptRuns([runOf('r1'), runOf('r2'), runOf('r3', { isAutomatic: true })]));

  it('is renamed, which makes it the learner’s own; without a name it has its old one', () => {
    renameRun('r3', '  wide net  ');
    expect(kept()[2]).toMatchObject({ name: 'wide net', isAutomatic: false });
    renameRun('r3', ' ');
    expect(kept()[2]).toMatchObject({ name: null, isAutomatic: false });
    renameRun('r1', 'x'.repeat(500));
    expect(kept()[0]?.name).toHaveLength(80);
  });

  it('comes back to its place when its deletion is undone', () => {
    toggleLine('r2');
    deleteRun('r2');
    expect(ids()).toEqual(['r1', 'r3']);
    undeleteRun();
    expect(ids()).toEqual(['r1', 'r2', 'r3']);
    expect(kept()[1]?.line).toBe(0);
    expect(store.getState().runs.deleted).toBeNull();
  });

  it('comes back without its line when another run has taken that', () => {
    toggleLine('r2');
    deleteRun('r2');
    toggleLine('r1');
    undeleteRun();
    expect(kept().map(({ line }) => line)).toEqual([0, null, null]);
  });

  it('has a line over the chart as long as one of the four is free', () => {
    showKeptRuns([runOf('r4'), runOf('r5')]);
    for (const id of ['r1', 'r2', 'r3', 'r4', 'r5']) toggleLine(id);
    expect(kept().map(({ line }) => line)).toEqual([0, 1, 2, 3, null]);
    toggleLine('r2');
    toggleLine('r5');
    expect(kept().map(({ line }) => line)).toEqual([0, null, 2, 3, 1]);
  });

  it('opens as one step of undo, and as none when it is what is there', () => {
    openRun('r1');
    expect(store.temporal.getState().pastStates).toHaveLength(0);
    edit((experiment) => chooseOptimizer(experiment, 'sgd'));
    openRun('r1');
    expect(store.getState().experiment.training.optimizer.id).toBe('adam');
    undo();
    expect(store.getState().experiment.training.optimizer.id).toBe('sgd');
  });

  it('of an earlier visit stands before those of this one and leaves them their lines', () => {
    store.setState({ ...store.getInitialState(), experiment: networkExperiment }, true);
    showRows(rowsTo(3));
    keepRun();
    toggleLine(ids()[0]!);
    showKeptRuns([runOf('r1', { line: 0 }), runOf('r2', { line: 1 })]);
    expect(kept().map(({ line }) => line)).toEqual([null, 1, 0]);
  });
});
