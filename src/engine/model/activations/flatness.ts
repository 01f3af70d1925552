/**
 * Where an activation is flat: there its derivative, and with it the gradient of everything before, nearly vanishes. Looked for on a
 * grid and refined by halving; what reaches an end of the range looked at is taken to go on for ever.
 */
import type { Scalars } from './activation';

/** |g′(z)| below this counts as flat: such a layer passes on less than a twentieth of the gradient. */
export const flatSlope = 0.05;

/** Beyond ±reach every activation keeps the slope that it has there, or repeats itself. */
const reach = 12;
const step = 1 / 64;

/** From and to, ascending, −∞ and ∞ where a stretch has no end; empty for an activation that is flat nowhere. */
export type FlatStretch = readonly [from: number, to: number];

export function flatStretches({ derivative }: Pick<Scalars, 'derivative'>): FlatStretch[] {
  const isFlat = (z: number) => Math.abs(derivative(z)) < flatSlope;
  const stretches: FlatStretch[] = [];
  let from: number | null = isFlat(-reach) ? -Infinity : null;
  for (let z = -reach; z < reach; z += step) {
    const next = z + step;
    if (isFlat(next) === (from !== null)) continue;
    const edge = edgeBetween(isFlat, z, next);
    if (from === null) from = edge;
    else {
      stretches.push([from, edge]);
      from = null;
    }
  }
  if (from !== null) stretches.push([from, Infinity]);
  return stretches;
}

/** Where `isFlat` changes between two places that it differs at, to 1e−8. */
function edgeBetween(isFlat: (z: number) => boolean, left: number, right: number): number {
  const before = isFlat(left);
  let [low, high] = [left, right];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (isFlat(middle) === before) low = middle;
    else high = middle;
  }
  return Math.round(1e8 * low) / 1e8;
}
