/**
 * The scale of a regression over the plane: from the targets, so that it stays put while the model learns. Around zero it is
 * symmetric and its middle colour means zero; targets of one sign run from one colour to another.
 */
import { extent, nice, ticks } from 'd3-array';
import { createPalette, mix, type Palette } from '../colours';
import type { Range } from '../field';
import type { Theme } from '../theme';

export interface Levels extends Range {
  readonly isDiverging: boolean;
  /** Values of the level lines, inside the range. */
  readonly thresholds: readonly number[];
  /** Values written beside the legend. */
  readonly labels: readonly number[];
}

const LINE_COUNT = 8;

/** −1 … 1 without finite targets. */
export function levelsOf(targets: ArrayLike<number>): Levels {
  const [least = -1, most = 1] = extent(Array.from(targets).filter(Number.isFinite));
  const isDiverging = least < 0 && most > 0;
  const reach = Math.max(Math.abs(least), Math.abs(most));
  const [low, high] = isDiverging ? widen(-reach, reach) : widen(least, most);
  const thresholds = ticks(low, high, LINE_COUNT).filter((value) => value > low && value < high);
  const labels = isDiverging ? [low, 0, high] : [low, high];
  return { low, high, isDiverging, thresholds, labels };
}

/** Round ends; a single value gets one unit of room. */
function widen(low: number, high: number): [number, number] {
  return low === high ? [low - 0.5, high + 0.5] : nice(low, high, LINE_COUNT);
}

export function levelPalette({ isDiverging }: Pick<Levels, 'isDiverging'>, theme: Theme): Palette {
  const { plane, positive, negative } = theme;
  const high = mix(plane, positive, 0.78);
  if (!isDiverging) return createPalette([plane, mix(plane, positive, 0.36), high]);
  return createPalette([
    mix(plane, negative, 0.78),
    mix(plane, negative, 0.3),
    plane,
    mix(plane, positive, 0.3),
    high,
  ]);
}
