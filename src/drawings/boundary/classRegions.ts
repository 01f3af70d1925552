/**
 * From output activations to regions: who wins each cell, how clearly, and by how much each class leads (the lead is zero where
 * classes tie). Between probabilities the lead is the difference of their logarithms, that is of the logits: it runs evenly
 * across a border that the probabilities cross within one cell, so that borders come out smooth and not in steps.
 */
import type { UnitGrid } from '../../engine/training/snapshot';

/** Winner of a cell in which some output is not finite. */
export const NOBODY = 255;

export interface ClassRegions {
  /** Class that wins, or NOBODY. [row][column] */
  readonly winners: Uint8Array;
  /** How far the winner is ahead of the next, 0 (a tie) to 1. [row][column] */
  readonly confidence: Float32Array;
  /**
   * Lead of a class over the best other one, positive where it wins. Without the last class, whose borders are all borders of
   * others. [class][row][column]
   */
  readonly leads: readonly Float32Array[];
  /** Whether a class wins somewhere, but not everywhere, for the classes in `leads`. [class] */
  readonly hasBorder: Uint8Array;
  /** Whether some cell belongs to nobody. */
  hasGaps: boolean;
}

/** Smallest probability that the logarithm tells from nothing. */
const FLOOR = 1e-12;

export function createClassRegions(cells: number, units: number): ClassRegions {
  const classes = Math.max(2, units);
  return {
    winners: new Uint8Array(cells),
    confidence: new Float32Array(cells),
    leads: Array.from({ length: classes - 1 }, () => new Float32Array(cells)),
    hasBorder: new Uint8Array(classes - 1),
    hasGaps: false,
  };
}

/** Fills `regions` (of the same cells and units) from a grid. One unit means two classes, parted at 0.5. */
export function fillClassRegions(regions: ClassRegions, grid: UnitGrid): void {
  const cells = grid.columns * grid.rows;
  const isProbability = withinUnitInterval(grid.values);
  regions.hasGaps = false;
  if (grid.units === 1) fillFromOne(regions, grid.values, cells, isProbability);
  else fillFromMany(regions, grid.values, cells, grid.units, isProbability);
  markBorders(regions, cells);
}

function withinUnitInterval(values: Float32Array): boolean {
  for (const value of values) if (value < 0 || value > 1) return false;
  return true;
}

function fillFromOne(
  regions: ClassRegions,
  values: Float32Array,
  cells: number,
  isProbability: boolean,
): void {
  const { winners, confidence } = regions;
  const lead = regions.leads[0]!;
  for (let cell = 0; cell < cells; cell++) {
    const a = values[cell]!;
    if (!Number.isFinite(a)) {
      leaveToNobody(regions, cell);
      continue;
    }
    winners[cell] = a >= 0.5 ? 1 : 0;
    confidence[cell] = Math.min(1, Math.abs(2 * a - 1));
    lead[cell] = isProbability ? logRatio(1 - a, a) : 0.5 - a;
  }
}

function fillFromMany(
  regions: ClassRegions,
  values: Float32Array,
  cells: number,
  units: number,
  isProbability: boolean,
): void {
  const { winners, confidence, leads } = regions;
  for (let cell = 0; cell < cells; cell++) {
    let winner = 0;
    let best = values[cell]!;
    let next = Number.NEGATIVE_INFINITY;
    let sum = best;
    for (let j = 1; j < units; j++) {
      const a = values[j * cells + cell]!;
      sum += a;
      if (a > best) {
        next = best;
        best = a;
        winner = j;
      } else if (a > next) next = a;
    }
    if (!Number.isFinite(sum)) {
      leaveToNobody(regions, cell);
      continue;
    }
    winners[cell] = winner;
    confidence[cell] = Math.min(1, best - next);
    for (let j = 0; j < units - 1; j++) {
      const a = values[j * cells + cell]!;
      const other = j === winner ? next : best;
      leads[j]![cell] = isProbability ? logRatio(a, other) : a - other;
    }
  }
}

function leaveToNobody(regions: ClassRegions, cell: number): void {
  regions.winners[cell] = NOBODY;
  regions.confidence[cell] = 0;
  for (const lead of regions.leads) lead[cell] = Number.NaN;
  regions.hasGaps = true;
}

function logRatio(a: number, b: number): number {
  return Math.log(Math.max(a, FLOOR) / Math.max(b, FLOOR));
}

function markBorders({ winners, hasBorder }: ClassRegions, cells: number): void {
  for (let j = 0; j < hasBorder.length; j++) {
    let won = 0;
    for (let cell = 0; cell < cells; cell++) if (winners[cell] === j) won++;
    hasBorder[j] = won > 0 && won < cells ? 1 : 0;
  }
}
