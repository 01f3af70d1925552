/**
 * A board of squares in which neighbours differ: 4 × 4 for two and four classes, 3 × 3 for three (each class then has
 * one square in every row and column). All squares of all classes hold about the same number of points.
 */
import type { Dataset } from '../dataset';
import { drawClasses, type Place, type Position } from './drawClasses';
import { inSquare } from './squares';

const classes = [2, 4] as const;
const BOARD_REACH = 5;
/** Share of a square that its points fill; the rest is the gap that noise closes. */
const FILL = 0.86;

function labelAt(column: number, row: number, count: number): number {
  return count === 4 ? (column % 2) + 2 * (row % 2) : (column + row) % count;
}

function onBoard(count: number): Place {
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

export const checkerboard = {
  id: 'checkerboard',
  name: { en: 'Checkerboard', zh: '棋盘格' },
  phrase: { en: 'checkerboard squares', zh: '棋盘格' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.1,
  defaultPoints: 600,
  generate: (options, random) => drawClasses(options, classes, random, onBoard(options.classes)),
} satisfies Dataset;
