/** Points on the screen: places, looks and target colours, from which marks, circles or dots are painted. */
import type { PlaneRange, Points } from '../../engine/data/dataset';
import { colourField } from '../field';
import type { Theme } from '../theme';
import { type Levels, levelPalette } from './levels';
import type { PlaneScale } from './planeScale';

/** Where each point lies on the screen, what it looks like, and what colour its target has. [point] */
export interface PlacedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly codes: Uint8Array;
  /** Packed; null when points have no target colour. */
  readonly targetColours: Uint32Array | null;
}

export interface Placement {
  readonly points: Points;
  readonly plane: PlaneRange;
  /** 1: the height of a point is its target. */
  readonly inputs: 1 | 2;
  /** Colours of the targets, for regression with two inputs. */
  readonly levels: Levels | null;
}

export function placePoints(
  { points, inputs, levels }: Placement,
  codes: Uint8Array,
  scale: PlaneScale,
  theme: Theme,
): PlacedPoints {
  let targetColours: Uint32Array | null = null;
  if (levels) {
    targetColours = new Uint32Array(codes.length);
    colourField(points.y, levels, levelPalette(levels, theme), targetColours);
  }
  const heights = inputs === 1 ? points.y : points.x2;
  const [x, y] = [new Float64Array(codes.length), new Float64Array(codes.length)];
  for (let i = 0; i < codes.length; i++) {
    x[i] = scale.toX(points.x1[i] as number);
    y[i] = scale.toY(heights[i] as number);
  }
  return { x, y, codes, targetColours };
}
