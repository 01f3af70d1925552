/**
 * Which units of a wide layer are worth a thumbnail: those whose activation varies most over the plane. A unit that is shown gives way
 * only to one that is clearly more active, so that the picture keeps still while the network learns.
 */
import type { NetworkPlan } from '../../engine/model/network';
import { firstUnitOf, unitsIn } from '../../engine/model/network';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { NetworkLayout, ShownUnits } from './layoutNetwork';

/** By how much another unit must be more active to take a place. */
const CLEARLY = 1.3;
/** Cells of a map that are looked at, about. */
const ENOUGH_CELLS = 256;

/** Standard deviation of units' activations over the plane; −1 where one is not finite. [unit] */
export function spreads({ values, columns, rows }: UnitGrid, firstUnit: number, count: number): Float64Array {
  const cells = columns * rows;
  // Odd, so that all columns of the grid are visited.
  const step = 2 * Math.floor(cells / (2 * ENOUGH_CELLS)) + 1;
  return Float64Array.from({ length: count }, (_, unit) => {
    const from = (firstUnit + unit) * cells;
    let sum = 0;
    let squares = 0;
    let seen = 0;
    for (let cell = from; cell < from + cells; cell += step) {
      const value = values[cell]!;
      sum += value;
      squares += value * value;
      seen++;
    }
    const variance = squares / seen - (sum / seen) ** 2;
    return Number.isFinite(variance) ? Math.sqrt(Math.max(0, variance)) : -1;
  });
}

/** The `count` most active units, ascending; of equally active ones the first. `kept` are shown already. */
export function mostActive(spread: ArrayLike<number>, count: number, kept: readonly number[]): number[] {
  const isKept = new Set(kept);
  const worth = (unit: number) => spread[unit]! * (isKept.has(unit) ? CLEARLY : 1);
  return Array.from({ length: spread.length }, (_, unit) => unit)
    .sort((a, b) => worth(b) - worth(a) || Number(isKept.has(b)) - Number(isKept.has(a)) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** How many units each folded layer shows; 0 for layers that show all. [layer] */
export function foldedCounts({ columns }: NetworkLayout): number[] {
  return columns.slice(1).map(({ units, folded }) => (folded ? units.length : 0));
}

/** What the folded layers shall show from now on; `before` itself when nothing changes. */
export function chooseUnits(
  plan: NetworkPlan,
  counts: readonly number[],
  unitMaps: UnitGrid | null,
  before: ShownUnits,
): ShownUnits {
  if (unitMaps?.units !== plan.unitCount) return before;
  const chosen = new Map<number, readonly number[]>();
  for (const [layer, count] of counts.entries()) {
    if (count === 0) continue;
    const spread = spreads(unitMaps, firstUnitOf(plan, layer), unitsIn(plan, layer));
    chosen.set(layer, mostActive(spread, count, before.get(layer) ?? []));
  }
  return isSame(chosen, before) ? before : chosen;
}

function isSame(a: ShownUnits, b: ShownUnits): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([layer, units]) => units.join() === b.get(layer)?.join());
}
