/** The state of a race: its lanes, how far they are, what they last looked like; and the numbers of races. */
import type { LossHistory } from '../engine/training/history';
import type { LanePicture } from '../engine/training/racePicture';
import type { Silence } from '../engine/worker/protocol';
import type { RaceThing, Variant } from './raceVariants';

export interface Lane extends Variant {
  /** null until its first picture. */
  readonly picture: LanePicture | null;
  readonly history: LossHistory;
}

export interface RaceState {
  /** Changes whenever the lanes start from their initial weights. */
  readonly raceId: number;
  readonly thing: RaceThing;
  readonly lanes: readonly Lane[];
  readonly playing: boolean;
  /** Every lane has stopped. */
  readonly isOver: boolean;
  /** The worker failed and was replaced, or there is none. */
  readonly trouble: 'interrupted' | 'dead' | null;
  /** The worker owes a sign of life; null while it gives them. */
  readonly silence: Silence | null;
}

let lastRaceId = 0;

/** A number that no race of this page has had: races of a question and the learner's own are never taken for each other. */
export function nextRaceId(): number {
  lastRaceId += 1;
  return lastRaceId;
}
