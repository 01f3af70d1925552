/**
 * Every dataset, in the order of the menu. A new one is a row of its table (blobs, curves, surfaces), or a file beside
 * this one and a line here.
 */
import type { Dataset } from '../dataset';
import { blobs } from './blobs';
import { curves } from './curves';
import { moons } from './moons';
import { pinwheel } from './pinwheel';
import { circle, rings } from './rings';
import { separable } from './separable';
import { spiral } from './spiral';
import { checkerboard, quadrants, xor } from './squares';
import { surfaces } from './surfaces';

export const datasets = {
  ...blobs,
  separable,
  xor,
  circle,
  moons,
  spiral,
  rings,
  checkerboard,
  quadrants,
  pinwheel,
  ...curves,
  ...surfaces,
} as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof datasets;
