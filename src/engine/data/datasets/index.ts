/** Every dataset, in the order of the menu. A new one is a file beside this one and a line here. */
import type { Dataset } from '../dataset';
import { blobs } from './blobs';
import { checkerboard } from './checkerboard';
import { circle } from './circle';
import { cornerBlobs } from './cornerBlobs';
import { dailyChange } from './dailyChange';
import { gaussians } from './gaussians';
import { housePrice } from './housePrice';
import { line } from './line';
import { moons } from './moons';
import { parabola } from './parabola';
import { pinwheel } from './pinwheel';
import { plane } from './plane';
import { quadrants } from './quadrants';
import { rings } from './rings';
import { saddle } from './saddle';
import { separable } from './separable';
import { severalGaussians } from './severalGaussians';
import { sine } from './sine';
import { spiral } from './spiral';
import { step } from './step';
import { threeBlobs } from './threeBlobs';
import { xor } from './xor';

export const datasets = {
  blobs,
  cornerBlobs,
  threeBlobs,
  gaussians,
  separable,
  xor,
  circle,
  moons,
  spiral,
  rings,
  checkerboard,
  quadrants,
  pinwheel,
  line,
  parabola,
  sine,
  step,
  housePrice,
  dailyChange,
  plane,
  saddle,
  severalGaussians,
} as const satisfies Record<string, Dataset>;

export type DatasetId = keyof typeof datasets;
