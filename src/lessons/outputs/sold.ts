/** T-shirts sold (in thousands) by what was spent on marketing: none as long as nobody knows of them, then more and more. */
import type { OwnSource } from '../../engine/experiment';

const marketing = [
  0.1, 0.17, 0.24, 0.32, 0.39, 0.46, 0.53, 0.6, 0.67, 0.75, 0.82, 0.89, 0.96, 1.03, 1.11, 1.18, 1.25, 1.32,
  1.39, 1.46, 1.54, 1.61, 1.68, 1.75, 1.82, 1.89, 1.97, 2.04, 2.11, 2.18, 2.25, 2.33, 2.4, 2.47, 2.54, 2.61,
  2.68, 2.76, 2.83, 2.9,
];
const sales = [
  0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0.28, 0.19, 0.47, 0.61, 0.49, 0.68, 0.59, 0.86, 1,
  0.89, 1.07, 0.98, 1.26, 1.4, 1.28, 1.47, 1.38, 1.65, 1.79, 1.67, 1.87, 1.77, 2.05,
];

export const sold: OwnSource = { kind: 'own', x1: marketing, x2: marketing.map(() => 0), y: sales };
