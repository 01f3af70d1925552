/** What a model answers over the plane, as a surface with the points on it: one output unit at a time, from the grid of the boundary. */
import type { PlaneRange, Points, Task } from '../../engine/data/dataset';
import type { UnitGrid } from '../../engine/training/snapshot';
import { halveGrid } from '../boundary/halveGrid';
import { levelsOf } from '../boundary/levels';
import { mix, type Rgb } from '../colours';
import { classRgb, type Theme } from '../theme';
import type { Figure3d, MarkSymbol, Marks, SurfaceGrid } from './figure3d';

/** Which output is the height: a class, or null for regression. */
export interface OutputView {
  readonly classIndex: number | null;
  readonly plane: PlaneRange;
  /** Whether the output is a probability, so that heights go from 0 to 1. */
  readonly isProbability: boolean;
  /** Real targets, which the scale of a regression comes from. [point] */
  readonly targets: ArrayLike<number> | null;
}

/** Grids with more columns are halved: what is redrawn while training must be quick. */
const mostColumns = 64;
const lineCount = 8;

/** null where no output is finite. */
export function outputFigure(
  outputs: UnitGrid,
  view: OutputView,
  titles: { readonly x: string; readonly y: string; readonly z: string },
  theme: Theme,
): Figure3d | null {
  const grid = gridOf(outputs, view);
  const range = view.isProbability ? ([0, 1] as const) : rangeOf(grid, view.targets);
  if (!range) return null;
  const [low, high] = range;
  const air = 0.04 * (high - low);
  return {
    grid,
    axes: {
      x: { title: titles.x, range: view.plane.x, ticks: null },
      y: { title: titles.y, range: view.plane.y, ticks: null },
      z: { title: titles.z, range: [low - air, high + air], ticks: null },
    },
    colours: coloursOf(view, [low, high], theme),
    colourRange: [low, high],
    lines: { from: low, to: high, step: (high - low) / lineCount },
    opacity: 1,
  };
}

/** Heights with rows from the bottom upwards. A single output f stands for two classes: 1 − f for the first, f for the second. */
function gridOf(outputs: UnitGrid, { classIndex, plane }: OutputView): SurfaceGrid {
  const fine = unitOf(outputs, outputs.units === 1 ? 0 : (classIndex ?? 0));
  const { columns, rows, values } = fine.columns > mostColumns ? halveGrid(fine) : fine;
  const isComplement = outputs.units === 1 && classIndex === 0;
  const z = Array.from({ length: rows }, (_, fromBelow) =>
    Array.from({ length: columns }, (_, column) => {
      const a = values[(rows - 1 - fromBelow) * columns + column]!;
      return Number.isFinite(a) ? (isComplement ? 1 - a : a) : null;
    }),
  );
  return { x: centres(plane.x, columns), y: centres(plane.y, rows), z };
}

function unitOf({ columns, rows, values }: UnitGrid, unit: number): UnitGrid {
  const cells = columns * rows;
  return { columns, rows, units: 1, values: values.subarray(unit * cells, (unit + 1) * cells) };
}

function centres([low, high]: readonly [number, number], count: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((i + 0.5) / count) * (high - low));
}

/** Of what is drawn and of the targets. */
function rangeOf(grid: SurfaceGrid, targets: ArrayLike<number> | null): readonly [number, number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const row of grid.z) {
    for (const height of row) {
      if (height === null) continue;
      low = Math.min(low, height);
      high = Math.max(high, height);
    }
  }
  if (low > high) return null;
  if (targets) {
    const levels = levelsOf(targets);
    low = Math.min(low, levels.low);
    high = Math.max(high, levels.high);
  }
  return high > low ? [low, high] : [low - 0.5, high + 0.5];
}

/** Paper to the colour of the class; regression below zero takes the other hue, as on the plane. */
function coloursOf(
  { classIndex }: OutputView,
  [low, high]: readonly [number, number],
  theme: Theme,
): readonly Rgb[] {
  const { plane, positive, negative, classes } = theme;
  const hue = classIndex === null ? positive : classes[classIndex % classes.length]!;
  const ground = mix(plane, theme.soft, 0.06);
  if (classIndex !== null || low >= 0) return [ground, mix(plane, hue, 0.4), mix(plane, hue, 0.75)];
  const steps = 12;
  const reach = Math.max(-low, high);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const value = low + (i / steps) * (high - low);
    return mix(ground, value < 0 ? negative : positive, (0.78 * Math.abs(value)) / reach);
  });
}

/** The points that are drawn. */
export interface ShownPoints {
  readonly points: Points;
  readonly isTest: Uint8Array;
  readonly task: Task;
  readonly showTest: boolean;
}

/** More of them would cover the surface and slow the page. */
export const mostPoints = 600;

const filled: readonly MarkSymbol[] = ['circle', 'times', 'triangle', 'square'];
const open: readonly MarkSymbol[] = ['circle-open', 'times', 'triangle-open', 'square-open'];

/**
 * The points by class and part, each at its height: on the surface for classes, at its target for regression. The same kinds of marks
 * in the same order, for any points.
 */
export function outputMarks(
  figure: Figure3d,
  { points, isTest, task, showTest }: ShownPoints,
  classes: number,
  theme: Theme,
): Marks[] {
  const groups = task === 'regression' ? 1 : classes;
  const every = Math.max(1, points.y.length / mostPoints);
  const [low, high] = figure.axes.z.range;
  const lift = task === 'regression' ? 0 : 0.015 * (high - low);
  return Array.from({ length: groups }, (_, group) => group).flatMap((group) =>
    [0, 1].map((part): Marks => {
      const [x, y, z]: [number[], number[], number[]] = [[], [], []];
      for (let k = 0; k < points.y.length; k += every) {
        const i = Math.floor(k);
        const belongs = task === 'regression' || points.y[i] === group;
        if (!belongs || isTest[i] !== part || (part === 1 && !showTest)) continue;
        const height =
          task === 'regression' ? points.y[i]! : heightAt(figure.grid, points.x1[i]!, points.x2[i]!);
        if (height === null) continue;
        x.push(points.x1[i]!);
        y.push(points.x2[i]!);
        z.push(Math.min(high, Math.max(low, height + lift)));
      }
      const colour = task === 'regression' ? theme.ink : classRgb(theme, group);
      const symbol = (part === 1 ? open : filled)[task === 'regression' ? 0 : group % filled.length]!;
      return {
        x,
        y,
        z,
        symbol,
        // Darker than the surface below them.
        colour: mix(colour, theme.ink, 0.25),
        sizePx: symbol === 'times' ? 7 : part === 1 ? 5 : 4,
        linePx: 0,
        edge: part === 1 || symbol === 'times' ? null : theme.plane,
      };
    }),
  );
}

/** The height of the nearest cell; null for a gap. */
function heightAt({ x, y, z }: SurfaceGrid, atX: number, atY: number): number | null {
  return z[nearest(y, atY)]?.[nearest(x, atX)] ?? null;
}

function nearest(centresOf: readonly number[], value: number): number {
  const [first = 0, second = 1] = centresOf;
  const place = Math.round((value - first) / (second - first));
  return Math.min(centresOf.length - 1, Math.max(0, place));
}
