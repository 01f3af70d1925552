/** The four blobs of the course lab on softmax regression: staggered left to right, standard deviation 1. */
import type { Dataset } from '../dataset';
import { atCentres } from './centres';
import { drawClasses } from './drawClasses';

const classes = [4, 4] as const;
const place = atCentres([
  [-5, 2],
  [-2, -2],
  [1, 2],
  [5, -2],
]);

export const blobs = {
  id: 'blobs',
  name: { en: 'Four blobs', zh: '四团点' },
  phrase: { en: 'four blobs', zh: '四团点' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-8, 8], y: [-8, 8] },
  defaultNoise: 1,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
