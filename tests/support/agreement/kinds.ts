/**
 * For tests only: which problems the devices must agree on. Every hidden activation × loss × optimiser of the registries; shape,
 * output, batches, regularisation and learning rates are dealt from shuffled decks, the same way every time.
 */

import type { UpdateSettings } from '../../../src/engine/devices/device';
import type { Frozen } from '../../../src/engine/experiment';
import {
  type ActivationId,
  activations,
  type OutputActivationId,
  outputActivations,
} from '../../../src/engine/model/activations';
import { type LossId, losses } from '../../../src/engine/model/losses';
import type { Loss } from '../../../src/engine/model/losses/loss';
import type { NetworkPlan } from '../../../src/engine/model/network';
import { createRandom, permutation, type Random } from '../../../src/engine/random';
import { type OptimizerId, optimizers } from '../../../src/engine/training/optimizers';

export const hiddenIds = Object.keys(activations) as ActivationId[];
export const outputIds = Object.keys(outputActivations) as OutputActivationId[];
export const lossIds = Object.keys(losses) as LossId[];
export const optimizerIds = Object.keys(optimizers) as OptimizerId[];

export interface Shape {
  readonly inputs: number;
  /** Units of each hidden layer. */
  readonly hidden: readonly number[];
}

const shapes: readonly Shape[] = [
  { inputs: 2, hidden: [4] },
  { inputs: 2, hidden: [8, 8] },
  { inputs: 3, hidden: [5, 1] },
  { inputs: 12, hidden: [7] },
  { inputs: 2, hidden: [9, 4] },
  { inputs: 1, hidden: [16] },
  { inputs: 2, hidden: [3, 5, 4] },
  { inputs: 12, hidden: [1, 16, 3] },
  { inputs: 2, hidden: [8, 7, 9] },
];
const flatShapes: readonly Shape[] = [1, 2, 3, 12].map((inputs) => ({ inputs, hidden: [] }));
const wideShapes: readonly Shape[] = [
  { inputs: 2, hidden: [64] },
  { inputs: 3, hidden: [128] },
  { inputs: 2, hidden: [4, 64] },
];
/** On software GL every new shape costs seconds. */
const fewShapes: readonly Shape[] = [
  { inputs: 2, hidden: [8, 8] },
  { inputs: 3, hidden: [5, 1] },
  { inputs: 1, hidden: [16] },
  { inputs: 12, hidden: [3, 7, 4] },
];

/** Classes, or null for regression. */
const tasks = [2, 3, null, 4, 5, 7, 10] as const;
/** Points of a batch; of 13 in all, so that the last of an epoch is smaller. */
const batchSizes = [1, 3, 10, 'all'] as const;

export const regularisations = {
  none: { l1: 0, l2: 0, clipNorm: null },
  l1: { l1: 0.01, l2: 0, clipNorm: null },
  l2: { l1: 0, l2: 0.02, clipNorm: null },
  both: { l1: 0.005, l2: 0.01, clipNorm: null },
  clipped: { l1: 0, l2: 0, clipNorm: 0.3 },
  everything: { l1: 0.005, l2: 0.01, clipNorm: 0.5 },
} as const satisfies Record<string, Omit<UpdateSettings, 'optimizer' | 'frozen'>>;

/** Factor of the learning rate at update k of 100. */
export const rates = {
  constant: () => 1,
  falling: (k) => 1 - k / 200,
  'sometimes 0': (k) => (k % 10 === 9 ? 0 : 1 + (k % 3) / 2),
} as const satisfies Record<string, (k: number) => number>;

/** What is frozen of a network. */
export const frozenParts = {
  'every third parameter': ({ parameterCount }) => ({
    layers: [],
    parameters: Array.from({ length: Math.ceil(parameterCount / 3) }, (_, i) => 3 * i),
  }),
  'the first bias and a weight': ({ layers: [first] }) => ({
    layers: [],
    parameters: [1, ...Array.from({ length: first!.units }, (_, unit) => first!.biasOffset + unit)],
  }),
  'the first layer': () => ({ layers: [0], parameters: [] }),
  'the last layer and a weight': ({ layers }) => ({ layers: [layers.length - 1], parameters: [0] }),
} as const satisfies Record<string, (network: NetworkPlan) => Frozen>;

export interface Kind {
  readonly hidden: ActivationId;
  readonly loss: LossId;
  readonly optimizer: OptimizerId;
  readonly shape: Shape;
  readonly output: OutputActivationId;
  readonly classes: number | null;
  readonly batchSize: number | 'all';
  readonly regularisation: keyof typeof regularisations;
  readonly rate: keyof typeof rates;
  readonly options: 'usual' | 'unusual';
  /** Nothing where it is left out. */
  readonly frozen?: keyof typeof frozenParts;
}

export function titleOf(kind: Kind): string {
  const { hidden, shape, output, classes, loss, optimizer, options, batchSize, regularisation, rate } = kind;
  const layers = [shape.inputs, ...shape.hidden].join('-');
  return [
    `${hidden} ${layers} → ${output} ${classes ?? 'regression'}, ${loss}`,
    `${optimizer} with ${options} options, batch ${batchSize}, ${regularisation}, rate ${rate}`,
    ...(kind.frozen ? [`${kind.frozen} frozen`] : []),
  ].join(', ');
}

/** Every hidden activation × loss × optimiser. */
export function everyKind(): Kind[] {
  const deal = createDealer(shapes);
  return hiddenIds.flatMap((hidden) =>
    lossIds.flatMap((loss) => optimizerIds.map((optimizer) => deal({ hidden, loss, optimizer }))),
  );
}

/** Every output activation × loss without a hidden layer. */
export function flatKinds(): Kind[] {
  const deal = createDealer(flatShapes);
  return outputIds.flatMap((output, i) =>
    lossIds.map((loss, j) => deal({ output, loss, optimizer: inTurn(optimizerIds, i + j) })),
  );
}

/**
 * Every hidden activation in layers of 64 and 128. Few points at a time, because float64 is slow; no L1, because with so many
 * weights some are always at its kink.
 */
export function wideKinds(): Kind[] {
  const deal = createDealer(wideShapes);
  return hiddenIds.map((hidden, i) =>
    deal({
      hidden,
      loss: inTurn(lossIds, i),
      optimizer: inTurn(optimizerIds, i),
      batchSize: 3,
      regularisation: inTurn(['none', 'l2', 'clipped'] as const, i),
    }),
  );
}

/** Every hidden activation × loss, with every output activation and optimiser, for a device that is slow to start. */
export function fewKinds(): Kind[] {
  const deal = createDealer(fewShapes);
  const pairs = hiddenIds.flatMap((hidden) => lossIds.map((loss) => ({ hidden, loss })));
  return pairs.map((pair, i) =>
    deal({ ...pair, optimizer: inTurn(optimizerIds, i), output: inTurn(outputIds, i) }),
  );
}

/** Every optimiser with something frozen, narrow and wide, clipped and penalised and not. */
export function frozenKinds(): Kind[] {
  const parts = Object.keys(frozenParts) as (keyof typeof frozenParts)[];
  const [deal, dealWide] = [createDealer(fewShapes), createDealer(wideShapes)];
  const [hidden, loss] = ['tanh', 'categoricalCrossentropy'] as const;
  const regularisation = Object.keys(regularisations) as (keyof typeof regularisations)[];
  return [
    ...optimizerIds.map((optimizer, i) =>
      deal({
        optimizer,
        hidden: inTurn(hiddenIds, i),
        frozen: inTurn(parts, i),
        regularisation: inTurn(regularisation, i),
      }),
    ),
    dealWide({
      hidden,
      loss,
      optimizer: 'adamw',
      batchSize: 3,
      regularisation: 'clipped',
      frozen: parts[0]!,
    }),
    dealWide({ hidden, loss, optimizer: 'momentum', batchSize: 3, regularisation: 'l2', frozen: parts[1]! }),
  ];
}

/** Steep descent with short memory over all points, where roundings grow fastest. */
export function wildKinds(): Kind[] {
  const wild = { batchSize: 'all', regularisation: 'none', rate: 'constant', options: 'unusual' } as const;
  const deal = createDealer([{ inputs: 2, hidden: [8, 8] }]);
  return (['tanh', 'swish', 'softplus'] as const).flatMap((hidden) =>
    (['adam', 'adamw'] as const).map((optimizer) =>
      deal({ ...wild, hidden, optimizer, loss: 'squaredError', output: 'elu', classes: 5 }),
    ),
  );
}

const inTurn = <T>(entries: readonly T[], turn: number): T => entries[turn % entries.length]!;

/** A deck that is shuffled again whenever it is used up, so that every entry comes up equally often. */
function deckOf<T>(entries: readonly T[], random: Random): () => T {
  let left: number[] = [];
  return () => {
    if (left.length === 0) left = [...permutation(entries.length, random)];
    return entries[left.pop()!]!;
  };
}

/** Fills in what a kind leaves open. */
function createDealer(from: readonly Shape[]): (given: Partial<Kind>) => Kind {
  const random = createRandom(1);
  const keys = <Id extends string>(record: Record<Id, unknown>) =>
    deckOf(Object.keys(record) as Id[], random);
  const decks = {
    hidden: deckOf(hiddenIds, random),
    loss: deckOf(lossIds, random),
    optimizer: deckOf(optimizerIds, random),
    shape: deckOf(from, random),
    output: deckOf(outputIds, random),
    classes: deckOf(tasks, random),
    batchSize: deckOf(batchSizes, random),
    regularisation: keys(regularisations),
    rate: keys(rates),
    options: deckOf(['usual', 'unusual'] as const, random),
  };
  return (given) => {
    const dealt = {
      hidden: decks.hidden(),
      loss: decks.loss(),
      optimizer: decks.optimizer(),
      shape: decks.shape(),
      output: decks.output(),
      classes: decks.classes(),
      batchSize: decks.batchSize(),
      regularisation: decks.regularisation(),
      rate: decks.rate(),
      options: decks.options(),
      ...given,
    };
    const loss: Loss = losses[dealt.loss];
    // Softmax of a single output is always 1.
    const mayRegress = loss.tasks.includes('regression') && dealt.output !== 'softmax';
    return mayRegress ? dealt : { ...dealt, classes: dealt.classes ?? 2 };
  };
}
