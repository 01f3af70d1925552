/** An upright parabola; clean targets lie between −1.2 and 1.83. */
import type { Dataset } from '../dataset';
import { drawCurve } from './drawTargets';

const target = (x1: number): number => 0.1 * x1 * x1 - 1.2;

export const parabola = {
  id: 'parabola',
  name: { en: 'Parabola', zh: '抛物线' },
  phrase: { en: 'points near a parabola', zh: '抛物线附近的点' },
  task: 'regression',
  inputs: 1,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-3, 3] },
  defaultNoise: 0.25,
  defaultPoints: 120,
  generate: (options, random) => drawCurve(options, random, [-5.5, 5.5], target),
} satisfies Dataset;
