/** Two Gaussians that overlap a little: the best possible classifier is a line, and it still errs on about 1 in 60. */
import type { Dataset } from '../dataset';
import { atCentres } from './centres';
import { drawClasses } from './drawClasses';

const classes = [2, 2] as const;
const place = atCentres([
  [-1.5, -1.5],
  [1.5, 1.5],
]);

export const gaussians = {
  id: 'gaussians',
  name: { en: 'Two Gaussians', zh: '两个高斯分布' },
  phrase: { en: 'two Gaussians', zh: '两个高斯分布的点' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 1,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
