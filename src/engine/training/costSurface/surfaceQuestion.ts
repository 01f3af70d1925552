/** What can be asked of the cost surface, and what is answered. Plain data that travels between worker and page. */
import type { LossChoice } from '../../model/losses';
import type { ParameterPlane } from './parameterPlane';

/** Columns and rows of the grid. */
export const surfaceSide = 64;

export type SurfaceDirections =
  /** Two weights or biases by their place in the layout of `NetworkPlan`; all others keep their values. */
  | { readonly kind: 'pair'; readonly first: number; readonly second: number }
  /** Two random directions, scaled unit by unit to the weights (see `randomDirection`). */
  | { readonly kind: 'random'; readonly seed: number }
  /** The two directions along which the path of descent is longest. */
  | { readonly kind: 'principal' };

export interface SurfaceQuestion {
  readonly directions: SurfaceDirections;
  /** Need not be the one that is trained with. */
  readonly loss: LossChoice;
  /** Whether J includes the penalty of the document. */
  readonly regularised: boolean;
  /** The range is 2^−zoom as wide as the automatic one. */
  readonly zoom: number;
  /** What lies in the middle of the range: the path of descent as a whole, or where the run stands. */
  readonly centre: 'path' | 'current';
}

/** A range of coordinates on a plane through the parameters. */
export interface CostRange {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface CostSurface {
  readonly question: SurfaceQuestion;
  readonly plane: ParameterPlane;
  readonly box: CostRange;
  /** J at the centres of 64 × 64 cells of the box, row 0 at the top; NaN or infinite where J is. [row][column] */
  readonly values: Float32Array;
  /** Where the checkpoints of the run lie on the plane, the earliest first. [checkpoint][x, y] */
  readonly path: Float32Array;
  /** Share of the path's variance that the plane shows, 0–1; null unless the directions are principal. */
  readonly share: number | null;
  /** Training points that J is the mean over, and how many there are. */
  readonly points: number;
  readonly of: number;
}

/**
 * Why there is no surface: no training points; all weights are 0, which random directions are scaled to; the path has no extent; the
 * device that computes it failed.
 */
export type SurfaceProblem = 'noPoints' | 'noScale' | 'noPath' | 'failed';
