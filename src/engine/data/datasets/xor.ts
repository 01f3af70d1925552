/** y = 0 where the coordinates have the same sign, y = 1 where they differ; noise carries points across the axes. */
import type { Random } from '../../random';
import type { Dataset } from '../dataset';
import { drawClasses, type Position } from './drawClasses';
import { inSquare } from './squares';

const classes = [2, 2] as const;
const CENTRE = 2.7;
const REACH = 2.3;

function place(label: number, _along: number, random: Random): Position {
  const side = random.integer(2) === 0 ? -CENTRE : CENTRE;
  return inSquare([side, label === 0 ? side : -side], REACH, random);
}

export const xor = {
  id: 'xor',
  name: { en: 'XOR', zh: '异或' },
  phrase: { en: 'XOR points', zh: '异或分布的点' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.2,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
