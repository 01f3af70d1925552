/**
 * Whatever a person does, in whatever order, while messages cross: page and worker agree in the end. Sequences of actions on the real
 * store, its real connection and real sessions; only the clock and the arrival of messages are the test's. A failure prints its seed and
 * the shortest sequence that fast-check finds. FUZZ_RUNS raises the number of sequences and draws other ones each time; FUZZ_SEED
 * repeats a draw.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cloud, experimentWith } from '../../tests/support/testExperiment';
import { TestWorker, workerClock } from '../../tests/support/testWorker';
import type { Experiment } from '../engine/experiment';
import { planChange } from '../engine/training/planChange';
import { Trainer } from '../engine/training/trainer';
import type { ActiveRun } from '../engine/worker/activeRun';
import {
  advance,
  inspectStep,
  pause,
  play,
  reset,
  seek,
  setWeights,
  startRun,
  step,
} from '../store/commands';
import { addPoints, clearPoints, setPlane } from '../store/dataEdits';
import { network } from '../store/derived';
import {
  addLayer,
  nextSeed,
  removeLayer,
  setPenalties,
  setTraining,
  setWeightSeed,
} from '../store/modelEdits';
import { leaveQuestion, openQuestion } from '../store/page';
import { beginGesture, cancelGesture, edit, endGesture, look, redo, store, undo } from '../store/store';
import { connectTraining } from './connect';

const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const drawn = FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) };
const sequences = FUZZ_RUNS === undefined ? { numRuns: 30, seed: 1 } : { numRuns: Number(FUZZ_RUNS) };

/** Shrinking a failure takes a while. */
const longestMs = 600_000;

const documents: readonly Experiment[] = [
  experimentWith({
    data: { classes: 2, source: cloud(24, 2), testShare: 0.25 },
    model: { hidden: [], outputActivation: 'sigmoid' },
    loss: { id: 'binaryCrossentropy' },
  }),
  experimentWith({
    data: { classes: 3, source: cloud(30, 3, 7), testShare: 0 },
    model: { hidden: [{ units: 2, activation: 'relu' }] },
    training: { batchSize: 8, stop: { epochs: 6, trainLoss: null, plateau: null } },
  }),
  experimentWith({
    data: { classes: 2, source: cloud(12, 2, 3), testShare: 0 },
    model: { hidden: [{ units: 1, activation: 'tanh' }] },
    training: { batchSize: 'all' },
  }),
];
const documentOf = (value: number) => documents[value % documents.length] as Experiment;

/** Edits of the document; the number is theirs to use. */
const edits: Record<string, (experiment: Experiment, value: number) => Experiment> = {
  rate: (experiment, value) => setTraining(experiment, { learningRate: 0.001 * (1 + value) }),
  penalty: (experiment, value) => setPenalties(experiment, { l2: value / 1000 }),
  zoom: (experiment, value) => setPlane(experiment, { x: [-1 - value, 1 + value], y: [-1, 1] }),
  stop: (experiment, value) =>
    setTraining(experiment, { stop: { epochs: 1 + value, trainLoss: null, plateau: null } }),
  batch: (experiment, value) => setTraining(experiment, { batchSize: 1 + value }),
  seed: (experiment) => setWeightSeed(experiment, nextSeed(experiment.model.seed)),
  layer: (experiment) =>
    experiment.model.hidden.length > 1 ? removeLayer(experiment, 0) : addLayer(experiment),
  point: (experiment, value) => addPoints(experiment, [{ x1: value, x2: -value, y: 0 }]),
  clear: (experiment) => clearPoints(experiment),
  copy: (experiment) => ({ ...experiment }),
  nothing: (experiment) => experiment,
  open: (_, value) => documentOf(value),
};

/** What the store asks of training, or of the view. */
const commands: Record<string, (value: number) => void> = {
  play,
  pause,
  step: (value) => step(value % 2 ? 'update' : 'epoch'),
  advance: (value) => advance(1 + value),
  seek: (value) => {
    const { epochs } = store.getState().latest.timeline;
    seek(epochs[value % (epochs.length || 1)] ?? value);
  },
  weight: (value) => {
    const { parameterCount } = network(store.getState().experiment);
    setWeights([{ index: value % parameterCount, value: value / 4 - 1 }]);
  },
  inspect: inspectStep,
  speed: (value) => look({ speed: (['slow', 'normal', 'once'] as const)[value % 3]!, slowRate: 30 - value }),
  unit: (value) =>
    look({ shownUnit: value % 2 ? { layer: 0, unit: 0 } : null, hiddenLayer: value % 3 ? 0 : null }),
  surface: (value) => look({ page: value % 2 ? 'cost-surface' : 'why' }),
};

const starts: Record<string, () => void> = { reset, restart: () => startRun() };
const steps: Record<string, () => void> = { undo, redo, cancel: cancelGesture };

type Action = readonly [name: string, value: number];

/** Much training and seeking, so that there are pictures to cross with. */
const weighted = [
  { weight: 6, arbitrary: fc.constantFrom(...Object.keys(edits)) },
  { weight: 8, arbitrary: fc.constantFrom(...Object.keys(commands)) },
  { weight: 8, arbitrary: fc.constantFrom('play', 'seek') },
  { weight: 4, arbitrary: fc.constantFrom(...Object.keys(steps), 'gesture', 'end') },
  { weight: 2, arbitrary: fc.constantFrom(...Object.keys(starts), 'link', 'ask', 'leave', 'die') },
  { weight: 14, arbitrary: fc.constantFrom('work', 'wait', 'deliver', 'receive') },
];
const actions: fc.Arbitrary<Action[]> = fc.array(fc.tuple(fc.oneof(...weighted), fc.nat({ max: 9 })), {
  minLength: 10,
  maxLength: 50,
});
/** The document is known after so many of them. */
const opening = fc.nat({ max: 4 });

/** Undo as it should be: the documents before and after the present one. */
interface Steps {
  readonly past: readonly Experiment[];
  readonly future: readonly Experiment[];
}
const noSteps: Steps = { past: [], future: [] };

class Person {
  private readonly workers: TestWorker[] = [];
  private readonly connection = connectTraining({
    open: (listener) => {
      const worker = new TestWorker(listener);
      this.workers.push(worker);
      return worker;
    },
    afterDrawn: (work) => work(),
  });
  private isBegun = false;
  private steps = noSteps;
  private gesture: 'none' | 'armed' | 'changed' = 'none';
  /** The learner's own steps and document, while a question is open. */
  private own: (Steps & { readonly experiment: Experiment }) | null = null;

  private get worker(): TestWorker {
    return this.workers.findLast(({ isClosed }) => !isClosed) as TestWorker;
  }

  begin(): void {
    this.connection.begin();
    this.isBegun = true;
  }

  close(): void {
    this.connection.close();
  }

  async does([name, value]: Action): Promise<void> {
    if (name in edits) this.changes(name, () => edit((experiment) => edits[name]!(experiment, value)));
    else if (name in steps) this.changes(name, steps[name]!);
    else if (name in commands) commands[name]!(value);
    else if (name in starts) starts[name]!();
    else await this.others(name, value);
    const { pastStates, futureStates } = store.temporal.getState();
    expectSame(pastStates, this.steps.past);
    expectSame(futureStates, this.steps.future);
  }

  /** One change of the document at most: the steps of undo follow it, and so does the run. */
  private changes(name: string, work: () => void): void {
    const before = store.getState();
    const sent = this.worker.sent.length;
    work();
    const { experiment, run } = store.getState();
    this.expectSteps(name, before.experiment, experiment);
    const change = planChange(before.experiment, experiment);
    expect(run.runId !== before.run.runId, `${name} begins a run`).toBe(change === 'restart');
    const said = this.worker.sent.slice(sent).map(({ type }) => type);
    const expected = { none: [], retune: ['retune'], restart: ['configure'] }[change];
    const aboutRun = said.filter((type) => type === 'configure' || type === 'retune');
    expect(aboutRun, name).toEqual(this.isBegun || change === 'none' ? expected : []);
  }

  private expectSteps(name: string, before: Experiment, after: Experiment): void {
    const { past, future } = this.steps;
    if (name === 'undo' || name === 'redo') {
      const [from, to] = name === 'undo' ? [past, future] : [future, past];
      expect(after).toBe(from.at(-1) ?? before);
      if (from.length > 0) this.steps = stepsOf(name, from.slice(0, -1), [...to, before]);
      if (this.gesture === 'changed') this.gesture = 'armed';
    } else if (name === 'cancel') {
      expect(after).toBe(this.gesture === 'changed' ? past.at(-1) : before);
      if (this.gesture === 'changed') this.steps = { past: past.slice(0, -1), future: [] };
      this.gesture = 'none';
    } else if (after !== before) {
      if (this.gesture !== 'changed') this.steps = { past: [...past, before], future: [] };
      if (this.gesture === 'armed') this.gesture = 'changed';
    }
  }

  /** The learner's own document is back with its steps. */
  private leaves(): void {
    leaveQuestion();
    if (!this.own) return;
    const { experiment, ...steps } = this.own;
    expect(store.getState().experiment).toBe(experiment);
    this.steps = steps;
    this.own = null;
    this.gesture = 'none';
  }

  private asks(document: Experiment): void {
    this.leaves();
    this.own = { ...this.steps, experiment: store.getState().experiment };
    openQuestion('activations', document);
    this.steps = noSteps;
    this.gesture = 'none';
    this.isBegun = true;
  }

  private async others(name: string, value: number): Promise<void> {
    switch (name) {
      case 'gesture':
        beginGesture();
        if (this.gesture === 'none') this.gesture = 'armed';
        break;
      case 'end':
        endGesture();
        this.gesture = 'none';
        break;
      case 'link':
        this.changes('open', () => edit(() => documentOf(value)));
        reset();
        setWeights([{ index: 0, value }]);
        break;
      case 'ask':
        this.asks(documentOf(value));
        break;
      case 'leave':
        this.leaves();
        break;
      case 'die':
        if (this.isBegun) this.worker.die();
        break;
      case 'receive':
        this.worker.receive();
        break;
      case 'deliver':
        this.worker.deliver(1 + value);
        break;
      case 'work':
        this.worker.receive();
        await this.worker.work(10 * value);
        break;
      case 'wait':
        await this.exchange(10 * value);
        break;
    }
  }

  /** Everything under way arrives, and the worker works for so long in between; answers how much it said. */
  private async exchange(ms: number): Promise<number> {
    this.worker.receive();
    await this.worker.work(ms);
    return this.worker.deliver();
  }

  /** Lets everything come to rest, and holds what the page shows to where the worker stands. */
  async agrees(): Promise<void> {
    await this.exchange(100);
    const { session } = this.worker;
    expect(store.getState().run.playing, 'plays').toBe(Reflect.get(session, 'playing'));
    pause();
    while ((await this.exchange(300)) > 0);
    const run = Reflect.get(session, 'run') as ActiveRun;
    const { experiment, latest, run: own } = store.getState();
    expect(own.playing).toBe(false);
    expect(own.runId).toBe(run.id);
    expect(run.experiment).toEqual(experiment);
    const { parameters } = await run.trainer.readState();
    const { epoch } = run.trainer.position;
    const { updates } = run.trainer.position;
    expect(latest.snapshot).toMatchObject({ runId: run.id, epoch, updates, parameters });
    expect(latest.timeline).toEqual(run.trainer.timeline);
    if (latest.timeline.at === null && latest.snapshot?.train) {
      expect(latest.history.rows.at(-1)?.epoch).toBe(latest.snapshot.progress);
    }
  }
}

function stepsOf(name: 'undo' | 'redo', from: readonly Experiment[], to: readonly Experiment[]): Steps {
  return name === 'undo' ? { past: from, future: to } : { past: to, future: from };
}

/** The very documents, in the same order. */
function expectSame(states: readonly { experiment?: Experiment }[], documents: readonly Experiment[]): void {
  expect(states.length, 'steps of undo').toBe(documents.length);
  expect(states.every(({ experiment }, i) => experiment === documents[i])).toBe(true);
}

/** Holds in every state that the page is in. */
function expectInOrder(): void {
  const { latest, run } = store.getState();
  const { rows } = latest.history;
  for (const [i, { epoch }] of rows.entries()) expect(epoch).toBeGreaterThan(rows[i - 1]?.epoch ?? -1);
  if (run.halt) expect(run.playing).toBe(false);
}

/** A snapshot that comes to be shown is of the run at work, and of no way that was left. */
function watchSnapshots(): () => void {
  return store.subscribe(({ latest, run, question }, before) => {
    const { snapshot } = latest;
    if (!snapshot || snapshot === before.latest.snapshot || question !== before.question) return;
    expect(snapshot.runId).toBe(run.runId);
    expect(snapshot.command).toBeGreaterThanOrEqual(Math.max(run.since.seek, run.since.branch));
  });
}

async function live(opensAt: number, actions: readonly Action[]): Promise<void> {
  store.setState({ ...store.getInitialState(), experiment: documentOf(0) }, true);
  store.temporal.getState().clear();
  look({ device: 'wasm', speed: 'once' });
  const person = new Person();
  const stop = watchSnapshots();
  try {
    for (const [i, action] of actions.entries()) {
      if (i === opensAt) person.begin();
      await person.does(action);
      expectInOrder();
    }
    person.begin();
    await person.agrees();
    await person.does(['leave', 0]);
    await person.agrees();
  } finally {
    stop();
    endGesture();
    person.close();
  }
}

// oxlint-disable-next-line typescript/unbound-method -- called with the trainer it is taken from
const { run } = Trainer.prototype;
/** So that a turn of training is a few dozen updates. */
const updateMs = 0.5;

beforeEach(() => {
  vi.spyOn(Trainer.prototype, 'run').mockImplementation(function (this: Trainer, count, mayMark) {
    workerClock.nowMs += count * updateMs;
    return run.call(this, count, mayMark);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

it(
  'page and worker agree in the end, whatever was done',
  async () => {
    await fc.assert(fc.asyncProperty(opening, actions, live), { ...sequences, ...drawn });
  },
  longestMs,
);
