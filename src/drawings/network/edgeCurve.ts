/**
 * The shape of an edge: level at both ends, so that it leaves and reaches a unit straight. Its height at any place is known without
 * walking along it, which makes finding the edge under the pointer cheap.
 */

/** Ends of an edge, left to right. */
export interface EdgeEnds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** How far the level ends reach into the gap between two columns. */
const REACH = 0.48;

export function traceEdge(
  path: Pick<CanvasPath, 'moveTo' | 'bezierCurveTo'>,
  { x0, y0, x1, y1 }: EdgeEnds,
): void {
  const reach = (x1 - x0) * REACH;
  path.moveTo(x0, y0);
  path.bezierCurveTo(x0 + reach, y0, x1 - reach, y1, x1, y1);
}

/** How far along a curve is (0–1) at a share of the gap's width (0–1). The same for all edges of a gap. */
export function alongAt(across: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const t = (low + high) / 2;
    if (acrossAt(t) < across) low = t;
    else high = t;
  }
  return (low + high) / 2;
}

/** Share of the gap's width at `t` along the curve. */
export function acrossAt(t: number): number {
  const u = 1 - t;
  return 3 * u * u * t * REACH + 3 * u * t * t * (1 - REACH) + t * t * t;
}

/** Share of the way from the height of the left end to that of the right one, at `t` along the curve. */
export function riseAt(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Slope of the curve at `t`, for a gap of this width and ends this much apart in height. */
export function slopeAt(t: number, widthPx: number, heightPx: number): number {
  const u = 1 - t;
  const across = 3 * u * u * REACH + 6 * u * t * (1 - 2 * REACH) + 3 * t * t * REACH;
  return (heightPx * 6 * t * u) / (widthPx * across);
}
