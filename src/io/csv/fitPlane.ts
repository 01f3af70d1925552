/** The part of the plane that shows imported points: the present one if they lie well in it, or else a round one about them. */
import { extent } from 'd3-array';
import type { PlaneRange } from '../../engine/data/dataset';
import { planeAbout } from '../../engine/data/planeRange';

type Range = readonly [number, number];

/** Points that take up less than this share of the plane both ways would be small in a corner. */
const leastShare = 0.5;

/**
 * The plane for points with the given coordinates, `vertical` being x₂ or the target of a curve. The axes have about the same length
 * where `square` and where that suits the points.
 */
export function fitPlane(
  plane: PlaneRange,
  horizontal: readonly number[],
  vertical: readonly number[],
  square: boolean,
): PlaneRange {
  const [left, right] = extent(horizontal);
  const [bottom, top] = extent(vertical);
  if (left === undefined || bottom === undefined) return plane;
  const [x, y]: [Range, Range] = [
    [left, right],
    [bottom, top],
  ];
  if (isWithin(x, plane.x) && isWithin(y, plane.y) && (fills(x, plane.x) || fills(y, plane.y))) return plane;
  return planeAbout(horizontal, vertical, square) ?? plane;
}

function isWithin([low, high]: Range, [least, most]: Range): boolean {
  return low >= least && high <= most;
}

function fills([low, high]: Range, [least, most]: Range): boolean {
  return high - low >= leastShare * (most - least);
}
