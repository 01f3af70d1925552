/** How a unit's activations are shown on the plane: which colours, which numbers they stand for, and the height of a curve. */
import type { UnitGrid } from '../../engine/training/snapshot';
import { createPalette, mix, type Palette, type Rgb } from '../colours';
import { layerScale } from '../network/unitScales';
import type { Theme } from '../theme';
import type { LegendScale } from './paintLegend';

/** Below and above zero; the probability of a class; or one output between two classes. */
export type UnitColours = 'signed' | 'eitherClass' | { readonly class: number };

/** Strong enough to read, weak enough that the points stand out, whose colours are those of the classes. */
const FULL = 0.62;
const FULL_CLASS = 0.46;

/** `low` is 0 where the colours begin at paper, else below it. */
export function unitPalette(
  colours: UnitColours,
  { low }: Pick<LegendScale, 'low'>,
  { plane, positive, negative, classes }: Theme,
): Palette {
  const full = (colour: Rgb) => mix(plane, colour, colours === 'signed' ? FULL : FULL_CLASS);
  if (colours === 'signed') {
    return createPalette(low < 0 ? [full(negative), plane, full(positive)] : [plane, full(positive)]);
  }
  const ofClass = (index: number) => full(classes[index % classes.length] ?? positive);
  if (colours === 'eitherClass') return createPalette([ofClass(0), plane, ofClass(1)]);
  return createPalette([plane, ofClass(colours.class)]);
}

/** From 0 for a unit that is never negative, symmetric round 0 for others; 0 … 1 for probabilities. */
export function unitScale(colours: UnitColours, values: Float32Array): LegendScale {
  if (colours !== 'signed') return { low: 0, high: 1, labels: [0, 1] };
  const high = layerScale(values, 0, values.length);
  const isNegative = values.some((value) => value < 0);
  return isNegative ? { low: -high, high, labels: [-high, 0, high] } : { low: 0, high, labels: [0, high] };
}

/** The part of a grid that belongs to one unit. [row][column] */
export function unitValues({ values, columns, rows }: UnitGrid, unit: number): Float32Array {
  const cells = columns * rows;
  return values.subarray(unit * cells, (unit + 1) * cells);
}

/**
 * By how much the vertical axis must be stretched for a curve to stay on the plane: 1, 2, 5, 10, 20, … Zero stays where it is, so a curve
 * below it on a plane that has no room there stays outside.
 */
export function stretchFor(values: ArrayLike<number>, [low, high]: readonly [number, number]): number {
  let needed = 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const room = value > 0 ? high : low;
    if (Number.isFinite(value) && value * room > 0) needed = Math.max(needed, value / room);
  }
  const decade = 10 ** Math.floor(Math.log10(needed) + 1e-12);
  return decade * ([1, 2, 5, 10].find((step) => step * decade >= needed * (1 - 1e-9)) ?? 10);
}
