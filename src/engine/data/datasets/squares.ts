/** Axis-parallel squares of uniform points. */
import type { Random } from '../../random';
import { type CleanShape, classDataset, type Position } from './classDataset';

/** A uniform point of the square with this centre whose sides are 2 · `reach` long. */
function inSquare([x1, x2]: Position, reach: number, random: Random): Position {
  return [x1 + reach * (2 * random.uniform() - 1), x2 + reach * (2 * random.uniform() - 1)];
}

/** Of a square in a quadrant; the gap between neighbours is 0.8. */
const CENTRE = 2.7;
const REACH = 2.3;

function inOppositeQuadrants(label: number, _along: number, random: Random): Position {
  const side = random.integer(2) === 0 ? -CENTRE : CENTRE;
  return inSquare([side, label === 0 ? side : -side], REACH, random);
}

/** y = 0 where the coordinates have the same sign, y = 1 where they differ; noise carries points across the axes. */
export const xor = classDataset({
  id: 'xor',
  name: { en: 'XOR', zh: '异或' },
  phrase: { en: 'XOR points', zh: '异或分布的点' },
  classes: [2, 2],
  defaultNoise: 0.2,
  shape: () => inOppositeQuadrants,
});

function inOwnQuadrant(label: number, _along: number, random: Random): Position {
  const centre = [label === 0 || label === 3 ? CENTRE : -CENTRE, label < 2 ? CENTRE : -CENTRE] as const;
  return inSquare(centre, REACH, random);
}

/** Class k fills quadrant k + 1, counted as in mathematics; noise carries points across the axes. */
export const quadrants = classDataset({
  id: 'quadrants',
  name: { en: 'Quadrants', zh: '四象限' },
  phrase: { en: 'the four quadrants', zh: '四个象限的点' },
  classes: [4, 4],
  defaultNoise: 0.2,
  shape: () => inOwnQuadrant,
});

const BOARD_REACH = 5;
/** Share of a square of the board that its points fill; the rest is the gap that noise closes. */
const FILL = 0.86;

function labelAt(column: number, row: number, count: number): number {
  return count === 4 ? (column % 2) + 2 * (row % 2) : (column + row) % count;
}

function onBoard(count: number): CleanShape {
  const side = count === 3 ? 3 : 4;
  const reach = BOARD_REACH / side;
  const centres: Position[][] = Array.from({ length: count }, () => []);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const centre = [(2 * column + 1 - side) * reach, (side - 1 - 2 * row) * reach] as const;
      centres[labelAt(column, row, count)]?.push(centre);
    }
  }
  return (label, along, random) => {
    const own = centres[label] ?? [];
    const centre = own[Math.floor(along * own.length)] ?? [0, 0];
    return inSquare(centre, FILL * reach, random);
  };
}

/**
 * A board of squares in which neighbours differ: 4 × 4 for two and four classes, 3 × 3 for three (each class then has
 * one square in every row and column). All squares of all classes hold about the same number of points.
 */
export const checkerboard = classDataset({
  id: 'checkerboard',
  name: { en: 'Checkerboard', zh: '棋盘格' },
  phrase: { en: 'checkerboard squares', zh: '棋盘格' },
  classes: [2, 4],
  defaultNoise: 0.1,
  defaultPoints: 600,
  shape: onBoard,
});
