/** The shape of the experiment document as a valibot schema: types, ranges and known names, field by field. */
import * as v from 'valibot';
import { datasets } from './data/datasets';
import { features } from './data/features';
import { experimentVersion, limits } from './experiment';
import { activations, outputActivations } from './model/activations';
import { initializers } from './model/initializers';
import { losses } from './model/losses';
import { optimizers } from './training/optimizers';
import { schedules } from './training/schedules';

/** One of the ids of a registry. */
function idOf<const R extends Record<string, unknown>>(registry: R) {
  return v.picklist(Object.keys(registry) as (keyof R & string)[]);
}

const finite = v.pipe(v.number(), v.finite());
const within = ([low, high]: readonly [number, number]) => v.pipe(finite, v.minValue(low), v.maxValue(high));
const wholeWithin = (range: readonly [number, number]) => v.pipe(within(range), v.integer());
const seed = wholeWithin(limits.seed);

const label = v.pipe(v.string(), v.maxLength(limits.nameLength));

/** The length is looked at before the entries: each wrong one of four million would be a problem of its own. */
const listOf = <T extends v.GenericSchema>(entry: T, mostEntries: number) =>
  v.pipe(v.array(v.unknown()), v.maxLength(mostEntries), v.array(entry));

/** Many numbers. Names the first that is none of the right ones: a problem for each of 100,000 would take seconds to collect. */
export const numbers = <T extends number>(
  mostEntries: number,
  isRight: (value: unknown) => value is T,
  allowed?: string,
) =>
  v.pipe(
    v.array(v.unknown()),
    v.maxLength(mostEntries),
    v.rawTransform(({ dataset, addIssue, NEVER }): T[] => {
      const input = dataset.value;
      const index = input.findIndex((value) => !isRight(value));
      if (index < 0) return input as T[];
      const value = input[index];
      addIssue({
        input: value,
        ...(allowed ? { expected: allowed } : {}),
        path: [{ type: 'array', origin: 'value', input, key: index, value }],
      });
      return NEVER;
    }),
  );

/** Numbers of all points. What lies beyond the plane is seen nowhere, and its cube may be no number of single precision any more. */
const furthest = limits.plane[1];
const isOnPlane = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= furthest;
const column = numbers(limits.points, isOnPlane, `±${furthest}`);
export const isIndex = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const flags = numbers(limits.points, (value): value is 0 | 1 => value === 0 || value === 1);

const source = v.variant('kind', [
  v.strictObject({
    kind: v.literal('preset'),
    id: idOf(datasets),
    points: wholeWithin(limits.generatedPoints),
    noise: within(limits.noise),
    seed,
  }),
  v.strictObject({
    kind: v.literal('own'),
    x1: column,
    x2: column,
    y: column,
    // Documents from before points had names and splits of their own lack both.
    isTest: v.optional(flags),
    names: v.optional(
      v.strictObject({
        x1: label,
        x2: label,
        y: label,
        classes: listOf(label, limits.classes[1]),
      }),
    ),
  }),
]);

const range = v.pipe(
  v.tuple([within(limits.plane), within(limits.plane)]),
  v.check(([low, high]) => high - low >= limits.planeLength, 'order'),
);

const data = v.strictObject({
  task: v.picklist(['classification', 'regression']),
  inputs: v.picklist([1, 2]),
  classes: wholeWithin(limits.classes),
  source,
  plane: v.strictObject({ x: range, y: range }),
  testShare: within(limits.testShare),
  splitSeed: seed,
  features: v.pipe(
    listOf(idOf(features), Object.keys(features).length),
    v.minLength(1),
    v.check((ids) => new Set(ids).size === ids.length, 'repeated'),
  ),
  standardize: v.boolean(),
});

const model = v.strictObject({
  hidden: listOf(
    v.strictObject({ units: wholeWithin(limits.units), activation: idOf(activations) }),
    limits.hiddenLayers,
  ),
  outputActivation: idOf(outputActivations),
  initializer: idOf(initializers),
  seed,
});

const options = v.record(v.string(), finite);
const stopEpochs = wholeWithin(limits.stopEpochs);

const training = v.strictObject({
  optimizer: v.strictObject({ id: idOf(optimizers), options }),
  learningRate: within(limits.learningRate),
  schedule: v.strictObject({ id: idOf(schedules), options }),
  batchSize: v.union([v.literal('all'), wholeWithin([1, limits.points])]),
  shuffleSeed: seed,
  clipNorm: v.nullable(within(limits.clipNorm)),
  stop: v.strictObject({
    epochs: v.nullable(stopEpochs),
    trainLoss: v.nullable(within([0, 1e6])),
    plateau: v.nullable(v.strictObject({ epochs: stopEpochs, minImprovement: within([0, 1e6]) })),
  }),
  // Documents from before anything could be frozen lack it.
  frozen: v.optional(
    v.strictObject({
      layers: listOf(wholeWithin([0, limits.hiddenLayers]), limits.hiddenLayers + 1),
      parameters: numbers(limits.frozenParameters, isIndex),
    }),
    () => ({ layers: [], parameters: [] }),
  ),
});

export const documentSchema = v.strictObject({
  version: v.literal(experimentVersion),
  data,
  model,
  loss: v.strictObject({
    id: idOf(losses),
    l1: within(limits.penalty),
    l2: within(limits.penalty),
    // Only losses that are made with numbers have it.
    options: v.optional(options),
  }),
  training,
});
