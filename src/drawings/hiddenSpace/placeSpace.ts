/** The picture of a hidden space in CSS pixels: scales, and where each point lies. */
import type { AxisDomain } from './spaceDomain';
import type { SpacePicture } from './spacePicture';

export interface SpaceScale {
  readonly toX: (across: number) => number;
  readonly toY: (up: number) => number;
  /** What the whole width and height show: more than the ranges of the axes. */
  readonly across: AxisDomain;
  readonly up: AxisDomain;
}

/** Where the points of a picture lie on the screen. */
export interface PlacedSpace {
  readonly picture: SpacePicture;
  readonly scale: SpaceScale;
  /** [index into `picture.indices`]; NaN for what is not finite. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Room at the edges, for marks and for numbers below and on the left. */
const INSET = { left: 30, right: 14, top: 12, bottom: 20 } as const;
/** Of a lane of the strip, the part that a pile may fill. */
const PILE = 0.86;

export function placeSpace(
  picture: SpacePicture,
  widthPx: number,
  heightPx: number,
  radiusPx: number,
): PlacedSpace {
  const scale = scaleOf(picture, widthPx, heightPx);
  const x = picture.x.map(scale.toX);
  const laneHeightPx = Math.abs(scale.toY(1) - scale.toY(0));
  const y =
    picture.kind === 'strip'
      ? pile(x, picture.y, laneHeightPx, radiusPx, (lane) => scale.toY(lane))
      : picture.y.map(scale.toY);
  return { picture, scale, x, y };
}

function scaleOf({ across, up, kind }: SpacePicture, widthPx: number, heightPx: number): SpaceScale {
  const innerX = Math.max(1, widthPx - INSET.left - INSET.right);
  const innerY = Math.max(1, heightPx - INSET.top - INSET.bottom);
  const size = ([low, high]: AxisDomain) => high - low;
  let [perX, perY] = [innerX / size(across), innerY / size(up)];
  // Along principal axes distances are true, so both have the same measure.
  if (kind === 'principal') perX = perY = Math.min(perX, perY);
  const middleX = INSET.left + innerX / 2;
  const middleY = INSET.top + innerY / 2;
  const middle = ([low, high]: AxisDomain) => (low + high) / 2;
  const sign = kind === 'strip' ? 1 : -1;
  return {
    toX: (value) => middleX + (value - middle(across)) * perX,
    toY: (value) => middleY + sign * (value - middle(up)) * perY,
    across: [middle(across) - middleX / perX, middle(across) + (widthPx - middleX) / perX],
    up: [middle(up) - (heightPx - middleY) / perY, middle(up) + middleY / perY],
  };
}

/**
 * Points of a strip: each at its own value, piled up where marks would cover each other. Nothing is random, and the tallest pile fits
 * into its lane. [point] → y
 */
function pile(
  x: Float64Array,
  lanes: Float64Array,
  laneHeightPx: number,
  radiusPx: number,
  toY: (lane: number) => number,
): Float64Array {
  const heights = new Map<string, number>();
  const levels = x.map((px, i) => {
    const place = `${lanes[i]} ${Math.floor(px / (2 * radiusPx))}`;
    const level = heights.get(place) ?? 0;
    heights.set(place, level + 1);
    return level;
  });
  const tallest = levels.reduce((a, b) => Math.max(a, b), 0);
  const stepPx = Math.min(2 * radiusPx, (PILE * laneHeightPx - 2 * radiusPx) / Math.max(1, tallest));
  return levels.map(
    (level, i) => toY(lanes[i]!) + (PILE * laneHeightPx) / 2 - radiusPx - level * Math.max(0, stepPx),
  );
}

/** The shown point nearest to a place within `reachPx`: its index into `picture.indices`, or −1. */
export function nearestPlaced(
  { x, y }: PlacedSpace,
  xPx: number,
  yPx: number,
  reachPx: number,
  isShown: (position: number) => boolean,
): number {
  let best = -1;
  let bestSquare = reachPx * reachPx;
  for (let i = 0; i < x.length; i++) {
    const square = (x[i]! - xPx) ** 2 + (y[i]! - yPx) ** 2;
    if (square <= bestSquare && isShown(i)) {
      best = i;
      bestSquare = square;
    }
  }
  return best;
}

/**
 * The nearest shown point in a direction, seen from another: what an arrow key goes to. Sideways counts double, so that the way leads
 * on. −1 when there is none.
 */
export function nextPlaced(
  { x, y }: PlacedSpace,
  from: number,
  [dx, dy]: readonly [number, number],
  isShown: (position: number) => boolean,
): number {
  let best = -1;
  let bestCost = Infinity;
  for (let i = 0; i < x.length; i++) {
    const [offX, offY] = [x[i]! - x[from]!, y[i]! - y[from]!];
    const ahead = offX * dx + offY * dy;
    const aside = Math.abs(offX * dy) + Math.abs(offY * dx);
    const cost = ahead + 2 * aside;
    if (i !== from && ahead > 0.5 && aside <= 2 * ahead && cost < bestCost && isShown(i)) {
      best = i;
      bestCost = cost;
    }
  }
  return best;
}
