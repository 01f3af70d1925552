/** Which part of a plane is shown: wide enough for the path of descent, and the same as before while that still fits. */
import type { CostRange, SurfaceQuestion } from './surfaceQuestion';

/** Least half width and half height of a range. */
export interface LeastHalf {
  readonly x: number;
  readonly y: number;
}

/** How much wider than the path the range is. */
const margin = 1.3;
/** A range this many times wider than it need be is given up. */
const tooWide = 4;
/** With the run in the middle: it may wander over this share of the range before the range follows. */
const slack = 0.5;

/**
 * `path` holds [checkpoint][x, y], the last of them where the run stands. Answers `previous` itself where that will do.
 */
export function boxAround(
  path: Float32Array,
  { zoom, centre }: Pick<SurfaceQuestion, 'zoom' | 'centre'>,
  least: LeastHalf,
  previous: CostRange | null,
): CostRange {
  const needed = boundsOf(path);
  const scale = 2 ** -zoom;
  const halfX = Math.max(least.x, (margin * (needed.right - needed.left)) / 2) * scale;
  const halfY = Math.max(least.y, (margin * (needed.top - needed.bottom)) / 2) * scale;
  const [x, y] = [path[path.length - 2] as number, path[path.length - 1] as number];
  const middle =
    centre === 'current'
      ? { x, y }
      : { x: (needed.left + needed.right) / 2, y: (needed.bottom + needed.top) / 2 };
  const wanted = {
    left: middle.x - halfX,
    right: middle.x + halfX,
    bottom: middle.y - halfY,
    top: middle.y + halfY,
  };
  const room = centre === 'current' ? around(middle, halfX * slack, halfY * slack) : shrunk(needed, scale);
  return previous && stillFits(previous, room, wanted) ? previous : wanted;
}

function boundsOf(path: Float32Array): CostRange {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [path[i] as number, path[i + 1] as number];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, right, bottom, top };
}

function around({ x, y }: { x: number; y: number }, halfX: number, halfY: number): CostRange {
  return { left: x - halfX, right: x + halfX, bottom: y - halfY, top: y + halfY };
}

/** A zoomed range need not contain the whole path. */
function shrunk({ left, right, bottom, top }: CostRange, scale: number): CostRange {
  const part = Math.min(1, scale) / 2;
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  return around(middle, (right - left) * part, (top - bottom) * part);
}

function stillFits(box: CostRange, room: CostRange, wanted: CostRange): boolean {
  const contains =
    box.left <= room.left && box.right >= room.right && box.bottom <= room.bottom && box.top >= room.top;
  return (
    contains &&
    box.right - box.left <= tooWide * (wanted.right - wanted.left) &&
    box.top - box.bottom <= tooWide * (wanted.top - wanted.bottom)
  );
}
