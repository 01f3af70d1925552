/** The state of a race: its lanes, how far they are, and what they last looked like. */
import type { LossHistory } from '../engine/training/history';
import type { LanePicture } from '../engine/training/racePicture';
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
}
