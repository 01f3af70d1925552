/** One row of the two curves of the layers' health: what is kept of an examination once it is no longer the latest. */
import type { EpochRow } from './history';
import type { Health } from './snapshot';

export interface HealthRow extends EpochRow {
  /** L2 norm of the gradient. [layer] */
  readonly gradientNorms: readonly number[];
  /** ‖Δw‖ / ‖w‖ of one update; NaN where none was watched. [layer] */
  readonly updateRatios: readonly number[];
}

export function healthRowOf({ epoch, layers }: Health): HealthRow {
  return {
    epoch,
    gradientNorms: layers.map(({ gradientNorm }) => gradientNorm),
    updateRatios: layers.map(({ updateRatio }) => updateRatio ?? Number.NaN),
  };
}
