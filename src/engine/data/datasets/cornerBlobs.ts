/** Four blobs, one in the middle of each quadrant: class k lies in quadrant k + 1. */
import type { Dataset } from '../dataset';
import { atCentres } from './centres';
import { drawClasses } from './drawClasses';

const classes = [4, 4] as const;
const place = atCentres([
  [3, 3],
  [-3, 3],
  [-3, -3],
  [3, -3],
]);

export const cornerBlobs = {
  id: 'cornerBlobs',
  name: { en: 'Corner blobs', zh: '四角的四团点' },
  phrase: { en: 'four corner blobs', zh: '四角的四团点' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.9,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
