/**
 * What the worker does with its messages: keeps one trainer, trains in short turns while playing, looks up for messages between
 * turns, and sends a picture whenever the page has drawn the one before. Clock, waiting and posting come in from outside.
 */
import { type DeviceChoice, openDevice } from '../devices/createDevice';
import { isGpuImitated } from '../devices/softwareGpu';
import type { Experiment } from '../experiment';
import type { Fallback } from '../training/failoverDevice';
import type { Speed } from '../training/film';
import { FilmWatch } from '../training/filmWatch';
import type { WeightChange } from '../training/snapshot';
import { stepContext } from '../training/stepContext';
import type { FilmEnd } from '../training/stopRules';
import { Trainer } from '../training/trainer';
import { DeviceChooser } from './deviceChooser';
import { Examinations } from './examinations';
import { EpochMeter, Pace, stillSizes } from './pace';
import { Pictures } from './pictures';
import type { ToWorker } from './protocol';
import type { SessionPorts } from './sessionPorts';
import { runSteps, type Steps } from './steps';
import { SurfaceWork } from './surfaceWork';
import { Visits } from './visits';

type Configure = Extract<ToWorker, { type: 'configure' }>;

/** Longest sleep at a limited speed: a message must not wait for the next update. */
const longestSleepMs = 50;

/** The page is told so often which moments it can go back to. */
const timelineMs = 250;

/** A turn of this length says how fast the device is, even to a clock that ticks in milliseconds. */
const tellingMs = 6;

export class Session {
  private trainer: Trainer | null = null;
  private experiment: Experiment | null = null;
  private runId = -1;
  private playing = false;
  private speed: Speed = { kind: 'normal' };
  private film: FilmWatch | null = null;
  private acknowledged = true;
  /** Work that messages ask for, in order; a new configuration drops what is left for the old one. */
  private queue: (() => Promise<void>)[] = [];
  private configuration: Configure | null = null;
  private pace = new Pace(2);
  private readonly meter = new EpochMeter();
  private working = false;
  private waking = false;
  private readonly chooser: DeviceChooser;
  private readonly surfaces: SurfaceWork;
  /** Training and the choice of a device take turns. */
  private trainsNext = true;
  private readonly pictures = new Pictures();
  private readonly examinations = new Examinations();
  private readonly visits = new Visits();
  private timelineAt = -Infinity;

  constructor(private readonly ports: SessionPorts) {
    this.chooser = new DeviceChooser({
      nowMs: () => ports.nowMs(),
      open: openDevice,
      isGpuImitated,
      show: (speeds) => ports.post({ type: 'speeds', speeds }),
    });
    this.surfaces = new SurfaceWork(ports, (news) => ports.post({ ...news, runId: this.runId }));
  }

  /** What concerns the next turn takes effect at once; what concerns the run waits for its turn. */
  receive(message: ToWorker): void {
    // What is watched outlives the run, and the queue that a new one drops.
    if (message.type === 'watch') this.pictures.watch = message.watch;
    if (message.type === 'configure') {
      this.configuration = message;
      this.queue = [];
      this.visits.begin(message.visits);
    } else if (message.type === 'acknowledge') {
      this.acknowledged = true;
      this.chooser.pictureSeen();
    } else if (message.type === 'surface') this.surfaces.ask(message.question);
    else if (message.type === 'speed') this.speed = message.speed;
    else if (message.type !== 'visit' || this.visits.ask(message))
      this.queue.push(() => this.answer(message));
    void this.work();
  }

  private answer(
    message: Exclude<ToWorker, { type: 'configure' | 'acknowledge' | 'surface' | 'speed' }>,
  ): Promise<void> {
    switch (message.type) {
      case 'retune':
        return this.retune(message.runId, message.experiment);
      case 'device':
        return this.moveTo(message.device);
      case 'step':
        return this.step({ times: 1, ...message });
      case 'weights':
        return this.setWeights(message.runId, message.changes);
      case 'visit':
        return this.visit(message.runId);
      case 'moment':
        return this.tellMoment(message.runId);
      case 'watch':
        return this.refresh();
      case 'play':
        return this.play();
      case 'pause':
        return this.rest();
    }
  }

  private async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    // Asked without waiting in between, so that no message falls between the last turn and the end of work.
    while (this.hasWork()) {
      try {
        await this.turn();
      } catch (error) {
        this.playing = false;
        this.ports.post({ type: 'failed', runId: this.runId, message: String(error) });
      }
      await this.ports.pause(0);
    }
    this.working = false;
    void this.wakeForChoice();
  }

  /** At rest there is no next turn that would look for it. */
  private async wakeForChoice(): Promise<void> {
    const waitMs = this.chooser.waitMs();
    if (waitMs === null || this.waking) return;
    this.waking = true;
    await this.ports.pause(waitMs);
    this.waking = false;
    await this.work();
  }

  private hasWork(): boolean {
    if (this.configuration !== null || this.queue.length > 0) return true;
    if (this.surfaces.isDue(this.trainer, this.experiment, this.playing)) return true;
    return this.trainer !== null && ((this.playing && !this.waitsForPage) || this.chooser.waitMs() === 0);
  }

  /**
   * A film shows what it trains: the next updates wait until the page has drawn the last ones. Where the device is slower than the
   * film wants, no time is lost that way.
   */
  private get waitsForPage(): boolean {
    return this.speed.kind !== 'once' && !this.acknowledged && !this.pace.isBehind;
  }

  /** Does the next thing. */
  private async turn(): Promise<void> {
    const { configuration } = this;
    if (configuration) {
      this.configuration = null;
      await this.configure(configuration);
      return;
    }
    const next = this.queue.shift();
    if (next) await next();
    else if (this.trainer) await this.trainOrChoose(this.trainer);
  }

  private async trainOrChoose(trainer: Trainer): Promise<void> {
    if (await this.surfaces.takeTurn(trainer, this.experiment, this.playing)) return;
    if (this.playing && !this.waitsForPage && (this.trainsNext || this.chooser.waitMs() !== 0)) {
      this.trainsNext = false;
      await this.trainForAWhile(trainer);
      return;
    }
    this.trainsNext = true;
    const faster = await this.chooser.step();
    if (!faster || !(await trainer.adopt(faster))) return;
    this.startPace();
    await this.refresh();
  }

  private async configure({ experiment, runId, device, playing, resume }: Configure): Promise<void> {
    this.chooser.leave();
    this.surfaces.leave();
    this.trainer?.dispose();
    this.trainer = null;
    this.film = null;
    this.runId = runId;
    this.experiment = experiment;
    // Nobody draws a picture of the old run any more.
    this.acknowledged = true;
    this.startPace();
    this.trainer = await Trainer.create(experiment, {
      device,
      resume,
      onFallback: (fallback) => this.fallBack(fallback),
    });
    this.film = new FilmWatch(experiment, this.trainer);
    this.playing = playing;
    this.chooser.follow(this.trainer, device === 'auto');
    await this.showStill();
  }

  private async retune(runId: number, experiment: Experiment): Promise<void> {
    if (runId !== this.runId) return;
    this.experiment = experiment;
    await this.trainer?.retune(experiment);
    await this.refresh();
  }

  private async setWeights(runId: number, changes: readonly WeightChange[]): Promise<void> {
    if (runId !== this.runId) return;
    await this.trainer?.setWeights(changes);
    this.film?.begin();
    await this.refresh();
  }

  /** A playing run shows itself. */
  private async refresh(): Promise<void> {
    if (!this.playing) await this.showStill();
  }

  private async visit(runId: number): Promise<void> {
    const epoch = this.visits.take();
    if (runId !== this.runId || !this.trainer || epoch === null) return;
    this.playing = false;
    await this.trainer.visit(epoch);
    this.film?.jump();
    await this.showStill();
  }

  private async tellMoment(runId: number): Promise<void> {
    const { trainer, experiment } = this;
    if (runId !== this.runId || !trainer || !experiment) return;
    const moment = stepContext(trainer, experiment.training, await trainer.readState());
    this.ports.post({ type: 'moment', runId, moment });
  }

  private async moveTo(device: DeviceChoice): Promise<void> {
    const { trainer } = this;
    if (!trainer) return;
    this.chooser.leave();
    await trainer.moveTo(device);
    this.chooser.follow(trainer, device === 'auto');
    this.startPace();
    await this.refresh();
  }

  private fallBack(fallback: Fallback): void {
    if (fallback.reason === 'contextLost') this.chooser.exclude(fallback.lost);
    this.startPace();
    this.ports.post({ type: 'fallback', runId: this.runId, ...fallback });
  }

  /** From anew on another device: a turn of the one before might take it minutes. */
  private startPace(): void {
    this.pace = new Pace(this.experiment?.data.inputs ?? 2);
    this.meter.reset();
  }

  private async play(): Promise<void> {
    this.playing = true;
    this.meter.reset();
    this.pace.resume();
    this.film?.play();
    this.trainer?.resume();
  }

  private async rest(): Promise<void> {
    if (!this.playing) return;
    this.playing = false;
    this.film?.rest();
    await this.showStill();
  }

  private async step(steps: Steps): Promise<void> {
    const { trainer } = this;
    if (!trainer) return;
    this.playing = false;
    const isOff = () => this.configuration !== null;
    const halt = await runSteps(trainer, steps, this.ports, isOff);
    if (!isOff()) await this.showStill(halt);
  }

  private async trainForAWhile(trainer: Trainer): Promise<void> {
    const start = this.ports.nowMs();
    const perSecond = this.film?.pace(this.speed) ?? null;
    const updates = this.pace.updates(start, perSecond, trainer.untilMark);
    if (updates === 0 && perSecond !== null) {
      const mostMs = this.surfaces.isComputing ? 0 : longestSleepMs;
      await this.ports.pause(Math.min(this.pace.waitMs(perSecond), mostMs));
      return;
    }
    const watched = this.examinations.watchesNext(start);
    let halt: FilmEnd | null = watched ? await trainer.runWatched() : null;
    halt ??= await trainer.run(watched ? updates - 1 : updates);
    const tookMs = this.ports.nowMs() - start;
    if (!watched) this.pace.trained(updates, tookMs);
    if (!halt && tookMs > tellingMs) this.chooser.observe(trainer, tookMs / updates);
    if (halt) await this.end(halt);
    else if (this.isPictureDue) await this.showMoving(trainer);
  }

  /** A film shows every turn of its training, unless the device does not keep up with it. */
  private get isPictureDue(): boolean {
    if (!this.acknowledged) return false;
    const isShownWhole = this.speed.kind !== 'once' && !this.pace.isBehind;
    return isShownWhole || this.pace.pictureIsDue(this.ports.nowMs());
  }

  private async end(reason: FilmEnd): Promise<void> {
    this.playing = false;
    await this.showStill(reason);
  }

  private async showMoving(trainer: Trainer): Promise<void> {
    const start = this.ports.nowMs();
    const examine = this.examinations.isDue(start);
    const { snapshot, diverged } = await this.pictures.take(trainer, this.pace.sizes(), examine);
    if (examine) this.examinations.made(this.ports.nowMs());
    else this.pace.pictured(start, this.ports.nowMs());
    if (diverged) return this.end('diverged');
    const settled = this.film?.see(snapshot, this.ports.nowMs()) ?? false;
    const { epoch, batch } = trainer.position;
    const epochsPerSecond = this.meter.mark(this.ports.nowMs(), epoch + batch / trainer.batches.perEpoch);
    this.acknowledged = false;
    this.ports.post({
      type: 'snapshot',
      snapshot: { ...snapshot, runId: this.runId, epochsPerSecond, settled },
    });
    if (this.speed.kind === 'normal' && this.film?.hasEnded) await this.end('settled');
    else if (this.ports.nowMs() - this.timelineAt >= timelineMs) this.showTimeline(trainer);
  }

  private showTimeline({ timeline }: Trainer): void {
    this.timelineAt = this.ports.nowMs();
    this.ports.post({ type: 'timeline', runId: this.runId, timeline, visits: this.visits.made });
  }

  /** Shows where the run stands, finely, and why it stopped if it did. */
  private async showStill(halt: FilmEnd | null = null): Promise<void> {
    if (!this.trainer || !this.experiment) return;
    const { trainer } = this;
    const sizes = stillSizes[this.experiment.data.inputs];
    const { snapshot, diverged } = await this.pictures.take(trainer, sizes, true);
    if (diverged) this.playing = false;
    // Before the picture: of a moment that is visited again the page must not take it for news.
    this.showTimeline(trainer);
    const settled = this.film?.see(snapshot, null) ?? false;
    const still = { ...snapshot, runId: this.runId, epochsPerSecond: null, settled };
    this.ports.post({ type: 'snapshot', snapshot: still });
    const reason = diverged ? 'diverged' : halt;
    if (reason) this.ports.post({ type: 'halted', runId: this.runId, reason });
  }
}
