/** What page and worker say to each other about a race. Types only. A start has a number; the page drops what belongs to an older one. */
import type { Experiment } from '../experiment';
import type { RacePicture } from '../training/racePicture';

/** Every lane from its initial weights; the latest start wins. */
export interface Start {
  readonly type: 'start';
  readonly raceId: number;
  /** [lane] */
  readonly experiments: readonly Experiment[];
  readonly playing: boolean;
}

export type ToRace =
  | Start
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** The page has drawn the last picture and can take another. */
  | { readonly type: 'acknowledge' };

export type FromRace =
  | { readonly type: 'picture'; readonly raceId: number; readonly picture: RacePicture }
  /** A fault of the program: the race cannot go on. */
  | { readonly type: 'failed'; readonly raceId: number; readonly message: string };
