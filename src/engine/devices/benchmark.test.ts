/** The probe with devices that do nothing but let a clock of ours run on, each at its own speed. */
import { describe, expect, it } from 'vitest';
import { planNetwork } from '../model/network';
import { Benchmark, type PreparingDevice, type ProbeProgress, type Rehearsal } from './benchmark';
import {
  type Device,
  type DeviceId,
  type DeviceJob,
  DeviceLostError,
  type UpdateSettings,
  type Updates,
} from './device';
import { fastest, sizeClass, speedsOf, type Timings } from './timings';

const tuning: UpdateSettings = {
  optimizer: { id: 'sgd', options: {} },
  l1: 0,
  l2: 0,
  clipNorm: null,
  frozen: null,
};

function jobOf(points: number, hidden: readonly number[] = [8]): DeviceJob {
  const layers = hidden.map((units) => ({ units, activation: 'tanh' }) as const);
  const model = {
    hidden: layers,
    outputActivation: 'softmax',
    initializer: 'glorotUniform',
    seed: 1,
  } as const;
  const network = planNetwork(model, { task: 'classification', classes: 4 }, 2);
  return {
    network,
    loss: { id: 'categoricalCrossentropy' },
    inputs: new Float32Array(2 * points),
    targets: new Float32Array(4 * points),
    points,
  };
}

function rehearsalOf(job: DeviceJob, batchPoints: number): Rehearsal {
  const order = Uint32Array.from({ length: job.points }, (_, i) => i);
  return {
    job,
    tuning,
    state: { parameters: new Float32Array(job.network.parameterCount), slots: [], optimizerUpdates: 0 },
    batchPoints,
    next: (count): Updates => ({
      order,
      starts: new Uint32Array(count),
      ends: new Uint32Array(count).fill(batchPoints),
      learningRates: new Float64Array(count).fill(0.1),
    }),
  };
}

interface Speed {
  /** Milliseconds a call, an update and a point of it. */
  readonly call?: number;
  readonly update?: number;
  readonly point?: number;
  /** Milliseconds to open it, and of its first update on top. */
  readonly open?: number;
  readonly first?: number;
  /** Not ready before the clock has come so far. */
  readonly readyAt?: number;
  readonly missing?: boolean;
  readonly imitated?: boolean;
  readonly failing?: boolean;
}

class Bench {
  nowMs = 1000;
  /** The clock that is shown goes in steps of this; 0 for none. */
  tickMs = 0;
  readonly opened: DeviceId[] = [];
  readonly disposed: DeviceId[] = [];
  openingMs = 0;
  /** Longest call of `train`, in milliseconds. */
  longestMs = 0;
  private readonly probe: Benchmark;

  constructor(
    private readonly speeds: Record<DeviceId, Speed>,
    rehearsal: Rehearsal,
    known: Timings | null = null,
  ) {
    const ports = {
      open: (id: DeviceId) => this.open(id),
      nowMs: () => this.shownMs(),
      isGpuImitated: () => this.isImitated(),
    };
    this.probe = new Benchmark(rehearsal, ports, known);
  }

  /** Steps until it is done or waits for shaders. */
  async run(): Promise<ProbeProgress> {
    for (let slices = 0; slices < 500; slices++) {
      const progress = await this.probe.step();
      if (progress === 'compiling' || progress === 'done') return progress;
    }
    throw new Error('the probe does not end');
  }

  step = () => this.probe.step();
  take = (id: DeviceId) => this.probe.take(id);
  dispose = () => this.probe.dispose();

  get timings(): Timings {
    return this.probe.timings;
  }

  private isImitated(): boolean {
    const { imitated, missing } = this.speeds.webgl;
    if (missing) throw new DeviceLostError('webgl', 'unavailable');
    return imitated ?? false;
  }

  private shownMs(): number {
    return this.tickMs > 0 ? Math.floor(this.nowMs / this.tickMs) * this.tickMs : this.nowMs;
  }

  private open(id: DeviceId): PreparingDevice {
    const speed = this.speeds[id];
    if (speed.missing) throw new DeviceLostError(id, 'unavailable');
    this.opened.push(id);
    this.nowMs += speed.open ?? 0;
    this.openingMs += speed.open ?? 0;
    let first = speed.first ?? 0;
    const unused = () => Promise.reject(new Error('a probe reads nothing'));
    return {
      id,
      train: async ({ starts, ends }) => {
        if (speed.failing) throw new DeviceLostError(id, 'contextLost');
        const points = ends.reduce((sum, end, k) => sum + end - starts[k]!, 0);
        const tookMs =
          (speed.call ?? 0) + first + ends.length * (speed.update ?? 0) + points * (speed.point ?? 0);
        first = 0;
        this.nowMs += tookMs;
        this.longestMs = Math.max(this.longestMs, tookMs);
      },
      write: async () => {},
      evaluate: unused,
      logits: unused,
      read: unused,
      dispose: () => void this.disposed.push(id),
      ...(speed.readyAt === undefined ? {} : { ready: () => this.nowMs >= (speed.readyAt ?? 0) }),
    } satisfies Device & PreparingDevice;
  }
}

const quick = { update: 0.1 };
const small = rehearsalOf(jobOf(100), 10);

function updateMs({ timings }: Bench, id: DeviceId): number {
  const timing = timings[id];
  if (!timing || 'missing' in timing) throw new Error(`${id} has no figure`);
  return timing.updateMs;
}

describe('a probe', () => {
  it('finds the time of an update on each device, and the fastest', async () => {
    const bench = new Bench(
      { wasm: { update: 0.5 }, webgl: { update: 0.2, first: 9 }, reference: { update: 2 } },
      small,
    );
    expect(await bench.run()).toBe('done');
    expect(updateMs(bench, 'wasm')).toBeCloseTo(0.5);
    expect(updateMs(bench, 'webgl')).toBeCloseTo(0.2);
    expect(updateMs(bench, 'reference')).toBeCloseTo(2);
    expect(fastest(bench.timings)).toBe('webgl');
  });

  it('tells fast devices apart with a clock that ticks in milliseconds', async () => {
    const bench = new Bench(
      { wasm: { update: 0.05 }, webgl: { update: 0.2 }, reference: { update: 1 } },
      small,
    );
    bench.tickMs = 1;
    await bench.run();
    expect(updateMs(bench, 'webgl') / updateMs(bench, 'wasm')).toBeGreaterThan(2);
  });

  it.each<[string, Record<DeviceId, Speed>, string[]]>([
    ['quick ones', { wasm: quick, webgl: quick, reference: quick }, ['0.10', '0.10', '0.10']],
    [
      'slow ones',
      { wasm: { update: 20 }, webgl: { update: 20 }, reference: { update: 20 } },
      ['20.00', '20.00', '20.00'],
    ],
    [
      'a slow first update',
      { wasm: quick, webgl: { update: 0.1, first: 60 }, reference: { update: 5 } },
      ['0.10', '0.10', '5.00'],
    ],
    [
      'slow calls',
      { wasm: { call: 7 }, webgl: { call: 7, open: 20 }, reference: { call: 7 } },
      ['7.00', '7.00', '7.00'],
    ],
    [
      'devices that time has no power over',
      { wasm: {}, webgl: {}, reference: {} },
      ['tooSlow', 'tooSlow', 'tooSlow'],
    ],
  ])(
    'of %s takes 150 ms at most, apart from opening and the update it is in, and has a figure of each',
    async (_, speeds, figures) => {
      const bench = new Bench(speeds, small);
      const startMs = bench.nowMs;
      await bench.run();
      expect(bench.nowMs - startMs).toBeLessThanOrEqual(150 + bench.longestMs + bench.openingMs);
      const found = (['wasm', 'webgl', 'reference'] as const).map((id) => {
        const timing = bench.timings[id];
        return timing && 'missing' in timing ? timing.missing : timing?.updateMs.toFixed(2);
      });
      expect(found).toEqual(figures);
    },
  );

  it('cuts batches short that would take too long, and scales their time up', async () => {
    const large = rehearsalOf(jobOf(100_000, [128, 128]), 100_000);
    const bench = new Bench(
      { wasm: { point: 0.005 }, webgl: { point: 0.001 }, reference: { point: 0.5 } },
      large,
    );
    const startMs = bench.nowMs;
    expect(await bench.run()).toBe('done');
    expect(bench.nowMs - startMs).toBeLessThan(170);
    expect(bench.longestMs).toBeLessThan(20);
    expect(updateMs(bench, 'wasm')).toBeCloseTo(500);
    expect(updateMs(bench, 'webgl')).toBeCloseTo(100);
    expect(updateMs(bench, 'reference')).toBeCloseTo(50_000);
  });

  it('does not even open a GPU for what is over before it could begin', async () => {
    const bench = new Bench({ wasm: { update: 0.01 }, webgl: quick, reference: quick }, small);
    await bench.run();
    expect(bench.opened).toEqual(['wasm', 'reference']);
    expect(bench.timings.webgl).toEqual({ missing: 'tooSmall' });
  });

  it('does not open a GPU that is only the processor again, unless there is no WASM', async () => {
    const webgl = { update: 0.01, imitated: true };
    const bench = new Bench({ wasm: quick, webgl, reference: quick }, small);
    await bench.run();
    expect(bench.opened).toEqual(['wasm', 'reference']);
    expect(bench.timings.webgl).toEqual({ missing: 'imitated' });
    const without = new Bench({ wasm: { missing: true }, webgl, reference: quick }, small);
    await without.run();
    expect(fastest(without.timings)).toBe('webgl');
  });

  it('says of a device that cannot be had, fails or is too slow, which it is', async () => {
    const bench = new Bench(
      { wasm: { missing: true }, webgl: { failing: true }, reference: { first: 60 } },
      small,
    );
    await bench.run();
    expect(bench.timings).toEqual({
      wasm: { missing: 'unavailable' },
      webgl: { missing: 'unavailable' },
      reference: { missing: 'tooSlow' },
    });
    expect(bench.disposed).toEqual(['webgl']);
    expect(fastest(bench.timings)).toBeNull();
  });

  it('leaves out a device for which no time is left', async () => {
    const bench = new Bench({ wasm: { update: 0.1, first: 200 }, webgl: quick, reference: quick }, small);
    await bench.run();
    expect(bench.timings).toEqual({
      wasm: { missing: 'tooSlow' },
      webgl: { missing: 'noTime' },
      reference: { missing: 'noTime' },
    });
  });

  it('does not wait for shaders, and times their device once they are compiled', async () => {
    const bench = new Bench({ wasm: quick, webgl: { update: 0.05, readyAt: 3000 }, reference: quick }, small);
    expect(await bench.run()).toBe('compiling');
    expect(bench.timings.webgl).toEqual({ missing: 'compiling' });
    expect(updateMs(bench, 'reference')).toBeCloseTo(0.1);
    expect(await bench.run()).toBe('compiling');
    bench.nowMs = 3000;
    expect(await bench.run()).toBe('done');
    expect(updateMs(bench, 'webgl')).toBeCloseTo(0.05);
  });

  it('hands out the device that it opened, and disposes of the others', async () => {
    const bench = new Bench({ wasm: quick, webgl: { update: 0.02 }, reference: quick }, small);
    await bench.run();
    expect(bench.take('webgl')?.id).toBe('webgl');
    bench.dispose();
    expect(bench.disposed.sort()).toEqual(['reference', 'wasm']);
  });

  it('that is broken off leaves nothing open', async () => {
    const bench = new Bench({ wasm: quick, webgl: quick, reference: quick }, small);
    for (let slices = 0; slices < 3; slices++) await bench.step();
    bench.dispose();
    expect(bench.disposed).toEqual(bench.opened);
  });

  it('of what is known already only prepares the fastest device', async () => {
    const known: Timings = { wasm: { updateMs: 1 }, webgl: { updateMs: 0.1 } };
    const bench = new Bench({ wasm: quick, webgl: { readyAt: 2000 }, reference: quick }, small, known);
    expect(await bench.run()).toBe('compiling');
    bench.nowMs = 2000;
    expect(await bench.run()).toBe('done');
    expect(bench.opened).toEqual(['webgl']);
    expect(bench.longestMs).toBe(0);
    expect(bench.take('webgl')).not.toBeNull();
  });
});

describe('the fastest device', () => {
  it.each<[string, number, number, DeviceId]>([
    ['stays the first where another gains little', 1, 0.9, 'wasm'],
    ['is another where that gains much', 1, 0.8, 'webgl'],
  ])('%s', (_, wasm, webgl, wanted) => {
    expect(fastest({ wasm: { updateMs: wasm }, webgl: { updateMs: webgl } })).toBe(wanted);
  });

  it('is told to the page in epochs per second', () => {
    const timings: Timings = { wasm: { updateMs: 0.5 }, webgl: { missing: 'tooSmall' } };
    expect(speedsOf(timings, 20)).toEqual({ best: 'wasm', of: { wasm: 100, webgl: 'tooSmall' } });
  });
});

describe('the size class', () => {
  const classOf = (points: number, hidden: readonly number[], batch: number) =>
    sizeClass(jobOf(points, hidden), batch);

  it('is the same for a little more and another for a lot more of anything', () => {
    const usual = classOf(400, [8, 8], 32);
    expect(classOf(410, [8, 8], 32)).toBe(usual);
    expect(classOf(400, [8, 7], 32)).toBe(usual);
    expect(classOf(400, [8, 8], 34)).toBe(usual);
    const others = [
      classOf(1600, [8, 8], 32),
      classOf(400, [32, 32], 32),
      classOf(400, [8, 8], 400),
      classOf(400, [8, 8, 8], 32),
    ];
    expect(new Set([usual, ...others]).size).toBe(5);
  });
});
