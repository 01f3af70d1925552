/** Each rule has a case where it speaks and a neighbouring one where it must not; where two speak, the order is held, too. */
import { describe, expect, it } from 'vitest';
import { cloud, type ExperimentParts, experimentWith } from '../../../../tests/support/testExperiment';
import { prepareData } from '../../../engine/data/prepareData';
import type { Experiment } from '../../../engine/experiment';
import { planNetwork } from '../../../engine/model/network';
import { healthRowOf } from '../../../engine/training/healthRow';
import type { Health, HistoryRow, LayerHealth } from '../../../engine/training/snapshot';
import type { Finding, Situation } from './finding';
import { findings } from './rules';

interface Case extends ExperimentParts {
  readonly rows?: readonly HistoryRow[];
  readonly layers?: readonly Partial<LayerHealth>[];
  readonly accuracy?: number | null;
  readonly updates?: number;
  /** Of every point; class 1 by default. */
  readonly predictions?: readonly number[];
  /** ‖Δw‖ / ‖w‖ of the first update, and the gradient before it, of every layer. */
  readonly early?: { readonly updateRatio?: number; readonly gradientNorm?: number };
  readonly settled?: boolean;
  readonly diverged?: boolean;
  readonly untouchedSince?: number;
}

const two = { classes: 2, source: cloud(60, 2), testShare: 0.2 } as const;

function situation({ rows = [], layers, accuracy = 0.5, ...given }: Case): Situation {
  const { predictions, early = {}, settled = false, diverged = false, untouchedSince = 0 } = given;
  const experiment = experimentWith({
    ...given,
    data: { ...two, ...given.data },
    model: { outputActivation: 'sigmoid', ...given.model },
    loss: { id: 'binaryCrossentropy', ...given.loss },
  });
  const data = prepareData(experiment.data);
  const network = planNetwork(experiment.model, experiment.data, data.inputMap.width);
  const last = rows.at(-1);
  const health = layers ? healthOf(layers) : null;
  return {
    experiment,
    data,
    network,
    snapshot: last
      ? {
          epoch: Math.floor(last.epoch),
          updates: given.updates ?? 10 * last.epoch,
          learningRate: experiment.training.learningRate,
          train: { loss: last.trainLoss, accuracy, confusion: null },
          test: null,
          predictions: Float32Array.from(data.points.y, (_, i) => predictions?.[i] ?? 0),
        }
      : null,
    rows,
    health,
    healthRows: health ? [healthRowOf(healthOf(health.layers.map((layer) => ({ ...layer, ...early }))))] : [],
    untouchedSince,
    settled,
    diverged,
  };
}

const histogram = { low: 0, high: 1, counts: new Uint32Array(1) };

function healthOf(layers: readonly Partial<LayerHealth>[]): Health {
  const usual = {
    gradientNorm: 0.1,
    updateRatio: 1e-3,
    dead: null,
    saturated: null,
    activations: histogram,
    weights: histogram,
  };
  return { epoch: 5, points: 40, layers: layers.map((layer) => ({ ...usual, ...layer })) };
}

/** A row an epoch, with losses from the number of the epoch. */
function curve(
  epochs: number,
  trainLoss: (epoch: number) => number,
  testLoss?: (epoch: number) => number,
): HistoryRow[] {
  return Array.from({ length: epochs + 1 }, (_, epoch) => ({
    epoch,
    trainLoss: trainLoss(epoch),
    testLoss: testLoss?.(epoch) ?? null,
    trainAccuracy: null,
    testAccuracy: null,
  }));
}

const said = (given: Case) => findings(situation(given)).map(({ words }) => words);
const finding = (given: Case, words: Finding['words']) =>
  findings(situation(given)).find((found) => found.words === words);
const own = (x1: number[], y: number[], x2 = x1.map((_, i) => i)) => ({ kind: 'own', x1, x2, y }) as const;
const crawling = curve(20, (epoch) => 1 - epoch / 1000);
const falling = curve(100, (epoch) => Math.exp(-epoch / 30));
const hidden = (activation: 'sigmoid' | 'tanh' | 'relu' | 'linear', count: number) =>
  Array.from({ length: count }, () => ({ units: 4, activation }));

/** Two rings, which no line separates, and two clouds that overlap. */
const rings = Array.from({ length: 80 }, (_, i) => ({ radius: i % 2 === 0 ? 1 : 4, angle: i * 0.7 }));
const ringSource = own(
  rings.map(({ radius, angle }) => radius * Math.cos(angle)),
  rings.map(({ radius }) => (radius === 1 ? 0 : 1)),
  rings.map(({ radius, angle }) => radius * Math.sin(angle)),
);

/** A run that has begun and says nothing of itself. */
const begun = { rows: curve(2, () => 1) };
const house = (x1: number[], y: number[]) =>
  ({ task: 'regression', source: own(x1, y), testShare: 0 }) as const;
const regression = {
  model: { hidden: [], outputActivation: 'linear' },
  loss: { id: 'squaredError' },
} as const;
const prices = Array.from({ length: 20 }, (_, i) => 200_000 + 5000 * i);
const rooms = Array.from({ length: 20 }, (_, i) => i / 10);
const rising = curve(20, (epoch) => (epoch === 1 ? 40 : 2));
/** Eight of class 1 and two of class 2. */
const lopsided = own(
  Array.from({ length: 10 }, (_, i) => i),
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
);
const answeringOne = (accuracy: number) =>
  curve(40, () => 0.5).map((row) => ({ ...row, trainAccuracy: accuracy }));
const flat = [{ gradientNorm: 1e-4 }, { gradientNorm: 1e-4 }];
const xorPoints = own([0, 0, 1, 1], [0, 1, 1, 0], [0, 1, 0, 1]);
const overfitted = curve(
  100,
  (epoch) => Math.exp(-epoch / 30),
  (epoch) => 0.5 + ((epoch - 30) / 100) ** 2,
);

const cases: Partial<Record<Finding['words'], { speaks: Case; silent: Case }>> = {
  'diagnosis.noPoints': { speaks: { data: { source: own([], []) } }, silent: {} },
  'diagnosis.oneClass': {
    speaks: { ...begun, data: { source: own([1, 2], [1, 1]), testShare: 0 } },
    silent: { data: { source: own([1, 2], [1, 1]), testShare: 0 } },
  },
  'diagnosis.missingClass': {
    speaks: { ...begun, data: { classes: 3, source: own([1, 2, 3], [0, 2, 0]), testShare: 0 } },
    silent: { ...begun, data: { classes: 3, source: own([1, 2, 3], [0, 2, 1]), testShare: 0 } },
  },
  'diagnosis.contradictions': {
    speaks: { ...begun, data: { source: own([1, 1, 2], [0, 1, 1], [3, 3, 3]) } },
    silent: { ...begun, data: { source: own([1, 1, 2], [0, 0, 1], [3, 3, 3]) } },
  },
  'diagnosis.constantInput': {
    speaks: { ...begun, data: { source: own([5, 5], [0, 1]), testShare: 0 } },
    silent: { ...begun, data: { source: own([5, 6], [0, 1]), testShare: 0 } },
  },
  'diagnosis.tinyInput': {
    speaks: { ...begun, data: { source: own([1e-300, 0], [0, 1]), testShare: 0 } },
    silent: { ...begun, data: { source: own([5, 5], [0, 1]), testShare: 0 } },
  },
  'diagnosis.unscaledInputs': {
    speaks: { ...begun, data: { source: own([100, 200, 150], [0, 1, 0]), testShare: 0 } },
    silent: { ...begun, data: { source: own([100, 200, 150], [0, 1, 0]), testShare: 0, standardize: true } },
  },
  'diagnosis.largeInputs': {
    speaks: { ...begun, data: { source: own([116, 117, 116], [0, 1, 0], [40, 39, 41]), testShare: 0 } },
    silent: { ...begun, data: { source: own([16, 17, 16], [0, 1, 0], [4, 3, 4]), testShare: 0 } },
  },
  'diagnosis.noTestPoints': {
    speaks: { data: { testShare: 0 }, rows: falling },
    silent: { rows: falling },
  },
  'diagnosis.targetsFar': {
    speaks: { ...regression, data: house(rooms, prices), rows: curve(20, () => 4e10), accuracy: null },
    // The output has got there.
    silent: {
      ...regression,
      data: house(rooms, prices),
      rows: curve(20, () => 4e10),
      accuracy: null,
      predictions: prices,
    },
  },
  'diagnosis.targetsThrowOff': {
    speaks: { ...regression, data: house(rooms, prices), rows: rising, accuracy: null },
    silent: { ...regression, data: house(rooms, rooms), rows: rising, accuracy: null },
  },
  'diagnosis.rateLossRose': {
    speaks: { rows: rising },
    // It has recovered.
    silent: { rows: [...curve(1, (epoch) => (epoch === 1 ? 40 : 2)), ...curve(20, () => 0.1).slice(2)] },
  },
  'diagnosis.rateUnitsDied': {
    speaks: { model: { hidden: hidden('relu', 1) }, rows: rising, layers: [{ dead: 0.75 }, {}] },
    silent: { model: { hidden: hidden('relu', 1) }, rows: rising, layers: [{ dead: 0.25 }, {}] },
  },
  'diagnosis.rateUpdatesKilled': {
    speaks: {
      model: { hidden: hidden('relu', 1) },
      rows: crawling,
      layers: [{ dead: 0.75 }, {}],
      early: { updateRatio: 0.4 },
    },
    silent: {
      model: { hidden: hidden('relu', 1) },
      rows: crawling,
      layers: [{ dead: 0.75 }, {}],
      early: { updateRatio: 0.02 },
    },
  },
  'diagnosis.rateTooLarge': {
    speaks: { rows: curve(60, (epoch) => 1 + 0.5 * (-1) ** epoch) },
    silent: { rows: curve(60, (epoch) => Math.exp(-epoch / 20) * (1 + 0.1 * (-1) ** epoch)) },
  },
  'diagnosis.rateTooSmall': {
    speaks: { rows: crawling, layers: [{ updateRatio: 1e-6 }] },
    // The gradient has become smaller: this way ends.
    silent: { rows: crawling, layers: [{ updateRatio: 1e-6 }], early: { gradientNorm: 1 } },
  },
  'diagnosis.vanishingGradient': {
    speaks: {
      model: { hidden: hidden('sigmoid', 3) },
      rows: crawling,
      layers: [{ gradientNorm: 1e-6 }, { gradientNorm: 1e-4 }, {}, { gradientNorm: 0.2 }],
    },
    silent: {
      model: { hidden: hidden('relu', 3) },
      rows: crawling,
      layers: [{ gradientNorm: 1e-6 }, { gradientNorm: 1e-4 }, {}, { gradientNorm: 0.2 }],
    },
  },
  'diagnosis.deadUnits': {
    speaks: { model: { hidden: hidden('relu', 1) }, rows: crawling, layers: [{ dead: 0.75 }, {}] },
    silent: { model: { hidden: hidden('relu', 1) }, rows: falling, layers: [{ dead: 0.75 }, {}] },
  },
  'diagnosis.largestClassOnly': {
    speaks: { data: { source: lopsided, testShare: 0 }, rows: answeringOne(0.8), accuracy: 0.8 },
    silent: {
      data: { source: lopsided, testShare: 0 },
      rows: answeringOne(0.8),
      accuracy: 0.8,
      predictions: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    },
  },
  'diagnosis.lineTooSimple': {
    speaks: {
      data: { source: ringSource },
      model: { hidden: [] },
      rows: curve(100, () => 0.69),
      layers: flat,
    },
    // Noise: the neighbours know no better than the line.
    silent: { model: { hidden: [] }, rows: curve(100, () => 0.69), layers: flat },
  },
  'diagnosis.inputsTooSimple': {
    speaks: {
      data: { source: ringSource, features: ['x1', 'x1x2'] },
      model: { hidden: [] },
      rows: curve(100, () => 0.69),
      layers: flat,
    },
    // The run is still on a slope.
    silent: {
      data: { source: ringSource, features: ['x1', 'x1x2'] },
      model: { hidden: [] },
      rows: curve(100, () => 0.69),
      layers: [{ gradientNorm: 2 }],
    },
  },
  'diagnosis.linearLayersTooSimple': {
    speaks: {
      data: { source: ringSource },
      model: { hidden: hidden('linear', 1) },
      rows: curve(100, () => 0.69),
      layers: flat,
    },
    silent: {
      data: { source: ringSource },
      model: { hidden: hidden('tanh', 1) },
      rows: curve(100, () => 0.69),
      layers: flat,
    },
  },
  'diagnosis.flatPlace': {
    speaks: {
      data: { source: xorPoints, testShare: 0 },
      model: { hidden: hidden('sigmoid', 1) },
      rows: curve(100, () => 0.3466),
      layers: flat,
      early: { gradientNorm: 0.1 },
    },
    silent: {
      data: { source: xorPoints, testShare: 0 },
      model: { hidden: hidden('sigmoid', 1) },
      rows: curve(100, () => 0.3466),
      layers: [{ gradientNorm: 0.02 }, {}],
      early: { gradientNorm: 0.1 },
    },
  },
  'diagnosis.overfitting': {
    speaks: { rows: overfitted, settled: true },
    silent: { rows: overfitted, settled: false },
  },
  'diagnosis.lossWithoutAccuracy': {
    speaks: {
      data: { classes: 4, source: cloud(60, 4) },
      model: { outputActivation: 'relu' },
      loss: { id: 'categoricalCrossentropy' },
      rows: curve(50, () => 1e-7),
    },
    silent: {
      data: { classes: 4, source: cloud(60, 4) },
      model: { outputActivation: 'softmax' },
      loss: { id: 'categoricalCrossentropy' },
      rows: curve(50, () => 1e-7),
    },
  },
};

describe.each(Object.entries(cases))('%s', (words, { speaks, silent }) => {
  it('is said where it is so', () => expect(said(speaks)).toContain(words));
  it('is not said where it is not', () => expect(said(silent)).not.toContain(words));
});

it('a regression that only bending could follow is told so, a straight one is not', () => {
  const x = Array.from({ length: 60 }, (_, i) => (i - 30) / 10);
  const task = { task: 'regression', inputs: 1, features: ['x1'], testShare: 0 } as const;
  const model = { hidden: [], outputActivation: 'linear' } as const;
  const at = (y: number[], level: number) =>
    said({
      data: { ...task, source: own(x, y) },
      model,
      loss: { id: 'squaredError' },
      rows: curve(100, () => level),
      layers: [{ gradientNorm: 1e-4 }],
      accuracy: null,
    });
  const squares = x.map((value) => value * value);
  expect(at(squares, 3.6)).toContain('diagnosis.curveTooSimple');
  expect(at(squares, 0.01)).not.toContain('diagnosis.curveTooSimple');
});

it('a best test loss that is young, or hardly better, is no overfitting', () => {
  const at = (best: number, rise: number) =>
    said({
      settled: true,
      rows: curve(
        100,
        (epoch) => Math.exp(-epoch / 30),
        (epoch) => 0.5 + rise * ((epoch - best) / 100) ** 2,
      ),
    });
  expect(at(30, 1)).toContain('diagnosis.overfitting');
  expect(at(60, 5)).not.toContain('diagnosis.overfitting');
  expect(at(30, 0.1)).not.toContain('diagnosis.overfitting');
});

describe('the order', () => {
  const dying = cases['diagnosis.rateUnitsDied']!.speaks;

  const alsoOverfitted = curve(
    100,
    (epoch) => (epoch === 1 ? 40 : 1.5 - epoch / 200),
    (epoch) => 0.5 + ((epoch - 30) / 100) ** 2,
  );

  /** Two causes at once, and which of them is said first. */
  const both: [first: Finding['words'], also: string, given: Case][] = [
    [
      'diagnosis.oneClass',
      'a rate that is too large',
      { ...dying, data: { source: own([1, 2], [1, 1]), testShare: 0 } },
    ],
    [
      'advice.reluForClasses',
      'a rate that is too large',
      { ...dying, model: { ...dying.model, outputActivation: 'relu' } },
    ],
    [
      'diagnosis.targetsThrowOff',
      'a rate that is too large',
      {
        ...dying,
        ...regression,
        data: house(rooms, prices),
        model: { ...dying.model, outputActivation: 'linear' },
      },
    ],
    [
      'diagnosis.unscaledInputs',
      'a rate that is too large',
      { ...dying, data: { source: own([100, 200, 150], [0, 1, 0]), testShare: 0 } },
    ],
    ['diagnosis.rateUnitsDied', 'overfitting', { ...dying, rows: alsoOverfitted, settled: true }],
    [
      'diagnosis.rateTooSmall',
      'a straight border',
      {
        data: { source: ringSource },
        model: { hidden: [] },
        rows: curve(100, (epoch) => 0.7 - epoch / 1e5),
        layers: [{ gradientNorm: 0.02, updateRatio: 1e-6 }],
      },
    ],
    [
      'diagnosis.largeInputs',
      'a straight border',
      {
        data: {
          source: {
            ...ringSource,
            x1: ringSource.x1.map((x) => x + 116),
            x2: ringSource.x2.map((x) => x + 40),
          },
        },
        model: { hidden: [] },
        rows: curve(100, () => 0.69),
        layers: flat,
      },
    ],
  ];

  it.each(both)('says %s before %s', (first, _, given) => expect(said(given)[0]).toBe(first));

  it('says nothing else about a run that a rate has thrown off', () => {
    const all = said({
      ...dying,
      rows: rising,
      settled: true,
      layers: [{ dead: 0.75, updateRatio: 1e-6 }, {}],
    });
    expect(all).toEqual(['diagnosis.rateUnitsDied']);
  });

  it('leaves a run that diverged to the notice of its end, except for causes that lie in the data', () => {
    expect(said({ rows: rising, diverged: true })).toEqual([]);
    const data = { source: own([100, 200, 150], [0, 1, 0]), testShare: 0 } as const;
    expect(said({ data, rows: curve(0, () => 1), diverged: true })).toEqual(['diagnosis.unscaledInputs']);
  });

  it('says nothing while points are being placed', () => {
    const placing: Case = {
      data: { source: own([100, 100], [0, 1], [3, 3]), classes: 3 },
      model: { outputActivation: 'relu' },
    };
    expect(said(placing)).toEqual([]);
    expect(said({ ...placing, rows: curve(0, () => 1) })).toEqual([]);
    expect(said({ ...placing, rows: curve(1, () => 1) }).length).toBeGreaterThan(0);
  });
});

it('blames a rate only for what came after a hand', () => {
  const rows = curve(60, (epoch) => (epoch < 20 ? 40 : 1));
  expect(said({ rows: [{ ...rows[0]!, trainLoss: 1 }, ...rows.slice(1)] })).toContain(
    'diagnosis.rateLossRose',
  );
  expect(said({ rows: [{ ...rows[0]!, trainLoss: 1 }, ...rows.slice(1)], untouchedSince: 20 })).toEqual([]);
});

describe('a remedy', () => {
  const tried = (given: Case, words: Finding['words']): Experiment =>
    finding(given, words)!.remedy!.change(situation(given).experiment);

  const rateAfter = (words: Finding['words'], learningRate: number) =>
    finding({ ...cases[words]!.speaks, training: { learningRate } }, words)?.remedy?.change(
      experimentWith({ training: { learningRate } }),
    ).training.learningRate;

  it('for too large a rate is a third or a tenth of it, and starts again', () => {
    expect(rateAfter('diagnosis.rateUnitsDied', 3)).toBe(0.3);
    expect(rateAfter('diagnosis.rateTooLarge', 0.3)).toBe(0.03);
    const gentle = { rows: curve(20, (epoch) => (epoch === 1 ? 3 : 1)), training: { learningRate: 0.3 } };
    const { remedy } = finding(gentle, 'diagnosis.rateLossRose')!;
    expect(remedy).toMatchObject({ values: { factor: 3 }, startsAgain: true });
    expect(remedy!.change(situation(gentle).experiment).training.learningRate).toBeCloseTo(0.1, 6);
  });

  it('is not offered where the rate is at its limit', () => {
    expect(rateAfter('diagnosis.rateTooSmall', 0.01)).toBe(0.1);
    expect(rateAfter('diagnosis.rateTooSmall', 2)).toBe(6);
    expect(rateAfter('diagnosis.rateTooSmall', 10)).toBeUndefined();
    expect(rateAfter('diagnosis.rateUnitsDied', 1e-5)).toBeUndefined();
  });

  it('for far targets counts them in a unit that makes them about 1, the plane of a curve too', () => {
    const given = cases['diagnosis.targetsFar']!.speaks;
    const curveOf = {
      ...given,
      data: { ...given.data, inputs: 1, features: ['x1'], plane: { x: [0, 3], y: [0, 4e5] } },
    } as const;
    const { data } = tried(curveOf, 'diagnosis.targetsFar');
    expect(data.plane.y).toEqual([0, 4]);
    expect(data.source).toMatchObject({ x1: rooms, y: prices.map((price) => price / 1e5) });
  });

  it('for contradictions removes the later points', () => {
    const { source } = tried(cases['diagnosis.contradictions']!.speaks, 'diagnosis.contradictions').data;
    expect(source).toMatchObject({ x1: [1, 2], y: [0, 1] });
  });

  it('for a vanishing gradient is ReLU in all hidden layers', () => {
    const { hidden: layers } = tried(
      cases['diagnosis.vanishingGradient']!.speaks,
      'diagnosis.vanishingGradient',
    ).model;
    expect(layers.map(({ activation }) => activation)).toEqual(['relu', 'relu', 'relu']);
  });

  it('for a line that is too simple is a network', () => {
    expect(
      tried(cases['diagnosis.lineTooSimple']!.speaks, 'diagnosis.lineTooSimple').model.hidden.length,
    ).toBeGreaterThan(0);
  });
});
