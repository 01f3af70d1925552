/** Three blobs on an equilateral triangle: the smallest case where softmax is more than logistic regression. */
import type { Dataset } from '../dataset';
import { atCentres } from './centres';
import { drawClasses } from './drawClasses';

const classes = [3, 3] as const;
const HALF_SIDE = 1.5 * Math.sqrt(3);
const place = atCentres([
  [0, 3],
  [-HALF_SIDE, -1.5],
  [HALF_SIDE, -1.5],
]);

export const threeBlobs = {
  id: 'threeBlobs',
  name: { en: 'Three blobs', zh: '三团点' },
  phrase: { en: 'three blobs', zh: '三团点' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.9,
  defaultPoints: 300,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
