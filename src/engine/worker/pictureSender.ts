/**
 * Takes pictures of the run and posts them, with the timeline: moving ones while it trains, each when the page has drawn the one
 * before, and still ones where it rests. What it posts says which command was the last to be done.
 */
import type { Speed } from '../training/film';
import type { MapSizes } from '../training/maps';
import type { Watch } from '../training/snapshot';
import type { FilmEnd } from '../training/stopRules';
import type { ActiveRun } from './activeRun';
import { EpochMeter, type Pace, stillSizesOn } from './pace';
import type { SessionPorts } from './sessionPorts';

/** Least time between two timelines, the lists of checkpoints. */
const timelineMs = 250;
/** Columns of the maps of units while one of them fills the plane. */
const fineUnits = 64;

/** Least time between examinations of the layers while training goes on; one takes longer than a picture. */
const examinationMs = 400;

export class PictureSender {
  watch: Watch = { fineUnits: false, hiddenLayer: null };
  /** The page has drawn the last picture. */
  isAcknowledged = true;
  /** Number of the last command that was done. */
  command = 0;
  readonly examinations = new Examinations();
  private readonly meter = new EpochMeter();
  private timelineAt = -Infinity;

  constructor(private readonly ports: SessionPorts) {}

  /** Time that passes without training does not count for the epochs a second. */
  restartMeter(): void {
    this.meter.reset();
  }

  /** A film shows every turn of its training, unless the device does not keep up with it. */
  isDue(speed: Speed, pace: Pace): boolean {
    if (!this.isAcknowledged) return false;
    const isShownWhole = speed.kind !== 'once' && !pace.isBehind;
    return isShownWhole || pace.pictureIsDue(this.ports.nowMs());
  }

  /** Posts a picture of a run that trains; answers why it cannot go on, if it cannot. */
  async sendMoving(run: ActiveRun, speed: Speed, pace: Pace): Promise<FilmEnd | null> {
    const { ports } = this;
    const start = ports.nowMs();
    const examine = this.examinations.isDue(start);
    const { snapshot, diverged } = await this.take(run, pace.sizes(), examine);
    if (examine) this.examinations.made(ports.nowMs());
    else pace.pictured(start, ports.nowMs());
    if (diverged) return 'diverged';
    const settled = run.film.see(snapshot, ports.nowMs());
    const epochsPerSecond = this.meter.mark(ports.nowMs(), snapshot.progress);
    this.isAcknowledged = false;
    this.post(run, { ...snapshot, epochsPerSecond, settled });
    if (speed.kind === 'normal' && run.film.hasEnded) return 'settled';
    if (ports.nowMs() - this.timelineAt >= timelineMs) this.sendTimeline(run);
    return null;
  }

  /** Posts where the run stands, finely, and why it stopped if it did; answers whether the run has diverged. */
  async sendStill(run: ActiveRun, halt: FilmEnd | null): Promise<boolean> {
    const { trainer, experiment } = run;
    const sizes = stillSizesOn(trainer.deviceId, trainer.network.parameterCount, experiment.data.inputs);
    const { snapshot, diverged } = await this.take(run, sizes, true);
    // Sent before the picture, so that the page does not take a checkpoint that is shown again for a new row.
    this.sendTimeline(run);
    const settled = run.film.see(snapshot, null);
    this.post(run, { ...snapshot, epochsPerSecond: null, settled });
    const reason = diverged ? 'diverged' : halt;
    const { epoch } = snapshot;
    if (reason) this.ports.post({ type: 'halted', runId: run.id, command: this.command, reason, epoch });
    return diverged;
  }

  private take(
    { trainer }: ActiveRun,
    sizes: MapSizes,
    examine: boolean,
  ): ReturnType<typeof trainer.snapshot> {
    const units = this.watch.fineUnits ? Math.max(sizes.units, fineUnits) : sizes.units;
    return trainer.snapshot({ ...sizes, units }, { hiddenLayer: this.watch.hiddenLayer, examine });
  }

  private post(
    { id }: ActiveRun,
    snapshot: Awaited<ReturnType<PictureSender['take']>>['snapshot'] & {
      readonly epochsPerSecond: number | null;
      readonly settled: boolean;
    },
  ): void {
    this.ports.post({ type: 'snapshot', snapshot: { ...snapshot, runId: id, command: this.command } });
  }

  private sendTimeline({ id, trainer: { timeline } }: ActiveRun): void {
    this.timelineAt = this.ports.nowMs();
    this.ports.post({ type: 'timeline', runId: id, command: this.command, timeline });
  }
}

/** When the layers are examined while training goes on. Times are in milliseconds. */
class Examinations {
  private at = Number.NEGATIVE_INFINITY;
  private hasWatched = false;

  isDue(nowMs: number): boolean {
    return nowMs - this.at >= examinationMs;
  }

  /** Whether the next update is to be watched: one before each examination is, so that the picture can tell of it. */
  watchesNext(nowMs: number): boolean {
    const watches = !this.hasWatched && this.isDue(nowMs);
    if (watches) this.hasWatched = true;
    return watches;
  }

  made(nowMs: number): void {
    this.at = nowMs;
    this.hasWatched = false;
  }
}
