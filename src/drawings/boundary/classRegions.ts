/**
 * From scores of the outputs to regions: who wins each cell, how clearly, and by how much each class leads. The lead is zero where
 * classes tie; its contour at zero is the border.
 */
import type { ScoreGrid, ScoreKind } from './scoreGrid';

/** Winner of a cell in which some score is not a number. */
export const NOBODY = 255;

export interface ClassRegions {
  readonly columns: number;
  readonly rows: number;
  /** Class that wins, or NOBODY. [row][column] */
  readonly winners: Uint8Array;
  /** Difference of the two largest outputs, from 0 (a tie) to 1 and not beyond. [row][column] */
  readonly confidence: Float32Array;
  /**
   * Score of a class less the best other one, positive where it wins. Without the last class, whose borders are all borders of
   * others. [class][row][column]
   */
  readonly leads: readonly Float32Array[];
  /** Whether a class wins somewhere, but not everywhere, for the classes in `leads`. [class] */
  readonly hasBorder: Uint8Array;
  /** Whether some cell belongs to nobody. */
  hasGaps: boolean;
}

/** Buffers for scores of this size. One unit means two classes. */
export function createClassRegions({ columns, rows, units }: Omit<ScoreGrid, 'scores'>): ClassRegions {
  const cells = columns * rows;
  const leads = Array.from({ length: Math.max(2, units) - 1 }, () => new Float32Array(cells));
  return {
    columns,
    rows,
    winners: new Uint8Array(cells),
    confidence: new Float32Array(cells),
    leads,
    hasBorder: new Uint8Array(leads.length),
    hasGaps: false,
  };
}

export function fillClassRegions(regions: ClassRegions, grid: ScoreGrid, kind: ScoreKind): void {
  regions.hasGaps = false;
  if (grid.units === 1) fillFromOne(regions, grid.scores, kind);
  else fillFromMany(regions, grid, kind);
  markBorders(regions);
}

/** The second class wins from logit 0, or from 0.5, on. */
function fillFromOne(regions: ClassRegions, scores: Float32Array, kind: ScoreKind): void {
  const { winners, confidence } = regions;
  const lead = regions.leads[0]!;
  for (let cell = 0; cell < winners.length; cell++) {
    const score = kind === 'plain' ? scores[cell]! - 0.5 : scores[cell]!;
    if (Number.isNaN(score)) {
      leaveToNobody(regions, cell);
      continue;
    }
    winners[cell] = score >= 0 ? 1 : 0;
    lead[cell] = -score;
    // 2σ(z) − 1 = tanh(z/2)
    confidence[cell] = kind === 'plain' ? Math.min(1, 2 * Math.abs(score)) : Math.tanh(Math.abs(score) / 2);
  }
}

function fillFromMany(regions: ClassRegions, { scores, units }: ScoreGrid, kind: ScoreKind): void {
  const { winners, confidence, leads } = regions;
  const cells = winners.length;
  for (let cell = 0; cell < cells; cell++) {
    let winner = 0;
    let best = scores[cell]!;
    let next = Number.NEGATIVE_INFINITY;
    let sum = best;
    for (let j = 1; j < units; j++) {
      const score = scores[j * cells + cell]!;
      sum += score;
      if (score > best) {
        next = best;
        best = score;
        winner = j;
      } else if (score > next) next = score;
    }
    if (Number.isNaN(sum)) {
      leaveToNobody(regions, cell);
      continue;
    }
    winners[cell] = winner;
    confidence[cell] = Math.min(1, kind === 'plain' ? best - next : Math.exp(best) - Math.exp(next));
    for (let j = 0; j < units - 1; j++) {
      leads[j]![cell] = scores[j * cells + cell]! - (j === winner ? next : best);
    }
  }
}

function leaveToNobody(regions: ClassRegions, cell: number): void {
  regions.winners[cell] = NOBODY;
  regions.confidence[cell] = 0;
  for (const lead of regions.leads) lead[cell] = Number.NaN;
  regions.hasGaps = true;
}

function markBorders({ winners, hasBorder }: ClassRegions): void {
  const oneWinsAll = winners.every((winner) => winner === winners[0]);
  for (let j = 0; j < hasBorder.length; j++) hasBorder[j] = !oneWinsAll && winners.includes(j) ? 1 : 0;
}
