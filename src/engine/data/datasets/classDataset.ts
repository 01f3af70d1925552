/**
 * What all classification datasets share: each has a clean shape, points are drawn on it and moved by noise. Each run of
 * `classes` points holds every class once, in random order, so any prefix is balanced. A point is drawn alike whatever
 * the noise and the total: more noise moves the same points further, more points keep the ones already there.
 */
import { permutation, type Random } from '../../random';
import type { Dataset, Points } from '../dataset';
import { checkAmounts, type GenerateOptions, GOLDEN_STEP } from './checkAmounts';

/** Coordinates [x1, x2] in plane units. */
export type Position = readonly [number, number];

/**
 * Where a point of class `label` lies on the clean shape. `along` in [0, 1) fills the class evenly from its first
 * points on (golden-ratio steps from a random start): the position along an arm, the angle on a ring.
 */
export type CleanShape = (label: number, along: number, random: Random) => Position;

interface ClassDataset extends Pick<Dataset, 'id' | 'name' | 'phrase' | 'classes' | 'defaultNoise'> {
  /** ±6 in both directions unless given. */
  readonly plane?: Dataset['plane'];
  /** 400 unless given. */
  readonly defaultPoints?: number;
  readonly shape: (classes: number) => CleanShape;
}

export function classDataset({ shape, ...own }: ClassDataset): Dataset {
  return {
    task: 'classification',
    inputs: 2,
    plane: { x: [-6, 6], y: [-6, 6] },
    defaultPoints: 400,
    ...own,
    generate: (options, random) => {
      checkAmounts(options);
      checkClasses(options, own.classes);
      return draw(options, random, shape(options.classes));
    },
  };
}

function checkClasses({ classes }: GenerateOptions, [fewest, most]: Dataset['classes']): void {
  if (!Number.isInteger(classes) || classes < fewest || classes > most) {
    throw new RangeError(`this dataset makes ${fewest} to ${most} classes, not ${classes}`);
  }
}

function draw({ points, noise, classes }: GenerateOptions, random: Random, shape: CleanShape): Points {
  const x1 = new Float64Array(points);
  const x2 = new Float64Array(points);
  const y = new Float64Array(points);
  const starts = Float64Array.from({ length: classes }, () => random.uniform());
  let labels: Uint32Array = new Uint32Array(0);
  for (let i = 0; i < points; i++) {
    if (i % classes === 0) labels = permutation(classes, random);
    const label = labels[i % classes] as number;
    const along = ((starts[label] as number) + Math.floor(i / classes) * GOLDEN_STEP) % 1;
    const [cleanX1, cleanX2] = shape(label, along, random);
    x1[i] = cleanX1 + noise * random.normal();
    x2[i] = cleanX2 + noise * random.normal();
    y[i] = label;
  }
  return { x1, x2, y };
}
