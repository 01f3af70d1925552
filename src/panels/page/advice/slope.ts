/** How steep the cost is where a run stands, against where it was: what tells a minimum or a flat place from a crawl. */
import type { HealthRow } from '../../../engine/training/healthRow';
import type { Situation } from './finding';

export interface Slope {
  /** L2 norm of the whole gradient, now and the greatest so far. */
  readonly now: number;
  readonly steepest: number;
}

/** null before the layers were looked at. */
export function slopeOf({ health, healthRows, untouchedSince }: Situation): Slope | null {
  if (!health) return null;
  const now = norm(health.layers.map(({ gradientNorm }) => gradientNorm));
  const known = healthRows.filter(({ epoch }) => epoch >= untouchedSince);
  return { now, steepest: Math.max(now, ...known.map(({ gradientNorms }) => norm(gradientNorms))) };
}

/** The greatest part of its weights that one update has changed a layer by; 0 where none was watched. */
export function boldestUpdate(rows: readonly HealthRow[], layer: number): number {
  return Math.max(0, ...rows.map(({ updateRatios }) => updateRatios[layer] ?? 0).filter(Number.isFinite));
}

function norm(values: readonly number[]): number {
  return Math.hypot(...values);
}
