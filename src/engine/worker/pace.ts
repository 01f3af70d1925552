/**
 * The size of a turn: updates in it, when the next picture is due, and how fine it may be. Times are in
 * milliseconds and come in as arguments.
 */
import type { DeviceId } from '../devices/device';
import type { MapSizes } from '../training/maps';

/** Length of an uninterrupted stretch of training: short enough that Pause feels immediate. */
const turnMs = 12;
/** Longest gap that a limited speed makes up for, so that a page that was hidden or busy misses no picture. */
const longestGapMs = 100;
/** A picture may take about this long; coarser grids are used when it takes longer. */
const pictureMs = 10;
/** Share of the time that pictures may take. */
const pictureShare = 0.35;

const outputColumns = [32, 48, 64, 96, 128] as const;

/** The grids of a picture that stays: paused, stepped or finished. */
export const stillSizes: Record<1 | 2, MapSizes> = {
  1: { outputs: 256, units: 64 },
  2: { outputs: 128, units: 32 },
};

/** Products of a weight and a cell of the grid that a still picture on the CPU may take: about two seconds. */
const mostStillProducts = 5e8;

/** The grids of a picture that stays, coarser where the slow device would be at a large network for a minute. */
export function stillSizesOn(device: DeviceId, parameters: number, inputs: 1 | 2): MapSizes {
  const { outputs, units } = stillSizes[inputs];
  if (device !== 'reference' || inputs === 1) return { outputs, units };
  const most = Math.sqrt(mostStillProducts / parameters);
  const fits = (columns: number) => [columns, ...outputColumns.toReversed()].find((of) => of <= most);
  return { outputs: fits(outputs) ?? outputColumns[0], units: Math.min(units, fits(units) ?? 20) };
}

export class Pace {
  private updatesPerMs = 0.1;
  private fineness = 2;
  private pictureCost = 0;
  private lastPictureAt = -Infinity;
  /** Updates owed at a limited speed, fractions included. */
  private owed = 0;
  private lastTurnAt: number | null = null;

  constructor(private readonly inputs: 1 | 2) {}

  /** Updates for the next turn, `most` at most; 0 when a limited speed owes none yet. */
  updates(nowMs: number, updatesPerSecond: number | null, most = Number.POSITIVE_INFINITY): number {
    const room = Math.min(most, Math.max(1, Math.round(this.updatesPerMs * turnMs)));
    if (updatesPerSecond === null) {
      this.resume();
      return room;
    }
    const elapsed = this.lastTurnAt === null ? 0 : Math.min(nowMs - this.lastTurnAt, longestGapMs);
    // A slow device does not collect debts without end: at most a turn or two are made up for.
    this.owed = Math.min(
      this.owed + (elapsed * updatesPerSecond) / 1000,
      Math.max(1, 2 * this.updatesPerMs * turnMs),
    );
    this.lastTurnAt = nowMs;
    // A sum of many fractions falls short of a whole update by less than a clock can tell.
    const due = Math.min(Math.floor(this.owed + 1e-6), room);
    this.owed -= due;
    return due;
  }

  /** Whether a limited speed owes an update already: the device does not keep up, or the turn was too short. */
  get isBehind(): boolean {
    return this.owed >= 1;
  }

  /** Time until now, paused or at full speed, leaves a limited speed nothing to make up for. */
  resume(): void {
    this.owed = 0;
    this.lastTurnAt = null;
  }

  /** Until a limited speed owes the next update. */
  waitMs(updatesPerSecond: number): number {
    return Math.max(0, ((1 - this.owed) * 1000) / updatesPerSecond);
  }

  trained(updates: number, tookMs: number): void {
    const measured = updates / Math.max(tookMs, 0.05);
    // At most doubled at once: the first turn may have been fast by chance.
    this.updatesPerMs = Math.min(measured, 2 * this.updatesPerMs);
  }

  pictureIsDue(nowMs: number): boolean {
    return nowMs - this.lastPictureAt >= this.pictureCost / pictureShare;
  }

  sizes(): MapSizes {
    if (this.inputs === 1) return stillSizes[1];
    return { outputs: outputColumns[this.fineness] as number, units: this.fineness > 1 ? 32 : 20 };
  }

  pictured(startMs: number, endMs: number): void {
    this.pictureCost = endMs - startMs;
    this.lastPictureAt = endMs;
    if (this.pictureCost > 2 * pictureMs) this.fineness = Math.max(0, this.fineness - 1);
    else if (this.pictureCost < pictureMs / 2)
      this.fineness = Math.min(outputColumns.length - 1, this.fineness + 1);
  }
}

/** Epochs per second over the last second or so. */
export class EpochMeter {
  private readonly marks: { atMs: number; epochs: number }[] = [];

  /** `epochs` counts parts of an epoch too. Answers null until there is something to compare. */
  mark(atMs: number, epochs: number): number | null {
    this.marks.push({ atMs, epochs });
    while (this.marks.length > 2 && atMs - (this.marks[0]?.atMs ?? atMs) > 1500) this.marks.shift();
    const first = this.marks[0] as { atMs: number; epochs: number };
    const elapsed = atMs - first.atMs;
    return elapsed < 100 ? null : ((epochs - first.epochs) * 1000) / elapsed;
  }

  reset(): void {
    this.marks.length = 0;
  }
}
