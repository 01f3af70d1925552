/**
 * The states of a run that a learner can go back to, weights and optimiser state included. Dense at first and thinner later, evenly in
 * seconds of film, in bounded memory however long the run. The states are kept, not copied.
 */
import type { DeviceState } from '../devices/device';
import type { Cursor } from './batches';
import { filmSeconds, updatesAfter } from './film';
import { nearestMoment } from './nearestMoment';

/** Where a run stands, apart from the weights. */
export interface Position extends Cursor {
  readonly updates: number;
}

/** Enough to go on from here on any device. */
export interface Checkpoint {
  readonly position: Position;
  readonly state: DeviceState;
}

const mostBytes = 48 * 2 ** 20;
const mostMarks = 160;
const leastMarks = 8;

/** Distance of checkpoints in seconds of film, even on the axis of the timeline. */
const momentSeconds = 1 / 12;

/** The cost of a checkpoint with measurements of its own and of an update, both in products of a weight and a point. */
export interface Price {
  readonly moment: number;
  readonly update: number;
}

/** What measuring costs besides evaluating: the losses, by point, and a glance at the layers; both are done in float64. */
const lossProducts = 6000;
const glanceProducts = 3e7;

/**
 * For a network of so many weights and biases, all `points` of the data and the `batchPoints` an update sees: evaluating a point
 * takes a product for each parameter, training with it three.
 */
export function priceOf(parameters: number, points: number, batchPoints: number): Price {
  return {
    moment: (parameters + lossProducts) * points + glanceProducts,
    update: parameters * 3 * batchPoints,
  };
}

/** Checkpoints may be measured at once while they come to so many products of a weight and a point: about a tenth of a second. */
const freeProducts = 1.2e9;
/** After that, training must cost this multiple of a checkpoint before the next one. */
const restFactor = 20;

export class Checkpoints {
  /** Ascending updates. */
  private readonly kept: Checkpoint[] = [];
  private readonly most: number;
  private free = freeProducts;
  /** Updates before which no checkpoint is due, so that measuring stays a small part of training. */
  private restUntil = 0;

  /**
   * `parameters` numbers are weights and biases, with as many again in each of `slots`.
   */
  constructor(
    parameters: number,
    slots: number,
    private readonly price: Price,
  ) {
    const bytes = 4 * parameters * (1 + slots);
    this.most = Math.max(leastMarks, Math.min(mostMarks, Math.floor(mostBytes / bytes)));
  }

  get all(): readonly Checkpoint[] {
    return this.kept;
  }

  /** Whether the run has gone on long enough since the last one. */
  isDue({ updates }: Position): boolean {
    return updates >= this.nextDue();
  }

  /** Updates that may run before the next one is due, at least 1. */
  untilDue({ updates }: Position): number {
    return Math.max(1, this.nextDue() - updates);
  }

  private nextDue(): number {
    const last = this.kept.at(-1);
    return last ? Math.max(this.restUntil, dueAfter(last.position.updates)) : 0;
  }

  /** Adds a checkpoint with measurements of its own. */
  addMeasured(checkpoint: Checkpoint): void {
    const { moment, update } = this.price;
    this.free -= moment;
    if (this.free < 0)
      this.restUntil = checkpoint.position.updates + Math.ceil((restFactor * moment) / update);
    this.add(checkpoint);
  }

  /** Adds a checkpoint at the end; one of the same update gives way. */
  add(checkpoint: Checkpoint): void {
    this.dropFrom(checkpoint.position.updates);
    this.kept.push(checkpoint);
    if (this.kept.length > this.most) this.kept.splice(this.leastMissed(), 1);
  }

  /** Index of the checkpoint nearest to an epoch; null without any. */
  nearest(epoch: number, perEpoch: number): number | null {
    const epochs = this.kept.map(({ position }) => epochOf(position, perEpoch));
    return nearestMoment(epochs, epoch);
  }

  /** Another optimiser is at work: it can go on from these weights, but not from this state. */
  replaceSlots(slots: readonly Float32Array[]): void {
    this.kept.forEach(({ position, state }, i) => {
      this.kept[i] = { position, state: { parameters: state.parameters, slots, optimizerUpdates: 0 } };
    });
  }

  /** Removes the checkpoints at or after this number of updates: the branch that is left. */
  cutFrom(updates: number): void {
    this.dropFrom(updates);
    this.restUntil = Math.min(this.restUntil, updates);
  }

  private dropFrom(updates: number): void {
    const first = this.kept.findIndex(({ position }) => position.updates >= updates);
    if (first >= 0) this.kept.length = first;
  }

  /** The inner checkpoint whose neighbours lie closest together in the film. */
  private leastMissed(): number {
    let least = 1;
    let narrowest = Infinity;
    for (let i = 1; i < this.kept.length - 1; i++) {
      const gap = this.secondsOf(i + 1) - this.secondsOf(i - 1);
      if (gap < narrowest) [least, narrowest] = [i, gap];
    }
    return least;
  }

  private secondsOf(index: number): number {
    return filmSeconds(this.kept[index]?.position.updates ?? 0);
  }
}

function dueAfter(updates: number): number {
  return Math.max(updates + 1, Math.ceil(updatesAfter(filmSeconds(updates) + momentSeconds)));
}

/** Epochs with parts of one. */
export function epochOf({ epoch, batch }: Cursor, perEpoch: number): number {
  return perEpoch > 0 ? epoch + batch / perEpoch : epoch;
}
