/** One moment of the two curves of the layers' health: what is kept of an examination once it is no longer the latest. */

import type { EpochRow } from './history';
import type { Health } from './snapshot';

export interface HealthRow extends EpochRow {
  /** L2 norm of the gradient. [layer] */
  readonly gradientNorms: readonly number[];
  /** ‖Δw‖ / ‖w‖ of one update; NaN where none was watched. [layer] */
  readonly updateRatios: readonly number[];
}

/** A row of a chart with one line a layer. */
export interface LayerRow extends EpochRow {
  /** NaN where there is none. [layer] */
  readonly values: readonly number[];
}

export function healthRowOf({ epoch, layers }: Health): HealthRow {
  return {
    epoch,
    gradientNorms: layers.map(({ gradientNorm }) => gradientNorm),
    updateRatios: layers.map(({ updateRatio }) => updateRatio ?? Number.NaN),
  };
}
