/** Axis-parallel squares of uniform points: the cells of XOR, quadrants and checkerboard. */
import type { Random } from '../../random';
import type { Position } from './drawClasses';

/** A uniform point of the square with this centre whose sides are 2 · `reach` long. */
export function inSquare([x1, x2]: Position, reach: number, random: Random): Position {
  return [x1 + reach * (2 * random.uniform() - 1), x2 + reach * (2 * random.uniform() - 1)];
}
