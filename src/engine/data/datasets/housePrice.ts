/**
 * A price, which is never negative: what a ReLU output is for. x₁ is the area in 100 m², the target the price in
 * millions, clean between 0.18 and 2.0. Noise is folded at zero (the absolute value of the noisy price), so that it
 * keeps its unit and any amount of it leaves prices ≥ 0.
 */
import type { Dataset } from '../dataset';
import { drawCurve } from './drawTargets';

const price = (area: number): number => 0.1 + 0.4 * area + 0.1 * area * area;

export const housePrice = {
  id: 'housePrice',
  name: { en: 'House price', zh: '房价' },
  phrase: { en: 'house prices', zh: '房价' },
  task: 'regression',
  inputs: 1,
  classes: [0, 0],
  plane: { x: [0, 3], y: [-0.5, 2.5] },
  defaultNoise: 0.15,
  defaultPoints: 120,
  generate: (options, random) => {
    const points = drawCurve(options, random, [0.2, 2.8], price);
    return { ...points, y: points.y.map(Math.abs) };
  },
} satisfies Dataset;
