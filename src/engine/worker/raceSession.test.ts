/**
 * Races with a clock and a page made of plain variables. Training is real, on the device that a browser would use; an update is
 * pretended to take some time, and time passes only there and in pauses.
 */
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import {
  cloud,
  type ExperimentParts,
  experimentWith,
  lineExperiment,
} from '../../../tests/support/testExperiment';
import type { Experiment } from '../experiment';
import { Trainer } from '../training/trainer';
import type { FromRace, ToRace } from './raceProtocol';
import { RaceSession, raceSizes } from './raceSession';

// oxlint-disable-next-line typescript/unbound-method -- called with the trainer it is taken from
const { run } = Trainer.prototype;
/** Stands in for `run`, and may be given other work. */
let running: MockInstance<typeof run>;
let nowMs = 0;
let updateMs = 0.1;

beforeEach(() => {
  nowMs = 0;
  updateMs = 0.1;
  running = vi.spyOn(Trainer.prototype, 'run').mockImplementation(function (this: Trainer, count) {
    nowMs += count * updateMs;
    return run.call(this, count);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** The page at the other end; it acknowledges every picture at once unless it is told not to. */
class Page {
  readonly heard: FromRace[] = [];
  readonly heardAtMs: number[] = [];
  acknowledges = true;
  /** How often the race has waited: once a turn at least. */
  pauses = 0;
  private isGone = false;
  private readonly session = new RaceSession({
    post: (message) => {
      this.heard.push(message);
      this.heardAtMs.push(nowMs);
      if (this.acknowledges) queueMicrotask(() => this.send({ type: 'acknowledge' }));
    },
    nowMs: () => nowMs,
    pause: (ms) => {
      nowMs += ms;
      this.pauses++;
      return new Promise((wake) => setTimeout(() => !this.isGone && wake()));
    },
  });

  send(message: ToRace): void {
    this.session.receive(message);
  }

  start(experiments: readonly Experiment[], playing = true): void {
    this.send({ type: 'start', raceId: 1, experiments, playing });
  }

  pictures() {
    return this.heard.flatMap((message) => (message.type === 'picture' ? [message.picture] : []));
  }

  async until(reached: (page: Page) => boolean): Promise<void> {
    await vi.waitFor(() => expect(reached(this)).toBe(true), { timeout: 20_000, interval: 1 });
  }

  /** Lets a race at work take several turns. */
  async turns(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await new Promise((wake) => setTimeout(wake));
  }

  /** What each lane last looked like. */
  lanes() {
    const count = this.pictures()[0]?.lanes.length ?? 0;
    return Array.from(
      { length: count },
      (_, i) => this.pictures().findLast(({ lanes }) => lanes[i])?.lanes[i],
    );
  }

  leave(): void {
    this.isGone = true;
  }
}

let page: Page;
beforeEach(() => {
  page = new Page();
});
afterEach(() => page.leave());

const epochOf = ({ epoch }: { epoch: number }) => epoch;

function small(parts: ExperimentParts = {}): Experiment {
  return experimentWith({
    ...parts,
    data: { classes: 2, source: cloud(50, 2), ...parts.data },
    model: { hidden: [{ units: 4, activation: 'relu' }], ...parts.model },
    training: { batchSize: 7, ...parts.training },
  });
}

const layer = (activation: 'relu' | 'sigmoid' | 'tanh') => ({ hidden: [{ units: 4, activation }] });
const threeLanes = [small(), small({ model: layer('sigmoid') }), small({ model: layer('tanh') })];

describe('the lanes', () => {
  it('have run the same number of epochs in every picture, from 0 on', async () => {
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 12);
    const pictures = page.pictures();
    expect(pictures[0]?.epoch).toBe(0);
    for (const { epoch, lanes } of pictures) {
      expect(lanes.map((lane) => lane?.epoch)).toEqual([epoch, epoch, epoch]);
    }
    for (let i = 1; i < pictures.length; i++) {
      expect(pictures[i]!.epoch).toBeGreaterThan(pictures[i - 1]!.epoch);
    }
  });

  it('are each, to the bit, the same experiment trained alone', async () => {
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 10);
    const last = page.pictures().at(-1)!;
    for (const [i, experiment] of threeLanes.entries()) {
      const alone = await Trainer.create(experiment, { device: 'auto', onFallback: () => {} });
      await run.call(alone, last.epoch * alone.batches.perEpoch);
      const { snapshot } = await alone.snapshot(raceSizes[2]);
      const lane = last.lanes[i]!;
      expect(lane.outputs.values).toEqual(snapshot.outputs.values);
      expect(lane.predictions).toEqual(snapshot.predictions);
      expect([lane.train, lane.test]).toEqual([snapshot.train, snapshot.test]);
      alone.dispose();
    }
  });

  it('take turns even when an epoch takes seconds, and still show equal epochs only', async () => {
    updateMs = 300;
    const ran: Trainer[] = [];
    const slow = running.getMockImplementation()!;
    running.mockImplementation(function (this: Trainer, count) {
      ran.push(this);
      expect(count * updateMs).toBeLessThanOrEqual(600);
      return slow.call(this, count);
    });
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 3);
    expect(page.pictures().slice(0, 4).map(epochOf)).toEqual([0, 1, 2, 3]);
    expect(new Set(ran).size).toBe(3);
  });

  it('that diverge stop alone, with the last finite numbers', async () => {
    const good = lineExperiment();
    const bad = lineExperiment({ training: { learningRate: 10, optimizer: { id: 'sgd', options: {} } } });
    page.start([good, bad, good]);
    await page.until(() => page.lanes()[1]?.halt === 'diverged');
    const stopped = page.lanes()[1]!;
    expect(Number.isFinite(stopped.train?.loss)).toBe(true);
    const before = page.pictures().length;
    await page.until(() => page.pictures().length > before + 2);
    const { epoch, lanes } = page.pictures().at(-1)!;
    expect(lanes.map((lane) => lane?.epoch)).toEqual([epoch, undefined, epoch]);
    expect(epoch).toBeGreaterThan(stopped.epoch);
    expect(page.lanes()[0]?.halt).toBeNull();
  });

  it('obey the stop rules of their experiment; when all have stopped, the race is over', async () => {
    const stop = { epochs: 9, trainLoss: null, plateau: null };
    page.start([small({ training: { stop } }), small({ model: layer('tanh'), training: { stop } })]);
    await page.until(() => page.pictures().at(-1)?.isOver === true);
    expect(page.lanes().map((lane) => [lane?.epoch, lane?.halt])).toEqual([
      [9, 'epochs'],
      [9, 'epochs'],
    ]);
  });

  it('without training points stop at once', async () => {
    page.start([small({ data: { source: cloud(0, 2) } }), small({ data: { source: cloud(0, 2) } })]);
    await page.until(() => page.pictures().at(-1)?.isOver === true);
    expect(page.lanes().map((lane) => lane?.halt)).toEqual(['noPoints', 'noPoints']);
  });
});

describe('pictures', () => {
  it('come fifteen times a second at most', async () => {
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 15);
    for (let i = 1; i < page.heardAtMs.length; i++) {
      expect(page.heardAtMs[i]! - page.heardAtMs[i - 1]!).toBeGreaterThanOrEqual(1000 / 15 - 1e-6);
    }
  });

  it('wait until the page has drawn the one before; the race does not, and the next shows the latest', async () => {
    page.acknowledges = false;
    page.start(threeLanes);
    await page.until(() => nowMs > 1500);
    expect(page.pictures()).toHaveLength(1);
    page.send({ type: 'acknowledge' });
    await page.until(() => page.pictures().length === 2);
    expect(page.pictures()[1]?.epoch).toBeGreaterThan(20);
  });

  it('follow the beginning closely and later leap', async () => {
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 40);
    const epochs = page.pictures().map(epochOf);
    expect(epochs.slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(epochs[40]! - epochs[39]!).toBeGreaterThan(2);
  });
});

describe('messages', () => {
  it('hold the race and let it go on', async () => {
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 3);
    page.send({ type: 'pause' });
    // It ends the turn it is in.
    await page.turns();
    const held = page.heard.length;
    const { pauses } = page;
    await page.turns();
    expect([page.heard.length, page.pauses]).toEqual([held, pauses]);
    page.send({ type: 'play' });
    await page.until(() => page.heard.length > held + 2);
  });

  it('start again from the same initial weights, under the new number', async () => {
    page.start(threeLanes);
    await page.until(() => page.pictures().length > 3);
    const first = page.pictures()[0]!.lanes[0]!.outputs.values;
    page.send({ type: 'start', raceId: 2, experiments: threeLanes, playing: false });
    await page.until(() => page.heard.at(-1)?.raceId === 2);
    const { epoch, lanes } = page.pictures().at(-1)!;
    expect(epoch).toBe(0);
    expect(lanes[0]!.outputs.values).toEqual(first);
  });

  it('about a fault of ours end in one that says so', async () => {
    running.mockRejectedValue(new Error('sabotage'));
    page.start(threeLanes);
    await page.until(() => page.heard.at(-1)?.type === 'failed');
    expect(page.heard.at(-1)).toMatchObject({ raceId: 1, message: 'Error: sabotage' });
  });
});
