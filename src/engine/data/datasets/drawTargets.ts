/**
 * Draws the points of every regression dataset: inputs spread evenly over their range (additive recurrences with a
 * random start: the golden ratio on a line, the plastic number with some jitter on the plane), targets with Gaussian
 * noise. As with classes, noise and total leave the underlying points alone.
 */
import type { Random } from '../../random';
import type { Points } from '../dataset';
import { checkAmounts, type GenerateOptions } from './options';

const GOLDEN_STEP = (Math.sqrt(5) - 1) / 2;
/** 1/ρ for the plastic number ρ, the real root of ρ³ = ρ + 1. */
const PLASTIC_STEP = 0.7548776662466927;
/** Most that a point of a surface is moved off its lattice place, plane units. */
const JITTER = 0.3;

/** One input: x1 over [low, high), x2 all 0, y = target(x1) + noise. */
export function drawCurve(
  options: GenerateOptions,
  random: Random,
  [low, high]: readonly [number, number],
  target: (x1: number) => number,
): Points {
  checkAmounts(options);
  const { points, noise } = options;
  const start = random.uniform();
  const x1 = Float64Array.from(
    { length: points },
    (_, i) => low + (high - low) * ((start + i * GOLDEN_STEP) % 1),
  );
  const y = x1.map((x) => target(x) + noise * random.normal());
  return { x1, x2: new Float64Array(points), y };
}

/** Two inputs: x1 and x2 over [−reach, reach], y = target(x1, x2) + noise. */
export function drawSurface(
  options: GenerateOptions,
  random: Random,
  reach: number,
  target: (x1: number, x2: number) => number,
): Points {
  checkAmounts(options);
  const { points, noise } = options;
  const startAcross = random.uniform();
  const startUp = random.uniform();
  const spread = (place: number): number =>
    (reach - JITTER) * (2 * place - 1) + JITTER * (2 * random.uniform() - 1);
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
