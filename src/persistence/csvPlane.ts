/** The part of the plane that shows imported points: the present one if they lie well in it, or else a round one about them. */
import { extent, nice } from 'd3-array';
import type { PlaneRange } from '../engine/data/dataset';
import { furthest } from './csvPoints';

type Range = readonly [number, number];

/** Points that take up less than this share of the plane both ways would be small in a corner. */
const leastShare = 0.5;
/** Room beside the outermost points, as a share of the range. */
const margin = 0.05;
/** The axes show the same length unless one would be so many times longer. */
const mostStretched = 4;

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
  const [width, height] = [lengthOf(x), lengthOf(y)];
  const longer = Math.max(width, height);
  const isSquare = square && longer <= mostStretched * Math.min(width, height);
  return { x: roundRange(x, isSquare ? longer : width), y: roundRange(y, isSquare ? longer : height) };
}

/** Whether a plane shows all points. */
export function showsAll(
  plane: PlaneRange,
  horizontal: readonly number[],
  vertical: readonly number[],
): boolean {
  const within =
    ([low, high]: Range) =>
    (value: number) =>
      value >= low && value <= high;
  return horizontal.every(within(plane.x)) && vertical.every(within(plane.y));
}

function isWithin([low, high]: Range, [least, most]: Range): boolean {
  return low >= least && high <= most;
}

function fills([low, high]: Range, [least, most]: Range): boolean {
  return high - low >= leastShare * (most - least);
}

/** Values that are all alike have some room about them. */
function lengthOf([low, high]: Range): number {
  return Math.max(high - low, 1e-3 * Math.max(Math.abs(low), Math.abs(high), 1));
}

/** A round range of at least `length`, with the values in its middle and some room. */
function roundRange([low, high]: Range, length: number): Range {
  const middle = (low + high) / 2;
  const half = length * (0.5 + margin);
  const [least, most] = nice(middle - half, middle + half, 8);
  return [Math.max(least, -furthest), Math.min(most, furthest)];
}
