/**
 * Several experiments train side by side in one worker. They take turns, and a picture is sent only when all of them have run the
 * same number of epochs; a lane that diverged or reached its end waits where it is. Clock, waiting and posting come in from outside.
 */
import type { LookUp } from '../devices/device';
import type { Experiment } from '../experiment';
import type { MapSizes } from '../training/maps';
import type { LanePicture } from '../training/racePicture';
import type { Halt } from '../training/stopRules';
import { Trainer } from '../training/trainer';
import { Pace } from './pace';
import type { FromRace, Start, ToRace } from './raceProtocol';
import type { SessionPorts } from './sessionPorts';
import { TurnLoop } from './turnLoop';

interface Lane {
  readonly trainer: Trainer;
  readonly pace: Pace;
  halt: Halt | null;
  /** Its last picture was sent. */
  isShown: boolean;
}

/** Fifteen pictures a second, at most. */
const pictureMs = 1000 / 15;
/** Target length of a round: several fit between two pictures. */
const roundMs = 24;
/** In the time of a picture a race grows by this part at most, so that its beginning can be watched, too. */
const growth = 0.1;
/** Waits while the page is still drawing, without using time, and still receives messages. */
const shortestSleepMs = 4;
const longestSleepMs = 20;

/** Fine enough for small pictures. Of the units nothing is shown. */
export const raceSizes: Record<1 | 2, MapSizes> = {
  1: { outputs: 128, units: 2 },
  2: { outputs: 64, units: 2 },
};

export class RaceSession {
  private lanes: readonly Lane[] = [];
  private sizes = raceSizes[2];
  private start: Start | null = null;
  private raceId = -1;
  private playing = false;
  private acknowledged = true;
  private readonly loop: TurnLoop;
  /** Epochs that every lane has run when the round is over. */
  private target = 0;
  private roundEpochs = 1;
  /** Time the lanes have trained in this round, all together. */
  private roundTookMs = 0;
  private pictured = 0;
  private picturedAt = -Infinity;

  constructor(private readonly ports: SessionPorts<FromRace>) {
    this.loop = new TurnLoop(ports, {
      hasWork: () => this.start !== null || (this.playing && !this.isOver),
      turn: () => this.turn(),
      onFault: (error) => this.fail(error),
    });
  }

  /** Whether there will be something to do without a word from the page. */
  get isWorking(): boolean {
    return this.loop.isAtWork;
  }

  receive(message: ToRace): void {
    switch (message.type) {
      case 'start':
        this.start = message;
        break;
      case 'play':
        this.playing = true;
        break;
      case 'pause':
        this.playing = false;
        break;
      case 'acknowledge':
        this.acknowledged = true;
        break;
    }
    this.loop.wake();
  }

  private fail(error: unknown): void {
    this.playing = false;
    this.ports.post({ type: 'failed', raceId: this.raceId, message: String(error) });
  }

  private get isOver(): boolean {
    return this.lanes.every(({ isShown }) => isShown);
  }

  /** Does the next thing: opens the lanes, trains one of them briefly, or ends the round. */
  private async turn(): Promise<void> {
    const { start } = this;
    if (start) {
      this.start = null;
      await this.open(start);
      return;
    }
    const behind = this.lanes.find(({ halt, trainer }) => !halt && trainer.position.epoch < this.target);
    if (behind) await this.advance(behind);
    else await this.endRound();
  }

  private async open({ raceId, experiments, playing }: Start): Promise<void> {
    for (const { trainer } of this.lanes) trainer.dispose();
    this.lanes = [];
    this.raceId = raceId;
    this.playing = playing;
    this.target = 0;
    this.roundEpochs = 1;
    this.roundTookMs = 0;
    const lanes: Lane[] = [];
    this.ports.announce?.();
    const lookUp = () => this.loop.lookUp(() => this.start !== null);
    for (const experiment of experiments) lanes.push(await openLane(experiment, lookUp));
    this.lanes = lanes;
    this.sizes = raceSizes[experiments[0]?.data.inputs ?? 2];
    await this.show();
  }

  private async advance(lane: Lane): Promise<void> {
    const { trainer, pace } = lane;
    const { epoch, batch } = trainer.position;
    const left = (this.target - epoch) * trainer.batches.perEpoch - batch;
    const startedAt = this.ports.nowMs();
    const updates = Math.min(pace.updates(startedAt, null), left);
    lane.halt = await trainer.run(updates);
    const tookMs = this.ports.nowMs() - startedAt;
    pace.trained(updates, tookMs);
    this.roundTookMs += tookMs;
  }

  /** All lanes stand at the same epoch: shows them when it is time to, and begins the next round. */
  private async endRound(): Promise<void> {
    const waitMs = this.picturedAt + pictureMs - this.ports.nowMs();
    const haveStopped = this.lanes.every(({ halt }) => halt);
    if (haveStopped || (this.acknowledged && waitMs <= 0 && this.target > this.pictured)) await this.show();
    const most = this.most();
    if (this.target < most) this.beginRound(most);
    else await this.ports.pause(Math.min(Math.max(waitMs, shortestSleepMs), longestSleepMs));
  }

  /** Epochs that may be run by now; many when the page is slow to draw. */
  private most(): number {
    const pictures = Math.max(1, (this.ports.nowMs() - this.picturedAt) / pictureMs);
    return this.pictured + Math.floor(pictures * Math.max(1, this.pictured * growth));
  }

  private beginRound(most: number): void {
    if (this.roundTookMs < roundMs / 2) this.roundEpochs *= 2;
    else if (this.roundTookMs > 2 * roundMs) this.roundEpochs = Math.ceil(this.roundEpochs / 2);
    this.roundEpochs = Math.min(this.roundEpochs, most - this.target);
    this.roundTookMs = 0;
    this.target += this.roundEpochs;
  }

  private async show(): Promise<void> {
    const lanes: (LanePicture | null)[] = [];
    for (const lane of this.lanes) lanes.push(lane.isShown ? null : await this.look(lane));
    this.acknowledged = false;
    this.pictured = this.target;
    this.picturedAt = this.ports.nowMs();
    const picture = { epoch: this.target, lanes, isOver: this.isOver };
    this.ports.post({ type: 'picture', raceId: this.raceId, picture });
  }

  private async look(lane: Lane): Promise<LanePicture> {
    const { snapshot, diverged } = await lane.trainer.snapshot(this.sizes);
    if (diverged) lane.halt = 'diverged';
    lane.isShown = lane.halt !== null;
    const { epoch, train, test, earlier, outputs, predictions } = snapshot;
    return { epoch, halt: lane.halt, train, test, earlier, outputs, predictions };
  }
}

async function openLane(experiment: Experiment, lookUp: LookUp): Promise<Lane> {
  // Where there is no WebAssembly SIMD the slow device trains; the race is as fair there.
  const trainer = await Trainer.create(experiment, { device: 'auto', lookUp, onFallback: () => {} });
  return { trainer, pace: new Pace(experiment.data.inputs), halt: null, isShown: false };
}
