/** A straight line; clean targets lie between −1.45 and 1.85. */
import type { Dataset } from '../dataset';
import { drawCurve } from './drawTargets';

const target = (x1: number): number => 0.3 * x1 + 0.2;

export const line = {
  id: 'line',
  name: { en: 'Straight line', zh: '直线' },
  phrase: { en: 'points near a straight line', zh: '直线附近的点' },
  task: 'regression',
  inputs: 1,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-3, 3] },
  defaultNoise: 0.3,
  defaultPoints: 120,
  generate: (options, random) => drawCurve(options, random, [-5.5, 5.5], target),
} satisfies Dataset;
