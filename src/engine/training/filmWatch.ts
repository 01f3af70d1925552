/**
 * The film of a run, as the session shows it: which pace its speed asks for, and when it ends by itself. Begins again with a run and
 * with weights that the learner has set; a learning rate that changes is a part of it.
 */
import type { Experiment } from '../experiment';
import { paceAt, type Speed } from './film';
import { constantLoss, type Glimpse, Stillness } from './stillness';
import type { Trainer } from './trainer';

/** Least length of a film, on any device. */
const leastPlayedMs = 2000;

export class FilmWatch {
  private readonly stillness: Stillness;
  private start: number;
  private playedMs = 0;
  private playedAt: number | null = null;
  private isSettled = false;
  /** The learner has continued after the end: this film does not end again. */
  private isLifted = false;

  constructor(
    { data, loss }: Experiment,
    private readonly trainer: Trainer,
  ) {
    const { points, split } = trainer.data;
    const targets = Float64Array.from(split.train, (i) => points.y[i] as number);
    const { outputs } = trainer.network;
    this.stillness = new Stillness({
      task: data.task,
      outputs,
      constantLoss: constantLoss(data.task, loss, outputs, targets, data.classes),
      targetRange: rangeOf(targets),
    });
    this.start = trainer.position.updates;
    this.stillness.begin(this.start);
  }

  /** Updates per second for the next turn; null for as many as the device can. */
  pace(speed: Speed): number | null {
    switch (speed.kind) {
      case 'normal':
        return paceAt(Math.max(0, this.trainer.position.updates - this.start));
      case 'slow':
        return speed.updatesPerSecond;
      case 'once':
        return null;
    }
  }

  /** The learner has set weights: a new film from here. */
  begin(): void {
    this.start = this.trainer.position.updates;
    this.stillness.begin(this.start);
    this.playedMs = 0;
    this.playedAt = null;
    this.isSettled = false;
    this.isLifted = false;
  }

  /** The run stands at another checkpoint. */
  jump(): void {
    const { updates } = this.trainer.position;
    this.start = Math.min(this.start, updates);
    // A doubling counts from the beginning of the film, wherever it is taken up again.
    this.stillness.begin(this.start);
    this.isSettled = false;
  }

  /** Play was pressed: after its end the film does not end again. */
  play(): void {
    if (this.hasEnded) this.isLifted = true;
    this.rest();
  }

  /** Time until the next picture is not played. */
  rest(): void {
    this.playedAt = null;
  }

  /** Takes in a picture of the run while it plays, or at rest (`nowMs` null); answers whether it stands still. */
  see(glimpse: Glimpse, nowMs: number | null): boolean {
    if (nowMs !== null) {
      if (this.playedAt !== null) this.playedMs += nowMs - this.playedAt;
      this.playedAt = nowMs;
    }
    this.isSettled = this.stillness.see(glimpse);
    return this.isSettled;
  }

  /**
   * The film has come to its end, and nobody has gone on beyond it; `normal` speed stops there. Who has asked for a number of epochs gets
   * them.
   */
  get hasEnded(): boolean {
    const isDue = this.isSettled && this.playedMs >= leastPlayedMs;
    return isDue && !this.isLifted && this.trainer.stops.inForce.epochs === null;
  }
}

function rangeOf(values: Float64Array): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}
