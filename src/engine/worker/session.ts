/**
 * What the worker does with its messages: keeps one run, trains in short turns while playing, takes messages between turns, and
 * sends a picture whenever the page has drawn the one before. Clock, waiting and posting come in from outside.
 */
import { openDevice } from '../devices/createDevice';
import { isGpuImitated } from '../devices/softwareGpu';
import type { Fallback } from '../training/failoverDevice';
import type { Speed } from '../training/film';
import { FilmWatch } from '../training/filmWatch';
import { type RunSettings, redraws, withSettings } from '../training/planChange';
import { stepContext } from '../training/stepContext';
import type { FilmEnd } from '../training/stopRules';
import { Trainer } from '../training/trainer';
import type { ActiveRun } from './activeRun';
import { CommandQueue } from './commandQueue';
import { DeviceChooser } from './deviceChooser';
import { Pace } from './pace';
import { PictureSender } from './pictureSender';
import type { Command, Configure, ToWorker } from './protocol';
import type { SessionPorts } from './sessionPorts';
import { runSteps, type Steps } from './steps';
import { SurfaceWork } from './surfaceWork';
import { TurnLoop } from './turnLoop';

/** Longest sleep at a limited speed: a message must not wait for the next update. */
const longestSleepMs = 50;

/** Length of a turn from which the speed of the device is measured, even by a clock in whole milliseconds. */
const tellingMs = 6;

export class Session {
  /** null until the first configuration, and where one could not be followed. */
  private run: ActiveRun | null = null;
  private runId = -1;
  private playing = false;
  private speed: Speed = { kind: 'normal' };
  private configuration: Configure | null = null;
  private readonly commands = new CommandQueue();
  private readonly loop: TurnLoop;
  private readonly pictures: PictureSender;
  private readonly chooser: DeviceChooser;
  private readonly surfaces: SurfaceWork;
  private pace = new Pace(2);
  private isWaking = false;
  /** Training and the choice of a device take turns. */
  private trainsNext = true;
  /** The turn works for the run; what is timed or computed beside it is short and not interrupted. */
  private isOwnTurn = true;

  constructor(private readonly ports: SessionPorts) {
    this.loop = new TurnLoop(ports, {
      hasWork: () => this.hasWork(),
      turn: () => this.turn(),
      onFault: (error) => this.fail(error),
      onIdle: () => void this.wakeForChoice(),
    });
    this.pictures = new PictureSender(ports);
    this.chooser = new DeviceChooser({
      nowMs: () => ports.nowMs(),
      // A graphics processor takes its time to get going.
      open: (id, job) => {
        ports.announce?.();
        return openDevice(id, job);
      },
      isGpuImitated: () => {
        ports.announce?.();
        return isGpuImitated();
      },
      show: (speeds) => ports.post({ type: 'speeds', speeds }),
    });
    this.surfaces = new SurfaceWork(ports, (news) => ports.post({ ...news, runId: this.runId }));
  }

  /** Whether there will be something to do without a word from the page. */
  get isWorking(): boolean {
    return this.loop.isAtWork || this.chooser.waitMs() !== null;
  }

  /** What concerns the next turn takes effect at once; what concerns the run waits for its turn. */
  receive(message: ToWorker): void {
    switch (message.type) {
      case 'configure':
        this.configuration = message;
        this.commands.clear();
        this.speed = message.speed;
        this.pictures.watch = message.watch;
        this.surfaces.ask(message.surface);
        break;
      case 'acknowledge':
        this.pictures.isAcknowledged = true;
        this.chooser.pictureSeen();
        break;
      case 'surface':
        this.surfaces.ask(message.question);
        break;
      case 'speed':
        this.speed = message.speed;
        break;
      default:
        // The next moving picture shows it already; at rest there is one for it in turn.
        if (message.type === 'watch') this.pictures.watch = message.watch;
        this.commands.add(message);
    }
    this.loop.wake();
  }

  private answer(command: Command, run: ActiveRun): Promise<void> {
    switch (command.type) {
      case 'retune':
        return this.retune(run, command.settings);
      case 'device':
        return this.moveTo(run, command.device);
      case 'step':
        return this.step(run, command);
      case 'setWeights':
        return this.setWeights(run, command.changes);
      case 'seek':
        return this.seek(run, command.epoch);
      case 'inspectStep':
        return this.tellStepContext(run);
      case 'watch':
        return this.refresh(run);
      case 'play':
        return this.play(run);
      case 'pause':
        return this.rest(run);
    }
  }

  private fail(error: unknown): void {
    this.playing = false;
    this.ports.post({ type: 'failed', runId: this.runId, message: String(error) });
  }

  /** At rest there is no next turn that would look for it. */
  private async wakeForChoice(): Promise<void> {
    const waitMs = this.chooser.waitMs();
    if (waitMs === null || this.isWaking) return;
    this.isWaking = true;
    await this.ports.pause(waitMs);
    this.isWaking = false;
    this.loop.wake();
  }

  private hasWork(): boolean {
    if (this.configuration !== null) return true;
    const { run } = this;
    if (!run) return false;
    if (!this.commands.isEmpty) return true;
    if (this.surfaces.isDue(run.trainer, run.experiment, this.playing)) return true;
    return (this.playing && !this.waitsForPage) || this.chooser.waitMs() === 0;
  }

  /**
   * A film shows what it trains: the next updates wait until the page has drawn the last ones. Where the device is slower than the
   * film wants, no time is lost that way.
   */
  private get waitsForPage(): boolean {
    return this.speed.kind !== 'once' && !this.pictures.isAcknowledged && !this.pace.isBehind;
  }

  /** Does the next thing. */
  private async turn(): Promise<void> {
    const { configuration } = this;
    this.isOwnTurn = true;
    if (configuration) {
      this.configuration = null;
      await this.configure(configuration);
      return;
    }
    if (!this.run) return;
    const next = this.commands.take();
    if (next) {
      this.pictures.command = next.command;
      await this.answer(next, this.run);
    } else await this.trainOrChoose(this.run);
  }

  /**
   * Lets messages in within a long turn. A new run ends it; a command to a run that plays ends the update that is worked out, and
   * another device any update.
   */
  private lookUp(work: 'update' | 'answer'): Promise<void> {
    return this.loop.lookUp(() => {
      if (!this.isOwnTurn) return false;
      if (this.configuration !== null) return true;
      const { next } = this.commands;
      return work === 'update' && next !== undefined && (this.playing || next.type === 'device');
    });
  }

  private async trainOrChoose(run: ActiveRun): Promise<void> {
    const { trainer, experiment } = run;
    this.isOwnTurn = false;
    if (await this.surfaces.takeTurn(trainer, experiment, this.playing)) return;
    if (this.playing && !this.waitsForPage && (this.trainsNext || this.chooser.waitMs() !== 0)) {
      this.trainsNext = false;
      this.isOwnTurn = true;
      await this.trainForAWhile(run);
      return;
    }
    this.trainsNext = true;
    const faster = await this.chooser.step();
    if (!faster || !(await trainer.adopt(faster))) return;
    this.startPace(experiment.data.inputs);
    await this.refresh(run);
  }

  private async configure({ command, experiment, runId, device, playing, resume }: Configure): Promise<void> {
    this.chooser.leave();
    this.surfaces.leave();
    this.run?.trainer.dispose();
    this.run = null;
    this.runId = runId;
    this.pictures.command = command;
    // No picture of the old run is drawn any more.
    this.pictures.isAcknowledged = true;
    this.startPace(experiment.data.inputs);
    this.ports.announce?.();
    const trainer = await Trainer.create(experiment, {
      device,
      resume,
      lookUp: (work) => this.lookUp(work),
      announce: () => this.ports.announce?.(),
      onFallback: (fallback) => this.fallBack(fallback, experiment.data.inputs),
    });
    this.run = { id: runId, experiment, trainer, film: new FilmWatch(experiment, trainer) };
    this.playing = playing;
    this.chooser.follow(trainer, device === 'auto');
    await this.show(this.run);
  }

  private async retune(run: ActiveRun, settings: RunSettings): Promise<void> {
    const before = run.experiment;
    run.experiment = withSettings(before, settings);
    await run.trainer.retune(run.experiment);
    if (redraws(before, run.experiment)) await this.refresh(run);
  }

  private async setWeights(
    run: ActiveRun,
    changes: Extract<Command, { type: 'setWeights' }>['changes'],
  ): Promise<void> {
    await run.trainer.setWeights(changes);
    run.film.begin();
    await this.refresh(run);
  }

  /** A playing run shows itself. */
  private async refresh(run: ActiveRun): Promise<void> {
    if (!this.playing) await this.show(run);
  }

  private async show(run: ActiveRun, halt: FilmEnd | null = null): Promise<void> {
    if (await this.pictures.sendStill(run, halt)) this.playing = false;
  }

  private async seek(run: ActiveRun, epoch: number): Promise<void> {
    this.playing = false;
    await run.trainer.visit(epoch);
    run.film.jump();
    await this.show(run);
  }

  private async tellStepContext({ id, trainer, experiment }: ActiveRun): Promise<void> {
    const context = stepContext(trainer, experiment.training, await trainer.readState());
    this.ports.post({ type: 'stepContext', runId: id, context });
  }

  private async moveTo(run: ActiveRun, device: Configure['device']): Promise<void> {
    const { trainer, experiment } = run;
    this.chooser.leave();
    if (device !== 'auto') this.chooser.readmit(device);
    this.ports.announce?.();
    await trainer.moveTo(device);
    this.chooser.follow(trainer, device === 'auto');
    this.startPace(experiment.data.inputs);
    await this.refresh(run);
  }

  private fallBack(fallback: Fallback, inputs: 1 | 2): void {
    if (fallback.reason === 'contextLost') this.chooser.exclude(fallback.lost);
    this.startPace(inputs);
    this.ports.post({ type: 'fallback', runId: this.runId, ...fallback });
  }

  /** Measured again on another device: a turn of the one before might take it minutes. */
  private startPace(inputs: 1 | 2): void {
    this.pace = new Pace(inputs);
    this.pictures.restartMeter();
  }

  private async play({ film, trainer }: ActiveRun): Promise<void> {
    this.playing = true;
    this.pictures.restartMeter();
    this.pace.resume();
    // A limit that is lifted no longer holds off the film's end, so that this Play lifts both.
    trainer.resume();
    film.play();
  }

  private async rest(run: ActiveRun): Promise<void> {
    if (!this.playing) return;
    this.playing = false;
    run.film.rest();
    await this.show(run);
  }

  private async step(run: ActiveRun, steps: Steps & Extract<Command, { type: 'step' }>): Promise<void> {
    this.playing = false;
    const isOff = () => this.configuration !== null;
    const { halt, left } = await runSteps(run.trainer, steps, this.ports, isOff);
    if (isOff()) return;
    // Another device is to do the rest, and has its turn first.
    if (left > 0 && !halt) this.commands.addSecond({ ...steps, unit: 'update', times: left });
    else await this.show(run, halt);
  }

  private async trainForAWhile(run: ActiveRun): Promise<void> {
    const { trainer, film } = run;
    const start = this.ports.nowMs();
    const perSecond = film.pace(this.speed);
    const updates = this.pace.updates(start, perSecond, trainer.untilMark);
    if (updates === 0 && perSecond !== null) {
      const mostMs = this.surfaces.isComputing ? 0 : longestSleepMs;
      await this.ports.pause(Math.min(this.pace.waitMs(perSecond), mostMs));
      return;
    }
    const watched = this.pictures.examinations.watchesNext(start);
    let halt: FilmEnd | null = watched ? await trainer.runWatched() : null;
    halt ??= await trainer.run(watched ? updates - 1 : updates);
    const tookMs = this.ports.nowMs() - start;
    if (!watched) this.pace.trained(updates, tookMs);
    if (!halt && tookMs > tellingMs) this.chooser.observe(trainer, tookMs / updates);
    if (!halt && this.pictures.isDue(this.speed, this.pace)) {
      halt = await this.pictures.sendMoving(run, this.speed, this.pace);
    }
    if (halt) await this.end(run, halt);
  }

  private async end(run: ActiveRun, reason: FilmEnd): Promise<void> {
    this.playing = false;
    await this.show(run, reason);
  }
}
