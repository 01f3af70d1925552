/**
 * Times every device on the present job, each on a separate device, so that the waiting run is never touched. Works in slices of a
 * few milliseconds; its caller decides when a slice is due and tells the time.
 */

import type { UpdateSettings, Updates } from './device';
import { type Device, type DeviceId, type DeviceJob, DeviceLostError, type DeviceState } from './device';
import { firstPoints, Stretches } from './stretches';
import { fastest, type Timing, type Timings, updateMsOf } from './timings';

/** What is timed: the coming updates of a run, from a copy of its state. */
export interface Rehearsal {
  readonly job: DeviceJob;
  readonly tuning: UpdateSettings;
  readonly state: DeviceState;
  /** Points of a full batch. */
  readonly batchPoints: number;
  /** The next `count` updates; each call goes on where the one before ended. */
  readonly next: (count: number) => Updates;
}

/** A device that can prepare itself in the background for batches of `points`; `ready` answers whether it trains without a wait. */
export type PreparingDevice = Device & {
  prepare?(tuning: UpdateSettings, points: number): void;
  ready?(): boolean;
};

export interface ProbePorts {
  /** Throws DeviceLostError where the device cannot be had. */
  open(id: DeviceId): PreparingDevice;
  /** Whether WebGL is done by the processor. Throws DeviceLostError where there is none. */
  isGpuImitated(): boolean;
  nowMs(): number;
}

/** `warming`, `compiling`: nothing to do until WASM is fast or the shaders are ready. */
export type ProbeProgress = 'more' | 'warming' | 'compiling' | 'done';
type Slices = AsyncGenerator<Exclude<ProbeProgress, 'done'>, void, void>;

/** For all devices and slices together. Opening them is no part of it: a GPU takes long for it, but only once. */
const budgetMs = 150;
/** What a draw is assumed to take on a GPU, of which an update needs more than one; no real one was measured. */
const drawMs = 0.02;

/** Browsers compile a kernel a second time, for speed, some time after it has begun to run, and compile shaders beside everything else. */
async function* waits<State>(state: State): AsyncGenerator<State, void, void> {
  for (let wait = 0; wait < 2; wait++) yield state;
}

export class Benchmark {
  private readonly found: Partial<Record<DeviceId, Timing>> = {};
  private readonly opened = new Map<DeviceId, PreparingDevice>();
  private readonly stretches = new Map<DeviceId, Stretches>();
  private readonly slices: Slices;
  private spentMs = 0;
  private sliceStartMs = 0;

  /** With `known`, times nothing and only prepares the fastest device. */
  constructor(
    private readonly rehearsal: Rehearsal,
    private readonly ports: ProbePorts,
    known: Timings | null = null,
  ) {
    this.slices = known ? this.prepare(known) : this.timeAll();
  }

  get timings(): Timings {
    return this.found;
  }

  /** Does one slice. */
  async step(): Promise<ProbeProgress> {
    this.sliceStartMs = this.ports.nowMs();
    const { done, value } = await this.slices.next();
    this.spentMs += this.ports.nowMs() - this.sliceStartMs;
    return done ? 'done' : value;
  }

  /** Hands out a device that was opened; it is the caller's from then on. */
  take(id: DeviceId): Device | null {
    const device = this.opened.get(id) ?? null;
    this.opened.delete(id);
    return device;
  }

  /** Between slices only. */
  dispose(): void {
    for (const device of this.opened.values()) device.dispose();
    this.opened.clear();
  }

  private leftMs(): number {
    return budgetMs - this.spentMs - (this.ports.nowMs() - this.sliceStartMs);
  }

  private async *timeAll(): Slices {
    if (await this.open('wasm')) {
      yield 'more';
      yield* this.time('wasm', 1 / 4);
      yield* waits('warming');
      yield* this.time('wasm', 1 / 3);
    }
    const hasGpu = yield* this.openGpu();
    if (await this.open('reference')) {
      yield 'more';
      yield* this.time('reference', hasGpu ? 1 / 3 : 1);
    }
    if (!hasGpu) return;
    this.found.webgl = { missing: 'compiling' };
    // Not every browser tells when it is ready, and one that does not compiles in the background all the same.
    yield* waits('warming');
    while (!this.isReady('webgl')) yield 'compiling';
    yield* this.time('webgl', 1);
  }

  private async *prepare(known: Timings): Slices {
    Object.assign(this.found, known);
    const best = fastest(known);
    if (!best || !(await this.open(best))) return;
    while (!this.isReady(best)) yield 'compiling';
  }

  /** Opens the GPU, unless there is a reason to do without it. */
  private async *openGpu(): AsyncGenerator<'more', boolean, void> {
    const wasmMs = updateMsOf(this.found.wasm);
    if (wasmMs !== null && wasmMs < drawMs) this.found.webgl = { missing: 'tooSmall' };
    else if (wasmMs !== null && (await this.isGpuImitated())) this.found.webgl = { missing: 'imitated' };
    yield 'more';
    return !this.found.webgl && this.open('webgl');
  }

  private async isGpuImitated(): Promise<boolean> {
    let imitated = false;
    await this.opening('webgl', () => {
      imitated = this.ports.isGpuImitated();
    });
    return imitated;
  }

  private isReady(id: DeviceId): boolean {
    return this.opened.get(id)?.ready?.() ?? true;
  }

  private open(id: DeviceId): Promise<boolean> {
    return this.opening(id, async () => {
      const device = this.ports.open(id);
      this.opened.set(id, device);
      const { job, tuning, batchPoints, state } = this.rehearsal;
      const lastBatch = job.points % batchPoints || batchPoints;
      for (const points of [batchPoints, lastBatch, firstPoints(job, batchPoints)]) {
        device.prepare?.(tuning, points);
      }
      await device.write(state);
    });
  }

  /** Uses up to a share of the time that is left. */
  private async *time(id: DeviceId, share: number): Slices {
    const device = this.opened.get(id);
    if (!device) return;
    const { job, batchPoints, tuning, next } = this.rehearsal;
    const stretches = this.stretches.get(id) ?? new Stretches(job, batchPoints);
    this.stretches.set(id, stretches);
    stretches.look(this.leftMs() * share);
    while (!stretches.done) {
      const went = await this.attempt(id, async () => {
        const startMs = this.ports.nowMs();
        await device.train(stretches.take(next), tuning);
        stretches.took(this.ports.nowMs() - startMs);
      });
      if (!went) return;
      yield 'more';
    }
    this.found[id] = stretches.timing();
  }

  private async opening(id: DeviceId, work: () => void | Promise<void>): Promise<boolean> {
    const startMs = this.ports.nowMs();
    const went = await this.attempt(id, work);
    this.spentMs -= this.ports.nowMs() - startMs;
    return went;
  }

  /** A device that fails is not available, and the others have their turn. */
  private async attempt(id: DeviceId, work: () => void | Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.found[id] = { missing: 'unavailable' };
      this.take(id)?.dispose();
      if (!(error instanceof DeviceLostError)) console.error(error);
      return false;
    }
  }
}
