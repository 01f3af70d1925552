/**
 * Regression with two inputs, as heights over the plane. Inputs are spread evenly within ±5.5 (additive recurrences of
 * the plastic number with some jitter), targets get Gaussian noise. Noise and total leave the underlying points alone.
 */
import type { Random } from '../../random';
import type { Dataset, Points } from '../dataset';
import { checkAmounts, type GenerateOptions } from './checkAmounts';

interface Surface extends Pick<Dataset, 'id' | 'name' | 'phrase' | 'defaultNoise'> {
  /** 400 unless given. */
  readonly defaultPoints?: number;
  readonly target: (x1: number, x2: number) => number;
}

function surface({ target, ...own }: Surface): Dataset {
  return {
    task: 'regression',
    inputs: 2,
    classes: [0, 0],
    plane: { x: [-6, 6], y: [-6, 6] },
    defaultPoints: 400,
    ...own,
    generate: (options, random) => draw(options, random, target),
  };
}

/** 1/ρ for the plastic number ρ, the real root of ρ³ = ρ + 1. */
const PLASTIC_STEP = 0.7548776662466927;
const REACH = 5.5;
/** Most that a point is moved off its lattice position, plane units. */
const JITTER = 0.3;

function draw(options: GenerateOptions, random: Random, target: Surface['target']): Points {
  checkAmounts(options);
  const { points, noise } = options;
  const startAcross = random.uniform();
  const startUp = random.uniform();
  const spread = (share: number): number =>
    (REACH - JITTER) * (2 * share - 1) + JITTER * (2 * random.uniform() - 1);
  const x1 = new Float64Array(points);
  const x2 = new Float64Array(points);
  const y = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    const across = spread((startAcross + i * PLASTIC_STEP) % 1);
    const up = spread((startUp + i * PLASTIC_STEP * PLASTIC_STEP) % 1);
    x1[i] = across;
    x2[i] = up;
    y[i] = target(across, up) + noise * random.normal();
  }
  return { x1, x2, y };
}

/** Centre x1, centre x2 and height of each Gaussian; all have the same width. */
const BUMPS = [
  [-3.2, 2.6, 1.2],
  [0.2, 3.4, -0.9],
  [3.4, 1.6, 1],
  [-3, -2, -1.2],
  [0.4, -0.6, 0.8],
  [3, -3.2, -1.1],
] as const;
const WIDTH = 1.3;

function sumOfBumps(x1: number, x2: number): number {
  let sum = 0;
  for (const [centreX1, centreX2, height] of BUMPS) {
    const squaredDistance = (x1 - centreX1) ** 2 + (x2 - centreX2) ** 2;
    sum += height * Math.exp(-squaredDistance / (2 * WIDTH * WIDTH));
  }
  return sum;
}

export const surfaces = {
  /** Tilted; clean targets lie between −1.65 and 1.65. */
  plane: surface({
    id: 'plane',
    name: { en: 'Plane', zh: '平面' },
    phrase: { en: 'points near a plane', zh: '平面附近的点' },
    defaultNoise: 0.1,
    target: (x1, x2) => 0.2 * x1 - 0.1 * x2,
  }),
  /** Up along x₁ and down along x₂; clean targets lie between −1.51 and 1.51. */
  saddle: surface({
    id: 'saddle',
    name: { en: 'Saddle', zh: '马鞍面' },
    phrase: { en: 'points near a saddle', zh: '马鞍面附近的点' },
    defaultNoise: 0.1,
    target: (x1, x2) => (x1 * x1 - x2 * x2) / 20,
  }),
  /** Hills and hollows on a flat plane; clean targets lie between about −1.2 and 1.2. */
  severalGaussians: surface({
    id: 'severalGaussians',
    name: { en: 'Several Gaussians', zh: '多个高斯叠加' },
    phrase: { en: 'points near a sum of Gaussians', zh: '高斯叠加曲面附近的点' },
    defaultNoise: 0.05,
    defaultPoints: 600,
    target: sumOfBumps,
  }),
} satisfies Record<string, Dataset>;
