/** A saddle, up along x₁ and down along x₂; clean targets lie between −1.51 and 1.51. */
import type { Dataset } from '../dataset';
import { drawSurface } from './drawTargets';

const target = (x1: number, x2: number): number => (x1 * x1 - x2 * x2) / 20;

export const saddle = {
  id: 'saddle',
  name: { en: 'Saddle', zh: '马鞍面' },
  phrase: { en: 'points near a saddle', zh: '马鞍面附近的点' },
  task: 'regression',
  inputs: 2,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.1,
  defaultPoints: 400,
  generate: (options, random) => drawSurface(options, random, 5.5, target),
} satisfies Dataset;
