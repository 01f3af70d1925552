/** A jump from −1 to 1 at x₁ = 0: what a steep sigmoid or tanh does best. */
import type { Dataset } from '../dataset';
import { drawCurve } from './drawTargets';

const target = (x1: number): number => (x1 < 0 ? -1 : 1);

export const step = {
  id: 'step',
  name: { en: 'Step', zh: '阶跃' },
  phrase: { en: 'points near a step', zh: '阶跃曲线附近的点' },
  task: 'regression',
  inputs: 1,
  classes: [0, 0],
  plane: { x: [-6, 6], y: [-3, 3] },
  defaultNoise: 0.15,
  defaultPoints: 120,
  generate: (options, random) => drawCurve(options, random, [-5.5, 5.5], target),
} satisfies Dataset;
