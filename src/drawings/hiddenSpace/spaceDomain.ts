/** Which part of the space is in sight: round ranges that stay put while training moves what lies in them a little. */
import { nice } from 'd3-array';

/** Low before high. */
export type AxisDomain = readonly [number, number];

/** A range is kept while what it is for fills at least this part of it. */
const FILLED = 0.6;
/** Room for the grid beyond the points, as a part of what they fill. */
const GRID_ROOM = 0.3;

/**
 * The range of an activation with two finite ends is its own, with one the rest comes from the values; null: all of it does. The
 * points decide; the grid, which may reach far beyond them, gets some room more. Values that are not finite are left out.
 */
export function axisDomain(
  points: Float64Array,
  grid: Float64Array,
  range: readonly [number, number] | null,
): AxisDomain {
  const [lowest, highest] = range ?? [-Infinity, Infinity];
  if (Number.isFinite(lowest) && Number.isFinite(highest)) return [lowest, highest];
  const all = extentOf(grid) ?? extentOf(points) ?? [-1, 1];
  const [near, far] = extentOf(points) ?? all;
  const room = GRID_ROOM * (far - near || all[1] - all[0]);
  const low = Number.isFinite(lowest) ? lowest : Math.min(near, Math.max(all[0], near - room));
  const high = Math.max(low, far, Math.min(all[1], far + room));
  if (high === low) return Number.isFinite(lowest) ? [low, low + 1] : [low - 1, low + 1];
  const [roundLow, roundHigh] = nice(low, high, 12);
  return [Number.isFinite(lowest) ? low : roundLow, roundHigh];
}

function extentOf(values: Float64Array): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** What was in sight, as long as it holds what is wanted and is not much too wide for it. */
export function settleDomain(before: AxisDomain | undefined, wanted: AxisDomain): AxisDomain {
  if (!before) return wanted;
  const holds = before[0] <= wanted[0] && before[1] >= wanted[1];
  const isFilled = wanted[1] - wanted[0] >= FILLED * (before[1] - before[0]);
  return holds && isFilled ? before : wanted;
}
