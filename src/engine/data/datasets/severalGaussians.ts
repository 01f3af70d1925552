/** Gaussian hills and hollows on a flat plane, as one sum; clean targets lie between about −1.2 and 1.2. */
import type { Dataset } from '../dataset';
import { drawSurface } from './drawTargets';

/** Centre x1, centre x2 and height of each; all have the same width. */
const BUMPS = [
  [-3.2, 2.6, 1.2],
  [0.2, 3.4, -0.9],
  [3.4, 1.6, 1],
  [-3, -2, -1.2],
  [0.4, -0.6, 0.8],
  [3, -3.2, -1.1],
] as const;
const WIDTH = 1.3;

function target(x1: number, x2: number): number {
  let sum = 0;
  for (const [centreX1, centreX2, height] of BUMPS) {
    const squaredDistance = (x1 - centreX1) ** 2 + (x2 - centreX2) ** 2;
    sum += height * Math.exp(-squaredDistance / (2 * WIDTH * WIDTH));
  }
  return sum;
}

export const severalGaussians = {
  id: 'severalGaussians',
  name: { en: 'Several Gaussians', zh: '多个高斯叠加' },
  phrase: { en: 'points near a sum of Gaussians', zh: '高斯叠加曲面附近的点' },
  task: 'regression',
  inputs: 2,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.05,
  defaultPoints: 600,
  generate: (options, random) => drawSurface(options, random, 5.5, target),
} satisfies Dataset;
