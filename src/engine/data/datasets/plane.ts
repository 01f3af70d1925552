/** A tilted plane; clean targets lie between −1.65 and 1.65. */
import type { Dataset } from '../dataset';
import { drawSurface } from './drawTargets';

const target = (x1: number, x2: number): number => 0.2 * x1 - 0.1 * x2;

export const plane = {
  id: 'plane',
  name: { en: 'Plane', zh: '平面' },
  phrase: { en: 'points near a plane', zh: '平面附近的点' },
  task: 'regression',
  inputs: 2,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.1,
  defaultPoints: 400,
  generate: (options, random) => drawSurface(options, random, 5.5, target),
} satisfies Dataset;
