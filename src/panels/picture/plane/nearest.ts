/** Finding points on the plane, in pixels, so that a finger's width is a finger's width on every plane. */
import type { PlaneScale } from '../../../drawings/boundary/planeScale';
import type { Points } from '../../../engine/data/dataset';

export interface Spot {
  readonly xPx: number;
  readonly yPx: number;
}

export interface SpotArea {
  readonly from: Spot;
  readonly to: Spot;
}

/** What is drawn upwards: x₂, or the target where the model has one input. */
export function heights(points: Points, inputs: 1 | 2): Float64Array {
  return inputs === 1 ? points.y : points.x2;
}

/** Index of the nearest point within `reachPx`, or null; points with a 1 in `isHidden` are passed over. */
export function nearestPoint(
  points: Points,
  inputs: 1 | 2,
  scale: PlaneScale,
  { xPx, yPx }: Spot,
  reachPx: number,
  isHidden?: Uint8Array,
): number | null {
  const vertical = heights(points, inputs);
  let best: number | null = null;
  let bestSquare = reachPx * reachPx;
  for (let i = 0; i < points.y.length; i++) {
    if (isHidden?.[i]) continue;
    const dx = scale.toX(points.x1[i] as number) - xPx;
    const dy = scale.toY(vertical[i] as number) - yPx;
    const square = dx * dx + dy * dy;
    if (square <= bestSquare) {
      best = i;
      bestSquare = square;
    }
  }
  return best;
}

/** Indices of all points within `reachPx`, beside those in `found`. */
export function pointsWithin(
  points: Points,
  inputs: 1 | 2,
  scale: PlaneScale,
  { xPx, yPx }: Spot,
  reachPx: number,
  found = new Set<number>(),
): Set<number> {
  const vertical = heights(points, inputs);
  for (let i = 0; i < points.y.length; i++) {
    const dx = scale.toX(points.x1[i] as number) - xPx;
    const dy = scale.toY(vertical[i] as number) - yPx;
    if (dx * dx + dy * dy <= reachPx * reachPx) found.add(i);
  }
  return found;
}

/** Indices of all points in a box, whichever corner it was drawn from. */
export function pointsInBox(
  points: Points,
  inputs: 1 | 2,
  scale: PlaneScale,
  { from, to }: SpotArea,
): Set<number> {
  const vertical = heights(points, inputs);
  const [left, right] = [Math.min(from.xPx, to.xPx), Math.max(from.xPx, to.xPx)];
  const [top, bottom] = [Math.min(from.yPx, to.yPx), Math.max(from.yPx, to.yPx)];
  const found = new Set<number>();
  for (let i = 0; i < points.y.length; i++) {
    const x = scale.toX(points.x1[i] as number);
    const y = scale.toY(vertical[i] as number);
    if (x >= left && x <= right && y >= top && y <= bottom) found.add(i);
  }
  return found;
}
