/**
 * Output activations as scores that can be interpolated. Probabilities change within a cell or two where a border is sharp, their
 * logarithms (logits, but for a constant) run evenly; so grids of probabilities are turned into logarithms first and then refined
 * linearly. A coarse grid, as a slow device sends it, then draws the same smooth borders and confidence as a fine one.
 */
import type { UnitGrid } from '../../engine/training/snapshot';

/** How the numbers of a `ScoreGrid` came about: logarithms (or the logit, for one unit) of probabilities, or the outputs as they are. */
export type ScoreKind = 'logarithm' | 'plain';

export interface ScoreGrid {
  readonly columns: number;
  readonly rows: number;
  readonly units: number;
  /** [unit][row][column]; NaN where an output is not finite or next to such a cell. */
  readonly scores: Float32Array;
}

/** Cells a side that a picture needs to look smooth. */
const FINE_ENOUGH = 128;
const MOST_PARTS = 4;
/** Smallest probability that is told from nothing; for the logit, from certainty as well. */
const FLOOR = 1e-12;
const LOGIT_FLOOR = 1e-7;

/** Parts that each cell is divided into, per side. */
export function refinement({ columns, rows }: Pick<UnitGrid, 'columns' | 'rows'>): number {
  return Math.min(MOST_PARTS, Math.max(1, Math.ceil(FINE_ENOUGH / Math.max(columns, rows))));
}

export function createScoreGrid(grid: UnitGrid): ScoreGrid {
  const parts = refinement(grid);
  const columns = grid.columns * parts;
  const rows = grid.rows * parts;
  return { columns, rows, units: grid.units, scores: new Float32Array(grid.units * columns * rows) };
}

/** Fills `fine` (made for a grid of this size) and says what the scores are. */
export function fillScores(fine: ScoreGrid, grid: UnitGrid): ScoreKind {
  const kind = withinUnitInterval(grid.values) ? 'logarithm' : 'plain';
  const coarse = fine.columns === grid.columns ? fine.scores : new Float32Array(grid.values.length);
  for (let i = 0; i < coarse.length; i++) coarse[i] = scoreOf(grid.values[i]!, kind, grid.units);
  if (coarse !== fine.scores) {
    for (let unit = 0; unit < grid.units; unit++) refineUnit(coarse, grid, fine, unit);
  }
  return kind;
}

function withinUnitInterval(values: Float32Array): boolean {
  for (const value of values) if (value < 0 || value > 1) return false;
  return true;
}

function scoreOf(value: number, kind: ScoreKind, units: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  if (kind === 'plain') return value;
  if (units > 1) return Math.log(Math.max(value, FLOOR));
  const inside = Math.min(Math.max(value, LOGIT_FLOOR), 1 - LOGIT_FLOOR);
  return Math.log(inside / (1 - inside));
}

/** Bilinear between cell centres; the half cells along the edge are led on straight. */
function refineUnit(coarse: Float32Array, grid: UnitGrid, fine: ScoreGrid, unit: number): void {
  const parts = fine.columns / grid.columns;
  const from = unit * grid.columns * grid.rows;
  let to = unit * fine.columns * fine.rows;
  for (let row = 0; row < fine.rows; row++) {
    const y = (row + 0.5) / parts - 0.5;
    const top = Math.min(Math.max(Math.floor(y), 0), grid.rows - 2);
    const upper = from + top * grid.columns;
    const lower = upper + grid.columns;
    const down = y - top;
    for (let column = 0; column < fine.columns; column++) {
      const x = (column + 0.5) / parts - 0.5;
      const left = Math.min(Math.max(Math.floor(x), 0), grid.columns - 2);
      const right = x - left;
      const above = coarse[upper + left]! * (1 - right) + coarse[upper + left + 1]! * right;
      const below = coarse[lower + left]! * (1 - right) + coarse[lower + left + 1]! * right;
      fine.scores[to++] = above * (1 - down) + below * down;
    }
  }
}
