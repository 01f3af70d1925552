/** One and three quarters of a sine wave; clean targets lie between −1.5 and 1.5. */
import type { Dataset } from '../dataset';
import { drawCurve } from './drawTargets';

const target = (x1: number): number => 1.5 * Math.sin(x1);

export const sine = {
  id: 'sine',
  name: { en: 'Sine wave', zh: '正弦波' },
  phrase: { en: 'points near a sine wave', zh: '正弦波附近的点' },
  task: 'regression',
  inputs: 1,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-3, 3] },
  defaultNoise: 0.2,
  defaultPoints: 120,
  generate: (options, random) => drawCurve(options, random, [-5.5, 5.5], target),
} satisfies Dataset;
