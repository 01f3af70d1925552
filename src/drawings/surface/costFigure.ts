/** The cost surface as a three-dimensional figure, and what moves on it: the path, the run, the place that is pointed at. */
import { surfaceSide } from '../../engine/training/costSurface/surfaceQuestion';
import { mix, type Rgb } from '../colours';
import type { Theme } from '../theme';
import {
  type CostPicture,
  columnCentres,
  costAt,
  costColours,
  isInside,
  type PlanePosition,
  rowCentres,
} from './costPicture';
import type { Figure3d, Marks } from './figure3d';
import type { Trail } from './trail';

export interface AxisTitles {
  readonly x: string;
  readonly y: string;
  readonly z: string;
}

export function costFigure({ surface, heights }: CostPicture, titles: AxisTitles, theme: Theme): Figure3d {
  const { values, box } = surface;
  const { low, high, of, ticks } = heights;
  const z = Array.from({ length: surfaceSide }, (_, fromBelow) => {
    const row = surfaceSide - 1 - fromBelow;
    return Array.from({ length: surfaceSide }, (_, column) => {
      const height = of(values[row * surfaceSide + column]!);
      return Number.isNaN(height) ? null : height;
    });
  });
  const air = 0.03 * (high - low);
  return {
    grid: { x: columnCentres(surface), y: rowCentres(surface), z },
    axes: {
      x: { title: titles.x, range: [box.left, box.right], ticks: null },
      y: { title: titles.y, range: [box.bottom, box.top], ticks: null },
      z: { title: titles.z, range: [low - air, high + air], ticks },
    },
    colours: costColours(theme),
    colourRange: [low, high],
    lines: { from: low, to: high, step: (high - low) / 12 },
    opacity: 1,
  };
}

/** Path, run and pointer, lifted a little so that the surface does not swallow them. */
export function costMarks(
  picture: CostPicture,
  trail: Trail,
  pointed: PlanePosition | null,
  theme: Theme,
): Marks[] {
  const { surface, heights } = picture;
  const reach = heights.high - heights.low;
  const onSurface = (places: readonly PlanePosition[], lift: number) => {
    const shown = places.filter((place) => isInside(surface, place));
    const z = shown.map((place) => heights.of(costAt(surface, place)) + lift * reach);
    return { x: shown.map(({ x }) => x), y: shown.map(({ y }) => y), z };
  };
  const look = (colour: Rgb, sizePx: number, linePx: number): Omit<Marks, 'x' | 'y' | 'z'> => ({
    symbol: 'circle',
    colour,
    sizePx,
    linePx,
    edge: theme.plane,
  });
  const { path, here } = trail;
  return [
    { ...onSurface(path, 0.012), ...look(theme.negative, 4, 4) },
    { ...onSurface(here ? [here] : [], 0.03), ...look(theme.negative, 8, 0) },
    { ...onSurface(pointed ? [pointed] : [], 0.03), ...look(mix(theme.ink, theme.plane, 0.1), 6, 0) },
  ];
}
