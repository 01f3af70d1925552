/** The cost surface as both of its pictures need it: heights, places and names. Rows of the grid go from top to bottom. */
import { type CostSurface, surfaceSide } from '../../engine/training/costSurface/surfaceQuestion';
import { mix, type Rgb } from '../colours';
import type { Theme } from '../theme';
import { type CostHeights, costHeights } from './costHeights';

export interface PlanePosition {
  readonly x: number;
  readonly y: number;
}

export interface CostPicture {
  readonly surface: CostSurface;
  readonly heights: CostHeights;
  /** Names of the two coordinates. */
  readonly axes: { readonly x: string; readonly y: string };
}

export function costPicture(surface: CostSurface, isLog: boolean, axes: CostPicture['axes']): CostPicture {
  return { surface, heights: costHeights(surface.values, isLog), axes };
}

/** Low to high, lighter and lighter (in the dark, darker): one hue, so that order is seen and nothing else. */
export function costColours(theme: Theme): readonly Rgb[] {
  const deep = theme.isDark ? theme.accent : mix(theme.accent, theme.ink, 0.15);
  return [0.6, 0.42, 0.28, 0.16, 0.06].map((share) => mix(theme.plane, deep, share));
}

/** Centres of the columns, left to right. */
export function columnCentres({ box: { left, right } }: CostSurface): number[] {
  return centres(left, right);
}

/** Centres of the rows from the bottom upwards. */
export function rowCentres({ box: { bottom, top } }: CostSurface): number[] {
  return centres(bottom, top);
}

function centres(from: number, to: number): number[] {
  return Array.from({ length: surfaceSide }, (_, i) => from + ((i + 0.5) / surfaceSide) * (to - from));
}

/** J between the cells' centres, by bilinear interpolation; NaN next to a gap. Beyond the range that of its edge. */
export function costAt({ box, values }: CostSurface, { x, y }: PlanePosition): number {
  const column = clamp(((x - box.left) / (box.right - box.left)) * surfaceSide - 0.5);
  const row = clamp(((box.top - y) / (box.top - box.bottom)) * surfaceSide - 0.5);
  const [c, r] = [Math.floor(column), Math.floor(row)];
  const [c2, r2] = [Math.min(c + 1, surfaceSide - 1), Math.min(r + 1, surfaceSide - 1)];
  const value = (i: number, j: number) => values[i * surfaceSide + j]!;
  const along = (i: number) => blend(value(i, c), value(i, c2), column - c);
  return blend(along(r), along(r2), row - r);
}

/** A neighbour of weight 0 says nothing, whether it is finite or not. */
function blend(a: number, b: number, share: number): number {
  return share === 0 ? a : a * (1 - share) + b * share;
}

function clamp(place: number): number {
  return Math.min(surfaceSide - 1, Math.max(0, place));
}

export function isInside({ box }: CostSurface, { x, y }: PlanePosition): boolean {
  return x >= box.left && x <= box.right && y >= box.bottom && y <= box.top;
}
