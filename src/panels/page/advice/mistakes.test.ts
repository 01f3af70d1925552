/** Prepared mistakes, trained for real: what is said first of each, and what the remedy does for it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { networkExperiment } from '../../../../tests/support/testExperiment';
import { film } from '../../../../tests/support/testFilm';
import { houses } from '../../../../tests/support/testHouses';
import type { Experiment } from '../../../engine/experiment';
import type { ActivationId } from '../../../engine/model/activations';
import { choosePreset, setPreset } from '../../../store/dataEdits';
import { chooseKind, chooseOptimizer, setOutputActivation, setTraining } from '../../../store/modelEdits';
import type { Finding, Situation } from './finding';
import { findings } from './rules';

const withRate = (learningRate: number, experiment = networkExperiment) =>
  setTraining(experiment, { learningRate });
const sgd = (experiment: Experiment) => chooseOptimizer(experiment, 'sgd');
const withHidden = (
  experiment: Experiment,
  activation: ActivationId,
  layers: number,
  units = 8,
): Experiment => ({
  ...experiment,
  model: { ...experiment.model, hidden: Array.from({ length: layers }, () => ({ units, activation })) },
});
const wholeBatch = (experiment: Experiment) => setTraining(experiment, { batchSize: 'all' });
const logistic = (experiment: Experiment) => chooseKind(experiment, 'logistic');
const own = (x1: number[], x2: number[], y: number[]) => ({ kind: 'own', x1, x2, y }) as const;

const xor: Experiment = {
  ...wholeBatch(withRate(1, sgd(withHidden(choosePreset(networkExperiment, 'xor'), 'sigmoid', 1, 2)))),
  loss: { id: 'binaryCrossentropy', l1: 0, l2: 0 },
};
const xorStuck: Experiment = {
  ...xor,
  data: { ...xor.data, source: own([0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 1, 0]), testShare: 0 },
  model: { ...xor.model, outputActivation: 'sigmoid', seed: 6 },
};

/** Forty points of one class all around ten of the other. */
const ring = Array.from({ length: 50 }, (_, i) => ({ radius: i < 10 ? 0.3 : 3, angle: i * 0.7 }));
const surrounded: Experiment = {
  ...logistic(choosePreset(networkExperiment, 'moons')),
  data: {
    ...choosePreset(networkExperiment, 'moons').data,
    source: own(
      ring.map(({ radius, angle }) => radius * Math.cos(angle)),
      ring.map(({ radius, angle }) => radius * Math.sin(angle)),
      ring.map(({ radius }) => (radius < 1 ? 1 : 0)),
    ),
    testShare: 0,
  },
};

/** Two places a few hundred metres apart, as a map names them. */
const places = Array.from({ length: 30 }, (_, i) => ({ side: i % 2, shift: 0.0008 * Math.sin(i * 2.4) }));
const degrees: Experiment = {
  ...surrounded,
  data: {
    ...surrounded.data,
    source: own(
      places.map(({ side, shift }) => 116.3 + 0.003 * side + shift),
      places.map(({ side, shift }) => 39.9 + 0.002 * side - shift),
      places.map(({ side }) => side),
    ),
  },
};

const tiny = withRate(
  1e-4,
  wholeBatch(sgd(logistic(setPreset(choosePreset(networkExperiment, 'separable'), { points: 300 })))),
);
const noisy = withHidden(
  setPreset(choosePreset(networkExperiment, 'moons'), { points: 40, noise: 0.6 }),
  'relu',
  2,
  32,
);
const spiral = choosePreset(networkExperiment, 'spiral');

interface Mistake {
  readonly experiment: Experiment;
  readonly updates: number;
  readonly first: Finding['words'];
  readonly never?: readonly Finding['words'][];
}

const mistakes: Record<string, Mistake> = {
  'rate 3 on the first network': {
    experiment: withRate(3),
    updates: 3000,
    first: 'diagnosis.rateUnitsDied',
    never: ['diagnosis.deadUnits', 'diagnosis.overfitting'],
  },
  'rate 10 without adaptive steps': {
    experiment: withRate(10, sgd(setPreset(networkExperiment, { points: 200 }))),
    updates: 1000,
    first: 'diagnosis.rateUnitsDied',
    never: ['diagnosis.deadUnits', 'diagnosis.rateTooSmall'],
  },
  'rate 3 where no unit can die': {
    experiment: withRate(3, withHidden(networkExperiment, 'tanh', 2)),
    updates: 3000,
    first: 'diagnosis.rateLossRose',
    never: ['diagnosis.vanishingGradient', 'diagnosis.flatPlace'],
  },
  'rate 10 on a straight border': {
    experiment: withRate(10, sgd(logistic(choosePreset(networkExperiment, 'moons')))),
    updates: 1000,
    first: 'diagnosis.rateLossRose',
    never: ['diagnosis.lineTooSimple'],
  },
  'degrees of longitude and latitude as they are': {
    experiment: degrees,
    updates: 3000,
    first: 'diagnosis.largeInputs',
    never: ['diagnosis.lineTooSimple', 'diagnosis.rateLossRose'],
  },
  'a tiny rate': {
    experiment: tiny,
    updates: 300,
    first: 'diagnosis.rateTooSmall',
    never: ['diagnosis.lineTooSimple'],
  },
  'ReLU as output for classes': {
    experiment: setOutputActivation(networkExperiment, 'relu'),
    updates: 1000,
    first: 'diagnosis.lossWithoutAccuracy',
  },
  'XOR with two sigmoid units, from where they get stuck': {
    experiment: xorStuck,
    updates: 5000,
    first: 'diagnosis.flatPlace',
    never: ['diagnosis.rateTooSmall', 'diagnosis.vanishingGradient'],
  },
  'a straight border around a class of a fifth': {
    experiment: surrounded,
    updates: 3000,
    first: 'diagnosis.largestClassOnly',
  },
  'house prices in single dollars': {
    experiment: houses,
    updates: 2000,
    first: 'diagnosis.targetsFar',
    never: ['diagnosis.rateTooSmall', 'diagnosis.curveTooSimple', 'advice.nonNegativeTargets'],
  },
  'house prices without adaptive steps': {
    experiment: sgd(houses),
    updates: 100,
    first: 'diagnosis.targetsThrowOff',
  },
  'softmax regression on rings': {
    experiment: chooseKind(choosePreset(networkExperiment, 'rings'), 'softmax'),
    updates: 3000,
    first: 'diagnosis.lineTooSimple',
    never: ['diagnosis.rateTooSmall', 'diagnosis.largestClassOnly'],
  },
  'linear hidden layers on a spiral': {
    experiment: withHidden(spiral, 'linear', 2),
    updates: 3000,
    first: 'diagnosis.linearLayersTooSimple',
    never: ['diagnosis.rateTooLarge', 'diagnosis.flatPlace'],
  },
  'five sigmoid layers': {
    experiment: withHidden(spiral, 'sigmoid', 5),
    updates: 100,
    first: 'diagnosis.vanishingGradient',
  },
  'a large network on few noisy points': {
    experiment: noisy,
    updates: 1500,
    first: 'diagnosis.overfitting',
    never: ['diagnosis.deadUnits', 'diagnosis.rateTooLarge', 'diagnosis.rateLossRose'],
  },
};

const firstOf = (situation: Situation) => findings(situation)[0]?.words ?? null;

describe.each(Object.entries(mistakes))('%s', (_, { experiment, updates, first, never = [] }) => {
  let seen: Situation[] = [];
  beforeAll(async () => {
    seen = await film(experiment, updates);
  }, 60_000);

  it(`is told ${first} in the end`, () => expect(firstOf(seen.at(-1)!)).toBe(first));

  it('is never told what is not so', () => {
    const said = new Set(seen.map(firstOf));
    expect(never.filter((words) => said.has(words))).toEqual([]);
  });
});

describe('a sound run', () => {
  it.each([
    ['the first network', networkExperiment],
    ['a network on the spiral', spiral],
    ['softmax regression on blobs', chooseKind(networkExperiment, 'softmax')],
  ])(
    'of %s is left alone from beginning to end',
    async (_, experiment) => {
      const seen = await film(experiment, 12_000);
      expect(seen.map(firstOf).filter((words) => words !== null)).toEqual([]);
    },
    60_000,
  );
});

describe('the remedy', () => {
  /** Final training loss before and after following what is said first. */
  async function followed({ experiment, updates }: Mistake): Promise<[before: number, after: number]> {
    const last = (await film(experiment, updates)).at(-1)!;
    const { change } = findings(last)[0]!.remedy!;
    const next = (await film(change(experiment), updates)).at(-1)!;
    return [last.snapshot!.train!.loss, next.snapshot!.train!.loss];
  }

  it.each([
    ['XOR with two sigmoid units, from where they get stuck', 0.1],
    ['linear hidden layers on a spiral', 0.1],
    ['a straight border around a class of a fifth', 0.1],
    ['a tiny rate', 0.9],
    ['rate 10 without adaptive steps', 0.9],
  ] as const)(
    'for %s leaves less than %d of the loss',
    async (name, part) => {
      const [before, after] = await followed(mistakes[name]!);
      expect(after).toBeLessThan(part * before);
    },
    60_000,
  );

  it('for house prices explains them, in their new unit', async () => {
    const last = (await film(houses, 300)).at(-1)!;
    const scaled = findings(last)[0]!.remedy!.change(houses);
    const [, ...later] = await film(scaled, 2000);
    const { loss } = later.at(-1)!.snapshot!.train!;
    // Half the variance of the prices in units of 100,000 is 0.64; ½ · 6.08 · 10⁸ dollars² is what a straight line leaves.
    expect(loss).toBeLessThan(0.0608);
  }, 60_000);
});
