/** Each rule has a case where it speaks and a neighbouring one where it must not. */
import { describe, expect, it } from 'vitest';
import { prepareData } from '../../engine/data/prepare';
import type { Experiment } from '../../engine/experiment';
import { planNetwork } from '../../engine/model/network';
import { cloud, type ExperimentParts, experimentWith } from '../../engine/testExperiment';
import type { Health, HistoryRow, LayerHealth } from '../../engine/training/snapshot';
import type { Finding, Situation } from './finding';
import { findings } from './rules';

interface Case extends ExperimentParts {
  readonly rows?: readonly HistoryRow[];
  readonly layers?: readonly Partial<LayerHealth>[];
  readonly accuracy?: number | null;
}

const two = { classes: 2, source: cloud(60, 2), testShare: 0.2 } as const;

function situation({ rows = [], layers, accuracy = 0.5, ...parts }: Case): Situation {
  const experiment = experimentWith({
    ...parts,
    data: { ...two, ...parts.data },
    model: { outputActivation: 'sigmoid', ...parts.model },
    loss: { id: 'binaryCrossentropy', ...parts.loss },
  });
  const data = prepareData(experiment.data);
  const network = planNetwork(experiment.model, experiment.data, data.inputMap.width);
  const last = rows.at(-1);
  const metrics = { loss: last?.trainLoss ?? 1, accuracy, confusion: null };
  return {
    experiment,
    data,
    network,
    snapshot: last ? { epoch: Math.floor(last.epoch), train: metrics, test: null } : null,
    rows,
    health: layers ? healthOf(layers) : null,
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

const cases: Partial<Record<Finding['words'], { speaks: Case; silent: Case }>> = {
  'diagnosis.noPoints': { speaks: { data: { source: own([], []) } }, silent: {} },
  'diagnosis.oneClass': {
    speaks: { data: { source: own([1, 2], [1, 1]), testShare: 0 } },
    silent: { data: { source: own([1, 2], [0, 1]), testShare: 0 } },
  },
  'diagnosis.missingClass': {
    speaks: { data: { classes: 3, source: own([1, 2, 3], [0, 2, 0]), testShare: 0 } },
    silent: { data: { classes: 3, source: own([1, 2, 3], [0, 2, 1]), testShare: 0 } },
  },
  'diagnosis.contradictions': {
    speaks: { data: { source: own([1, 1, 2], [0, 1, 1], [3, 3, 3]) } },
    silent: { data: { source: own([1, 1, 2], [0, 0, 1], [3, 3, 3]) } },
  },
  'diagnosis.constantInput': {
    speaks: { data: { source: own([5, 5], [0, 1]), testShare: 0 } },
    silent: { data: { source: own([5, 6], [0, 1]), testShare: 0 } },
  },
  'diagnosis.unscaledInputs': {
    speaks: { data: { source: own([100, 200, 150], [0, 1, 0]), testShare: 0 } },
    silent: { data: { source: own([100, 200, 150], [0, 1, 0]), testShare: 0, standardize: true } },
  },
  'diagnosis.noTestPoints': {
    speaks: { data: { testShare: 0 }, rows: falling },
    silent: { rows: falling },
  },
  'diagnosis.rateTooLarge': {
    speaks: { rows: curve(60, (epoch) => 1 + 0.5 * (-1) ** epoch) },
    silent: { rows: curve(60, (epoch) => Math.exp(-epoch / 20) * (1 + 0.1 * (-1) ** epoch)) },
  },
  'diagnosis.rateTooSmall': {
    speaks: { rows: curve(20, (epoch) => 1 - epoch / 1e5), layers: [{ updateRatio: 1e-6 }] },
    silent: { rows: curve(20, (epoch) => 1 - epoch / 1e5), layers: [{ updateRatio: 1e-3 }] },
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
    speaks: { model: { hidden: hidden('relu', 1) }, layers: [{ dead: 0.75 }, {}] },
    silent: { model: { hidden: hidden('relu', 1) }, layers: [{ dead: 0.25 }, {}] },
  },
  'diagnosis.lineTooSimple': {
    speaks: { data: { source: ringSource }, model: { hidden: [] }, rows: curve(100, () => 0.69) },
    // Noise: the neighbours know no better than the line.
    silent: { model: { hidden: [] }, rows: curve(100, () => 0.69) },
  },
  'diagnosis.plateau': {
    speaks: { model: { hidden: hidden('tanh', 1) }, rows: curve(100, () => 0.69) },
    silent: { model: { hidden: hidden('tanh', 1) }, rows: falling },
  },
  'diagnosis.overfitting': {
    speaks: {
      rows: curve(
        100,
        (epoch) => Math.exp(-epoch / 30),
        (epoch) => 0.5 + ((epoch - 30) / 100) ** 2,
      ),
    },
    silent: {
      rows: curve(
        100,
        (epoch) => Math.exp(-epoch / 30),
        (epoch) => 0.1 + Math.exp(-epoch / 25),
      ),
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
      accuracy: null,
    });
  const squares = x.map((value) => value * value);
  expect(at(squares, 3.6)).toContain('diagnosis.curveTooSimple');
  expect(at(squares, 0.01)).not.toContain('diagnosis.curveTooSimple');
});

it('warnings come before what might be better', () => {
  const all = findings(
    situation({
      data: { testShare: 0 },
      model: { hidden: hidden('relu', 1) },
      rows: falling,
      layers: [{ dead: 1 }, {}],
    }),
  );
  expect(all.map(({ kind }) => kind)).toEqual(['warning', 'info']);
});

describe('a remedy', () => {
  const tried = (given: Case, words: Finding['words']): Experiment =>
    finding(given, words)!.remedy!.change(situation(given).experiment);

  it('for too large a rate is a tenth of it', () => {
    expect(
      tried(cases['diagnosis.rateTooLarge']!.speaks, 'diagnosis.rateTooLarge').training.learningRate,
    ).toBe(0.001);
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
