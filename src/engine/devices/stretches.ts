/**
 * How long the next stretch of updates on one device is, and what its time means. Stretches grow until a clock that ticks in
 * milliseconds can tell them apart; batches that would take too long are cut short and their time is scaled up.
 */
import type { DeviceJob, Updates } from './device';
import { multiplyAdds, type Timing } from './timings';

/** Long enough for any clock, short enough not to be felt. */
const stretchMs = 4;
const mostUpdates = 1 << 16;
/** Most multiply-adds of a first update, so that it is short on a slow device, too. */
const firstMultiplyAdds = 1e5;
/** When the two fastest of three or more stretches differ by less than this, they are believed. */
const tolerance = 0.05;
const mostStretches = 6;

/** Points of the batch of a first update; the rest of a larger one is left out. */
export function firstPoints(job: DeviceJob, batchPoints: number): number {
  return Math.min(batchPoints, Math.max(1, Math.floor(firstMultiplyAdds / multiplyAdds(job))));
}

export class Stretches {
  done = true;
  private warm = false;
  private count = 1;
  /** Points of a batch that are used. */
  private points: number;
  private shareMs = 0;
  private leftMs = 0;
  /** Milliseconds an update, of the stretches that were long enough. */
  private readonly times: number[] = [];
  private roughMs: number | null = null;
  /** Of this look. */
  private recorded = 0;

  /** `batchPoints` are the points of a full batch. */
  constructor(
    job: DeviceJob,
    private readonly batchPoints: number,
  ) {
    this.points = firstPoints(job, batchPoints);
  }

  /** Starts measuring, or measures again, for at most this time; not at all without time left. */
  look(shareMs: number): void {
    this.shareMs = shareMs;
    this.leftMs = shareMs;
    this.recorded = 0;
    this.done = shareMs <= 0;
  }

  /** The updates of the next stretch; `next` answers whole ones. */
  take(next: (count: number) => Updates): Updates {
    const updates = next(this.count);
    const { starts, ends } = updates;
    if (this.points >= this.batchPoints) return updates;
    return { ...updates, ends: ends.map((end, k) => Math.min(end, starts[k]! + this.points)) };
  }

  took(ms: number): void {
    this.leftMs -= ms;
    // The first update uploads the points and may link the shaders: it says nothing of the speed.
    if (this.warm) this.judge(ms);
    this.warm = true;
    if (this.leftMs <= 0) this.done = true;
  }

  timing(): Timing {
    const updateMs = this.times.length > 0 ? Math.min(...this.times) : this.roughMs;
    if (updateMs) return { updateMs };
    return { missing: this.warm ? 'tooSlow' : 'noTime' };
  }

  private judge(ms: number): void {
    const { batchPoints, shareMs } = this;
    this.roughMs = (ms / this.count) * (batchPoints / this.points);
    // An eighth of the share leaves room for enough stretches of the same length.
    if (this.points < batchPoints && ms < shareMs / 16) {
      this.points = Math.min(batchPoints, Math.ceil(this.points * growth(shareMs / 8, ms)));
    } else if (this.points === batchPoints && ms < stretchMs / 2 && this.count < mostUpdates) {
      this.count = Math.min(mostUpdates, Math.ceil(this.count * growth(stretchMs, ms)));
    } else {
      this.times.push(this.roughMs);
      this.recorded += 1;
      this.done = this.isSettled();
    }
  }

  private isSettled(): boolean {
    const [first, second] = [...this.times].sort((a, b) => a - b);
    const agree = this.times.length > 2 && second! - first! <= tolerance * first!;
    return agree || this.recorded >= mostStretches;
  }
}

/** How many times longer the next stretch may be than one of `ms`. */
function growth(wantedMs: number, ms: number): number {
  return Math.min(8, Math.max(1.5, wantedMs / Math.max(ms, 1e-3)));
}
