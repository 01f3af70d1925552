/**
 * The session with a clock and a page made of plain variables. Training itself is real, on the reference device; an update is
 * pretended to take 4 ms and a picture 12 ms, and time passes only there and in pauses.
 */
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import {
  cloud,
  type ExperimentParts,
  experimentWith,
  lineExperiment,
} from '../../../tests/support/testExperiment';
import { clock, Page } from '../../../tests/support/testPage';
import type { Experiment } from '../experiment';
import { paceAt, updatesAfter } from '../training/film';
import { settingsOf } from '../training/planChange';
import { Trainer } from '../training/trainer';

// oxlint-disable-next-line typescript/unbound-method -- called with the trainer they are taken from
const { run, runWatched, snapshot } = Trainer.prototype;
const updateMs = 4;
const pictureMs = 12;
let updatesRun = 0;
let running: MockInstance<Trainer['run']>;

beforeEach(() => {
  clock.nowMs = 0;
  updatesRun = 0;
  running = vi.spyOn(Trainer.prototype, 'run').mockImplementation(function (this: Trainer, count, mayMark) {
    clock.nowMs += count * updateMs;
    updatesRun += count;
    return run.call(this, count, mayMark);
  });
  vi.spyOn(Trainer.prototype, 'runWatched').mockImplementation(function (this: Trainer) {
    clock.nowMs += updateMs;
    updatesRun += 1;
    return runWatched.call(this);
  });
  vi.spyOn(Trainer.prototype, 'snapshot').mockImplementation(function (this: Trainer, sizes, attention) {
    clock.nowMs += pictureMs;
    return snapshot.call(this, sizes, attention);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const slow = (updatesPerSecond: number) =>
  ({ type: 'speed', speed: { kind: 'slow', updatesPerSecond } }) as const;
const once = { type: 'speed', speed: { kind: 'once' } } as const;

function small(parts: ExperimentParts = {}): Experiment {
  return experimentWith({
    data: { classes: 2, source: cloud(40, 2), testShare: 0.2, ...parts.data },
    model: { hidden: [], ...parts.model },
    loss: { ...parts.loss },
    training: { batchSize: 8, ...parts.training },
  });
}

describe('configure', () => {
  it('answers with a picture of the initial weights', async () => {
    const page = new Page();
    await page.start(small());
    expect(page.heard.map(({ type }) => type)).toEqual(['timeline', 'snapshot']);
    expect(page.lastSnapshot()).toMatchObject({ runId: 1, epoch: 0, updates: 0, epochsPerSecond: null });
  });

  it('starts playing at once when it is told to', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(200);
    expect(page.lastSnapshot().updates).toBeGreaterThan(10);
  });

  it('given twice at once keeps the latest', async () => {
    const page = new Page();
    page.configure(small(), { runId: 1, playing: true });
    page.configure(small(), { runId: 2 });
    page.configure(small(), { runId: 3 });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ runId: 3, updates: 0 });
    expect(page.snapshots().map(({ runId }) => runId)).not.toContain(2);
  });

  it('in mid-run begins anew and drops what was asked of the old run', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(50);
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    page.send({ type: 'play' });
    await page.start(small(), { runId: 2 });
    expect(page.lastSnapshot()).toMatchObject({ runId: 2, updates: 0 });
    const heard = page.heard.length;
    await page.pass(50);
    expect(page.heard).toHaveLength(heard);
  });

  it('of something impossible is reported, and the configuration that waits behind it is still done', async () => {
    const page = new Page();
    const impossible = small({ data: { features: [] } });
    page.configure(impossible, { runId: 1, playing: true });
    page.configure(small(), { runId: 2 });
    await page.settle();
    expect(page.heard[0]).toMatchObject({ type: 'failed', runId: 1 });
    expect(page.heard[0]).toHaveProperty('message', expect.stringContaining('at least one input'));
    expect(page.lastSnapshot()).toMatchObject({ runId: 2, updates: 0 });
  });

  it('goes on from the weights of an interrupted run', async () => {
    const page = new Page();
    const parameters = Float32Array.from({ length: 6 }, (_, i) => i);
    const resume = { parameters, epoch: 9, updates: 40 };
    page.configure(small(), { runId: 1, resume });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ epoch: 9, updates: 40, parameters });
  });
});

describe('the transport', () => {
  it('plays and pauses with a picture of where it stopped', async () => {
    const page = new Page();
    await page.start(small());
    page.send({ type: 'play' });
    await page.pass(200);
    page.send({ type: 'pause' });
    await page.settle();
    const { updates, epochsPerSecond } = page.lastSnapshot();
    expect(updates).toBeGreaterThan(15);
    expect(epochsPerSecond).toBeNull();
    await page.pass(200);
    expect(page.lastSnapshot().updates).toBe(updates);
  });

  it('steps one update, and to the end of the epoch', async () => {
    const page = new Page();
    await page.start(small());
    page.send({ type: 'step', unit: 'update', times: 1 });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ epoch: 0, updates: 1 });
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ epoch: 1, updates: 4 });
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ epoch: 2, updates: 8 });
  });

  it('pauses a playing run with a step', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(30);
    page.send({ type: 'step', unit: 'update', times: 1 });
    await page.settle();
    const { updates } = page.lastSnapshot();
    await page.pass(100);
    expect(page.lastSnapshot().updates).toBe(updates);
  });

  it('reports epochs a second while it runs', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(600);
    // 4 updates an epoch; pictures take about a third of the time.
    expect(page.lastSnapshot().epochsPerSecond).toBeGreaterThan(30);
    expect(page.lastSnapshot().epochsPerSecond).toBeLessThan(62.5);
  });
});

describe('a limited speed', () => {
  it.each([1, 20, 100])('of %i updates a second is kept', async (updatesPerSecond) => {
    const page = new Page();
    page.send(slow(updatesPerSecond));
    await page.start(small(), { playing: true });
    await page.pass(2000);
    expect(updatesRun).toBeGreaterThanOrEqual(Math.floor(2 * updatesPerSecond * 0.85));
    expect(updatesRun).toBeLessThanOrEqual(2.05 * updatesPerSecond + 1);
  });

  it('owes nothing for the time that the run was paused', async () => {
    const page = new Page();
    page.send(slow(100));
    await page.start(small(), { playing: true });
    await page.pass(100);
    page.send({ type: 'pause' });
    await page.pass(10_000);
    const before = updatesRun;
    page.send({ type: 'play' });
    await page.pass(100);
    expect(updatesRun - before).toBeGreaterThan(5);
    expect(updatesRun - before).toBeLessThanOrEqual(12);
  });

  it('owes nothing for the time at full speed before it', async () => {
    const page = new Page();
    page.send(slow(100));
    await page.start(small(), { playing: true });
    await page.pass(50);
    page.send(once);
    await page.pass(1000);
    page.send(slow(100));
    const before = updatesRun;
    await page.pass(100);
    expect(updatesRun - before).toBeGreaterThan(5);
    expect(updatesRun - before).toBeLessThanOrEqual(12);
  });
});

describe('the film', () => {
  const normal = { kind: 'normal' } as const;
  /** Updates between one picture and the next. */
  const steps = (page: Page) =>
    page
      .snapshots()
      .slice(1)
      .map(({ updates }, i) => updates - page.snapshots()[i]!.updates);

  it('shows each of its first updates, and doubles its pace every second', async () => {
    const page = new Page(normal);
    await page.start(small(), { playing: true, device: 'wasm' });
    await page.pass(1000);
    expect(steps(page).every((step) => step <= 1)).toBe(true);
    const after = [updatesRun];
    for (let second = 2; second <= 4; second++) {
      await page.pass(1000);
      after.push(updatesRun);
    }
    for (const [i, updates] of after.entries()) {
      expect(updates / updatesAfter(i + 1)).toBeGreaterThan(0.8);
      expect(updates / updatesAfter(i + 1)).toBeLessThan(1.1);
    }
  });

  it('waits with the next updates until the page has drawn the last ones', async () => {
    const page = new Page(normal);
    await page.start(small(), { device: 'wasm' });
    page.acknowledges = false;
    page.send({ type: 'play' });
    await page.pass(2000);
    expect(updatesRun).toBe(1);
    page.send({ type: 'acknowledge' });
    await page.pass(500);
    expect(page.lastSnapshot().updates).toBe(updatesRun);
  });

  it('goes on after a pause at the pace it had, and with a learning rate that was changed', async () => {
    const page = new Page(normal);
    await page.start(small(), { playing: true, device: 'wasm' });
    await page.pass(2500);
    page.send({ type: 'pause' });
    await page.pass(50);
    const before = updatesRun;
    await page.pass(5000);
    expect(updatesRun).toBe(before);
    page.send({ type: 'retune', settings: settingsOf(small({ training: { learningRate: 0.02 } })) });
    page.send({ type: 'play' });
    await page.pass(500);
    expect(updatesRun - before).toBeGreaterThan(0.3 * paceAt(before));
  });

  it('begins anew with weights that a hand has set', async () => {
    const page = new Page(normal);
    await page.start(small(), { playing: true, device: 'wasm' });
    await page.pass(3000);
    page.send({ type: 'setWeights', changes: [{ index: 0, value: 1 }] });
    const before = updatesRun;
    await page.pass(500);
    expect(updatesRun - before).toBeLessThan(1.3 * updatesAfter(0.5) + 2);
  });

  it('ends by itself when nothing more is to be seen, and whoever goes on is not stopped again', async () => {
    const page = new Page(normal);
    await page.start(lineExperiment(), { playing: true, device: 'wasm' });
    await page.pass(6000);
    expect(page.halts()).toEqual(['settled']);
    expect(page.lastSnapshot()).toMatchObject({ settled: true, epochsPerSecond: null });
    const before = updatesRun;
    page.send({ type: 'play' });
    await page.pass(3000);
    expect(updatesRun).toBeGreaterThan(1.5 * before);
    expect(page.halts()).toEqual(['settled']);
  });

  it('does not end before a number of epochs that was asked for', async () => {
    const stop = { epochs: 2500, trainLoss: null, plateau: null };
    const experiment = lineExperiment();
    const page = new Page(normal);
    await page.start(
      { ...experiment, training: { ...experiment.training, stop } },
      { playing: true, device: 'wasm' },
    );
    await page.pass(20_000);
    expect(page.halts()).toEqual(['epochs']);
    expect(page.lastSnapshot()).toMatchObject({ epoch: 2500 });
    // Whoever goes on has heard the end of the film with that of the limit.
    page.send({ type: 'play' });
    await page.pass(3000);
    expect(page.halts()).toEqual(['epochs']);
    expect(page.lastSnapshot().epoch).toBeGreaterThan(2600);
  });

  it('that is taken up at a moment of its past ends after a true doubling', async () => {
    const page = new Page(normal);
    await page.start(lineExperiment(), { playing: true, device: 'wasm' });
    await page.pass(6000);
    const end = page.lastSnapshot().updates;
    page.send({ type: 'seek', epoch: end });
    await page.pass(100);
    page.send({ type: 'play' });
    await page.pass(6000);
    expect(page.halts()).toEqual(['settled', 'settled']);
    expect(page.lastSnapshot().updates).toBeGreaterThanOrEqual(2 * end);
  });

  it('has no end at the other speeds, which say all the same when nothing more is to be seen', async () => {
    for (const speed of [{ kind: 'once' }, { kind: 'slow', updatesPerSecond: 30 }] as const) {
      const page = new Page(speed);
      await page.start(lineExperiment(), { playing: true, device: 'wasm' });
      await page.pass(8000);
      expect(page.halts()).toEqual([]);
      expect(page.lastSnapshot().settled).toBe(true);
      page.send({ type: 'pause' });
      await page.pass(100);
    }
  });

  it('goes on from a limit of epochs by Play and by a step', async () => {
    const stop = { epochs: 4, trainLoss: null, plateau: null };
    for (const way of [{ type: 'play' }, { type: 'step', unit: 'update', times: 1 }] as const) {
      const page = new Page();
      await page.start(small({ training: { stop } }), { playing: true, device: 'wasm' });
      await page.pass(500);
      expect(page.halts()).toEqual(['epochs']);
      const { updates } = page.lastSnapshot();
      page.send(way);
      await page.pass(100);
      expect(page.lastSnapshot().updates).toBeGreaterThan(updates);
      page.send({ type: 'pause' });
      await page.pass(100);
    }
  });
});

describe('pictures', () => {
  it('wait until the page has drawn the one before', async () => {
    const page = new Page();
    await page.start(small());
    page.acknowledges = false;
    page.heard.length = 0;
    page.send({ type: 'play' });
    await page.pass(300);
    expect(page.snapshots()).toHaveLength(1);
    page.send({ type: 'acknowledge' });
    await page.pass(300);
    expect(page.snapshots()).toHaveLength(2);
    expect(page.lastSnapshot().updates).toBeGreaterThan(75);
  });

  it('of a new run do not wait for one that the old run still owed', async () => {
    const page = new Page();
    page.acknowledges = false;
    await page.start(small(), { playing: true });
    await page.pass(100);
    page.heard.length = 0;
    await page.start(small(), { runId: 2, playing: true });
    await page.pass(100);
    expect(page.snapshots().map(({ runId }) => runId)).toEqual([2, 2]);
  });

  it('are finer when the run rests than in the first moments of training', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    expect(page.snapshots()[0]!.outputs.columns).toBe(128);
    await page.pass(60);
    const moving = page.snapshots().find(({ updates }) => updates > 0)!;
    expect(moving.outputs.columns).toBeLessThan(128);
  });
});

describe('a run that cannot go on says why, after a picture of where it stands', () => {
  const halted: [string, Experiment][] = [
    ['noPoints', small({ data: { classes: 2, source: cloud(0, 2) } })],
    ['epochs', small({ training: { batchSize: 8, stop: { epochs: 3, trainLoss: null, plateau: null } } })],
    ['trainLoss', lineExperiment({ training: { stop: { epochs: null, trainLoss: 0.05, plateau: null } } })],
    [
      'plateau',
      lineExperiment({
        training: { stop: { epochs: null, trainLoss: null, plateau: { epochs: 3, minImprovement: 0.01 } } },
      }),
    ],
    ['diverged', lineExperiment({ training: { learningRate: 10 } })],
  ];

  it.each(halted)('%s', async (reason, experiment) => {
    const page = new Page();
    await page.start(experiment);
    page.heard.length = 0;
    page.send({ type: 'play' });
    await page.pass(5000);
    expect(page.halts()).toEqual([reason]);
    expect(page.heard.at(-2)).toMatchObject({ type: 'snapshot' });
    expect(page.lastSnapshot().parameters.every(Number.isFinite)).toBe(true);
    const heard = page.heard.length;
    await page.pass(100);
    expect(page.heard).toHaveLength(heard);
  });

  it('when it is stepped, too', async () => {
    const page = new Page();
    await page.start(small({ data: { classes: 2, source: cloud(0, 2) } }));
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.settle();
    expect(page.halts()).toEqual(['noPoints']);
  });
});

describe('changes in mid-run', () => {
  it('of the learning rate keep the run and its weights', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(50);
    page.send({
      type: 'retune',
      settings: settingsOf(small({ training: { batchSize: 8, learningRate: 0.5 } })),
    });
    await page.pass(150);
    expect(page.lastSnapshot()).toMatchObject({ runId: 1, learningRate: 0.5 });
    expect(page.lastSnapshot().updates).toBeGreaterThan(20);
  });

  it('that only the next updates depend on leave the picture of a run at rest as it is', async () => {
    const page = new Page();
    await page.start(small());
    const heard = page.heard.length;
    page.send({ type: 'retune', settings: settingsOf(small({ training: { learningRate: 0.5 } })) });
    await page.settle();
    expect(page.heard).toHaveLength(heard);
    page.send({ type: 'step', unit: 'update', times: 1 });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ updates: 1, learningRate: 0.5 });
  });

  it('that change the picture show themselves at once when the run rests', async () => {
    const page = new Page();
    await page.start(small({ loss: { l2: 0 } }));
    expect(page.lastSnapshot().penalty).toBe(0);
    page.send({ type: 'retune', settings: settingsOf(small({ loss: { l2: 0.1 } })) });
    await page.settle();
    expect(page.lastSnapshot().penalty).toBeGreaterThan(0);
    const { data } = small();
    const plane = { x: [-1, 1], y: [-2, 2] } as const;
    page.send({ type: 'retune', settings: settingsOf({ ...small(), data: { ...data, plane } }) });
    await page.settle();
    expect(page.lastSnapshot().outputs.range).toEqual(plane);
  });

  it('that come faster than pictures are drawn once, the last of them', async () => {
    const page = new Page();
    await page.start(small());
    const shown = page.snapshots().length;
    for (let zoom = 1; zoom <= 20; zoom++) {
      const plane = { x: [-zoom, zoom], y: [-zoom, zoom] } as const;
      page.send({ type: 'retune', settings: { ...settingsOf(small()), plane } });
    }
    await page.pass(1000);
    expect(page.snapshots().length - shown).toBeLessThanOrEqual(2);
    expect(page.lastSnapshot().outputs.range).toMatchObject({ x: [-20, 20] });
  });

  it('and a step between two of them is made with the first', async () => {
    const page = new Page();
    const rates = [0.5, 0] as const;
    await page.start(small());
    const before = page.lastSnapshot().parameters;
    for (const learningRate of rates) {
      page.send({ type: 'retune', settings: settingsOf(small({ training: { learningRate } })) });
      page.send({ type: 'step', unit: 'update', times: 1 });
    }
    await page.pass(200);
    const [first, second] = page.snapshots().slice(-2);
    expect(first?.parameters).not.toEqual(before);
    expect(second?.parameters).toEqual(first?.parameters);
  });

  it('of the device say why it could not be had, and the run goes on', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(50);
    page.send({ type: 'device', device: 'webgl' });
    await page.pass(150);
    expect(page.heard).toContainEqual({
      type: 'fallback',
      runId: 1,
      lost: 'webgl',
      reason: 'unavailable',
      device: 'wasm',
    });
    expect(page.lastSnapshot()).toMatchObject({ runId: 1, device: 'wasm' });
    expect(page.lastSnapshot().updates).toBeGreaterThan(20);
  });
});

describe('the timeline', () => {
  const timelineOf = (page: Page) => page.heard.findLast((message) => message.type === 'timeline')!.timeline;

  it('goes back to a moment with its weights, at rest, and forth again', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(400);
    page.send({ type: 'pause' });
    await page.settle();
    const front = page.lastSnapshot();
    const { epochs } = timelineOf(page);
    expect(epochs.length).toBeGreaterThan(5);
    expect(epochs[0]).toBe(0);
    page.send({ type: 'seek', epoch: 0 });
    await page.settle();
    expect(page.lastSnapshot()).toMatchObject({ epoch: 0, updates: 0 });
    expect(timelineOf(page)).toEqual({ epochs, at: 0 });
    // So that the page knows which of its commands that answers.
    expect(page.heard.findLast((message) => message.type === 'timeline')).toMatchObject({
      command: page.command,
    });
    page.send({ type: 'seek', epoch: 1e9 });
    await page.settle();
    expect(page.lastSnapshot().parameters).toEqual(front.parameters);
    expect(timelineOf(page).at).toBe(epochs.length - 1);
  });

  it('keeps moments on the way of many steps at once, as dense at its beginning as the film', async () => {
    const page = new Page();
    await page.start(small());
    page.send({ type: 'step', unit: 'epoch', times: 100 });
    await page.pass(4000);
    const { epochs } = timelineOf(page);
    expect(epochs.at(-1)).toBe(100);
    expect(epochs.filter((epoch) => epoch < 5).length).toBeGreaterThan(4);
  });

  it('looks up for messages during a long step, however dear an update is', async () => {
    const page = new Page();
    await page.start(small(), { device: 'wasm' });
    page.send({ type: 'step', unit: 'epoch', times: 10_000 });
    await page.pass(3000);
    const stretches = running.mock.calls.map(([count]) => count * updateMs);
    expect(Math.max(...stretches)).toBeLessThanOrEqual(100);
    await page.start(small(), { runId: 2, device: 'wasm' });
    expect(page.lastSnapshot()).toMatchObject({ runId: 2, updates: 0 });
  });

  it('forgets what came after a moment once training goes on from there, the same way as the first time', async () => {
    const page = new Page();
    await page.start(small());
    for (let k = 0; k < 3; k++) page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.pass(200);
    const first = page.lastSnapshot();
    page.send({ type: 'seek', epoch: 1 });
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.pass(200);
    expect(timelineOf(page)).toEqual({ epochs: [0, 1, 2], at: null });
    page.send({ type: 'step', unit: 'epoch', times: 1 });
    await page.pass(200);
    expect(page.lastSnapshot().parameters).toEqual(first.parameters);
  });
});

describe('weights set by hand', () => {
  it('are shown at rest and trained on from', async () => {
    const page = new Page();
    await page.start(small());
    page.send({ type: 'setWeights', changes: [{ index: 1, value: 0.75 }] });
    await page.settle();
    expect(page.lastSnapshot().parameters[1]).toBe(0.75);
    page.send({ type: 'step', unit: 'update', times: 1 });
    await page.settle();
    expect(page.lastSnapshot().parameters[1]).not.toBe(0.75);
    expect(page.lastSnapshot().parameters[1]).toBeCloseTo(0.75, 0);
  });

  it('of an older run are dropped', async () => {
    const page = new Page();
    await page.start(small());
    const before = page.lastSnapshot().parameters.slice();
    page.send({ type: 'setWeights', changes: [{ index: 1, value: 0.75 }] });
    await page.start(small(), { runId: 2 });
    expect(page.lastSnapshot()).toMatchObject({ runId: 2, parameters: before });
  });

  it('are in the picture that names their command, and in none of before', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(50);
    page.send({ type: 'setWeights', changes: [{ index: 1, value: 40 }] });
    const { command } = page;
    await page.pass(100);
    const isSet = page.snapshots().map(({ parameters }) => (parameters[1] ?? 0) > 30);
    expect(isSet).toEqual(page.snapshots().map((snapshot) => snapshot.command >= command));
    expect(new Set(isSet).size).toBe(2);
  });
});

describe('what is watched', () => {
  it('is shown besides: finer maps of the units, answers of a hidden layer', async () => {
    const page = new Page();
    await page.start(small({ model: { hidden: [{ units: 3, activation: 'tanh' }] } }));
    expect(page.lastSnapshot()).toMatchObject({ hidden: null, unitMaps: { columns: 32 } });
    page.send({ type: 'watch', watch: { fineUnits: true, hiddenLayer: 0 } });
    await page.settle();
    const { hidden, unitMaps, predictions } = page.lastSnapshot();
    expect(unitMaps.columns).toBe(64);
    expect(hidden!.layer).toBe(0);
    expect(hidden!.values).toHaveLength(3 * predictions.length);
  });

  it('of the layers is examined now and then while it runs, with the size of an update', async () => {
    const page = new Page();
    await page.start(small(), { playing: true });
    await page.pass(2000);
    const seen = page.heard.flatMap((message) =>
      message.type === 'snapshot' ? [message.snapshot.health] : [],
    );
    const examined = seen.filter((health) => health !== null);
    expect(examined.length).toBeGreaterThan(3);
    expect(examined.length).toBeLessThan(seen.length / 3);
    expect(examined.at(-1)!.layers[0]!.updateRatio).toBeGreaterThan(0);
  });
});

describe('what the next update starts from', () => {
  it('is told when it is asked for', async () => {
    const page = new Page();
    await page.start(small());
    page.send({ type: 'step', unit: 'update', times: 1 });
    page.send({ type: 'inspectStep' });
    await page.settle();
    const told = page.heard.filter((message) => message.type === 'stepContext');
    expect(told).toHaveLength(1);
    expect(told[0]!.context).toMatchObject({ optimizerUpdates: 1, learningRate: 0.01, epoch: 0 });
    expect(told[0]!.context.parameters).toEqual(page.lastSnapshot().parameters);
    expect(new Set(told[0]!.context.batch).size).toBe(8);
  });
});
