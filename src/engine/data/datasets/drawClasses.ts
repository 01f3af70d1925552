/**
 * Draws the points of every classification dataset. Each run of `classes` points holds every class once, in random
 * order, so any prefix is balanced. A point is drawn alike whatever the noise and the total: turning the noise up
 * moves the same points further, asking for more points keeps the ones already there.
 */
import { permutation, type Random } from '../../random';
import type { Dataset, Points } from '../dataset';
import { checkAmounts, checkClasses, type GenerateOptions } from './options';

/** Coordinates [x1, x2] in plane units. */
export type Position = readonly [number, number];

/**
 * Where a point of class `label` lies on the clean shape. `along` in [0, 1) fills the class evenly from its first
 * points on (golden-ratio steps from a random start): the position along an arm, the angle on a ring.
 */
export type Place = (label: number, along: number, random: Random) => Position;

const GOLDEN_STEP = (Math.sqrt(5) - 1) / 2;

export function drawClasses(
  options: GenerateOptions,
  classRange: Dataset['classes'],
  random: Random,
  place: Place,
): Points {
  checkAmounts(options);
  checkClasses(options, classRange);
  const { points, noise, classes } = options;
  const x1 = new Float64Array(points);
  const x2 = new Float64Array(points);
  const y = new Float64Array(points);
  const starts = Float64Array.from({ length: classes }, () => random.uniform());
  let labels: Uint32Array = new Uint32Array(0);
  for (let i = 0; i < points; i++) {
    if (i % classes === 0) labels = permutation(classes, random);
    const label = labels[i % classes] as number;
    const along = ((starts[label] as number) + Math.floor(i / classes) * GOLDEN_STEP) % 1;
    const [cleanX1, cleanX2] = place(label, along, random);
    x1[i] = cleanX1 + noise * random.normal();
    x2[i] = cleanX2 + noise * random.normal();
    y[i] = label;
  }
  return { x1, x2, y };
}
