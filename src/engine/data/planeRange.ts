/**
 * Ranges of the plane: fitted to points, widened to a value, zoomed and shifted. Ends that are worked out from points are round, those
 * of a learner's zoom are not. A range stays within `limits.plane`, and never becomes so short that float32 inputs would run together.
 */
import { limits } from '../experiment';
import type { PlaneRange } from './dataset';

export type AxisRange = readonly [number, number];

/** Room beside the outermost points, as a share of the range. */
const margin = 0.05;
/** Both axes show the same length unless the points are so many times longer one way. */
const mostStretched = 4;
/** Round ends are multiples of a step of which about so many make the range. */
const steps = 8;
/** Shortest range a zoom leads to, as a share of its largest end. */
const shortestShare = 1e-6;

export function sameRange(a: PlaneRange | undefined, b: PlaneRange | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return a.x[0] === b.x[0] && a.x[1] === b.x[1] && a.y[0] === b.y[0] && a.y[1] === b.y[1];
}

/** The plane with all of these points in its middle; null without any. Points that are all alike have some room about them. */
export function planeAbout(
  horizontal: ArrayLike<number>,
  vertical: ArrayLike<number>,
  square: boolean,
): PlaneRange | null {
  const [x, y] = [extentOf(horizontal), extentOf(vertical)];
  if (!x || !y) return null;
  const [width, height] = [lengthOf(x), lengthOf(y)];
  const longer = Math.max(width, height);
  const isSquare = square && longer <= mostStretched * Math.min(width, height);
  return { x: about(x, isSquare ? longer : width), y: about(y, isSquare ? longer : height) };
}

/** The same plane where it shows all of these points, or else one that shows them besides. */
export function widenedTo(
  plane: PlaneRange,
  horizontal: ArrayLike<number>,
  vertical: ArrayLike<number>,
): PlaneRange {
  const x = widened(plane.x, extentOf(horizontal));
  const y = widened(plane.y, extentOf(vertical));
  return x === plane.x && y === plane.y ? plane : { x, y };
}

/** `factor` times as much of the plane, with the given place where it was; the present one where that cannot be. */
export function zoomed(plane: PlaneRange, factor: number, [x, y]: readonly [number, number]): PlaneRange {
  const next = { x: scaled(plane.x, factor, x), y: scaled(plane.y, factor, y) };
  return isShowable(next.x) && isShowable(next.y) ? next : plane;
}

/** The plane as far to the side as there is room. */
export function shifted(plane: PlaneRange, dx: number, dy: number): PlaneRange {
  return { x: moved(plane.x, dx), y: moved(plane.y, dy) };
}

/** Whether an axis can have this range. */
export function isShowable(range: AxisRange): boolean {
  const [low, high] = range;
  const [least, most] = limits.plane;
  return low >= least && high <= most && high - low >= shortestAt(range);
}

/** Where either end of a range can be while the other one stays. */
export function ends([low, high]: AxisRange): { readonly low: AxisRange; readonly high: AxisRange } {
  const [least, most] = limits.plane;
  return { low: [least, high - shortestAt([high, high])], high: [low + shortestAt([low, low]), most] };
}

function shortestAt([low, high]: AxisRange): number {
  return Math.max(limits.planeLength, shortestShare * Math.max(Math.abs(low), Math.abs(high)));
}

function extentOf(values: ArrayLike<number>): AxisRange | null {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    low = Math.min(low, values[i] as number);
    high = Math.max(high, values[i] as number);
  }
  return low <= high ? [low, high] : null;
}

/** However close the values are, as long as they differ, the range is about them. */
function lengthOf([low, high]: AxisRange): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return high > low
    ? Math.max(high - low, shortestShare * size, limits.planeLength)
    : 1e-3 * Math.max(size, 1);
}

/** A round range of at least `length`, with the values in its middle and some room. */
function about([low, high]: AxisRange, length: number): AxisRange {
  const middle = (low + high) / 2;
  const half = length * (0.5 + margin);
  return within(roundedOut([middle - half, middle + half]));
}

function widened(range: AxisRange, values: AxisRange | null): AxisRange {
  if (!values || (values[0] >= range[0] && values[1] <= range[1])) return range;
  const whole: AxisRange = [Math.min(range[0], values[0]), Math.max(range[1], values[1])];
  const room = margin * (whole[1] - whole[0]);
  const [low, high] = roundedOut([whole[0] - room, whole[1] + room]);
  // An end that no value lies beyond stays.
  return within([values[0] < range[0] ? low : range[0], values[1] > range[1] ? high : range[1]]);
}

/** Outwards to multiples of 1, 2 or 5 times a power of ten. */
function roundedOut([low, high]: AxisRange): AxisRange {
  const raw = (high - low) / steps;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((times) => raw < nextTimes(times) * power) ?? 10);
  return [multiple(Math.floor(low / step), step), multiple(Math.ceil(high / step), step)];
}

/** Halfway, as a ratio, to the round number after 1, 2 or 5. */
function nextTimes(times: number): number {
  return Math.sqrt(times * (times === 2 ? 5 : 2 * times));
}

/** Without the rounding of binary fractions: 3 · 0.1 is 0.3. */
function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(12));
}

function within([low, high]: AxisRange): AxisRange {
  return [Math.max(low, limits.plane[0]), Math.min(high, limits.plane[1])];
}

function scaled([low, high]: AxisRange, factor: number, fixed: number): AxisRange {
  return within([fixed + (low - fixed) * factor, fixed + (high - fixed) * factor]);
}

function moved([low, high]: AxisRange, by: number): AxisRange {
  const held = Math.min(Math.max(by, limits.plane[0] - low), limits.plane[1] - high);
  return [low + held, high + held];
}
