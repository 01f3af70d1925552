/** Class k fills quadrant k + 1, counted as in mathematics; noise carries points across the axes. */
import type { Random } from '../../random';
import type { Dataset } from '../dataset';
import { atCentres } from './centres';
import { drawClasses, type Position } from './drawClasses';
import { inSquare } from './squares';

const classes = [4, 4] as const;
const REACH = 2.3;
const centre = atCentres([
  [2.7, 2.7],
  [-2.7, 2.7],
  [-2.7, -2.7],
  [2.7, -2.7],
]);

function place(label: number, along: number, random: Random): Position {
  return inSquare(centre(label, along, random), REACH, random);
}

export const quadrants = {
  id: 'quadrants',
  name: { en: 'Quadrants', zh: '四象限' },
  phrase: { en: 'the four quadrants', zh: '四个象限的点' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.2,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
