import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../../tests/support/experimentArbitrary';
import { experimentWith, lineExperiment } from '../../../tests/support/testExperiment';
import { prepareData } from '../../engine/data/prepareData';
import type { Experiment } from '../../engine/experiment';
import { outputActivations } from '../../engine/model/activations';
import { heads } from '../../engine/model/heads';
import { planNetwork } from '../../engine/model/network';
import { planBatches } from '../../engine/training/batches';
import { defaultValues } from '../../engine/training/hyperparameter';
import { optimizers } from '../../engine/training/optimizers';
import { schedules } from '../../engine/training/schedules';
import { plainLatex, sidesOf } from '../formula/markedLatex';
import { formulaHtml } from '../formula/renderFormula';
import { outputDeltaLines } from './deltaLatex';
import { ruleLines, scheduleLines } from './descentLatex';
import { activationLines } from './layerLatex';
import { lossLines } from './lossLatex';
import { aligned } from './notation';
import { equationLatex, matrixLatex, numberLatex } from './numbersLatex';
import { type Equation, type ModelMoment, wholeModel } from './wholeModel';

function pageOf(experiment: Experiment): Equation[] {
  const { inputMap, split } = prepareData(experiment.data);
  const plan = planNetwork(experiment.model, experiment.data, inputMap.width);
  const points = split.train.length;
  const { size } = planBatches(points, experiment.training.batchSize, 1);
  const facts = { experiment, plan, inputMap, points, batchSize: size, frozenCount: 3 };
  const { model, loss, descent } = wholeModel(facts);
  return [...model, ...loss, ...descent];
}

const momentOf = (experiment: Experiment): ModelMoment => {
  const { inputMap } = prepareData(experiment.data);
  const { parameterCount } = planNetwork(experiment.model, experiment.data, inputMap.width);
  const parameters = Float64Array.from({ length: parameterCount }, (_, i) => i / 10);
  return { parameters, meanLoss: 0.5, penalty: 0.25, learningRate: 0.01, epoch: 7 };
};

const linesOf = (page: readonly Equation[], id: string) =>
  page.find((equation) => equation.id === id)?.lines.map((line) => plainLatex(line).replace('&', '')) ?? [];

/** KaTeX throws in strict mode for every command that it does not know. */
function check(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(0);
  for (const side of lines.flatMap(sidesOf)) formulaHtml(`{}${side}`);
  formulaHtml(plainLatex(aligned(lines)));
}

describe('every formula of the registries is one for KaTeX', () => {
  it.each(Object.keys(outputActivations) as (keyof typeof outputActivations)[])('activation %s', (id) => {
    check(activationLines(id, 2));
  });

  it.each(Object.values(heads))('head $id, with one unit and with several', (head) => {
    for (const units of [1, 4]) {
      check(lossLines(head, units, 1));
      for (const activation of ['linear', 'tanh'] as const) {
        for (const ofBatch of [false, true])
          check(outputDeltaLines({ head, activation, units, layer: 1 }, ofBatch));
      }
    }
  });

  it.each(Object.values(optimizers))(
    'optimiser $id, whose last statement sets w',
    ({ id, hyperparameters }) => {
      const lines = ruleLines({
        optimizer: { id, options: defaultValues(hyperparameters) },
        schedule: { id: 'step', options: {} },
      });
      check(lines);
      expect(plainLatex(lines.at(-1)!)).toMatch(/^w &\\leftarrow /);
      expect(lines.join()).not.toMatch(/\\alpha(?!_\\tau)/);
    },
  );

  it.each(Object.values(schedules).slice(1))('schedule $id', ({ id }) => {
    check(scheduleLines({ schedule: { id, options: {} } }));
  });
});

describe('the whole model', () => {
  it('is mathematics for KaTeX whatever the experiment, with numbers that are read without error', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        const moment = momentOf(experiment);
        for (const equation of pageOf(experiment)) {
          check(equation.lines);
          for (const { latex } of equation.numbers) formulaHtml(latex);
          const text = equationLatex(equation, moment);
          expect(text).not.toMatch(/undefined|NaN|‹|›/);
          for (const line of text.split('\n')) formulaHtml(line.slice(3, -3));
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('writes a softmax network layer by layer', () => {
    const page = pageOf(experimentWith({}));
    expect(linesOf(page, 'inputs')).toEqual(['a^{[0]} = \\bigl(x_1,\\; x_2\\bigr)^{\\mathsf{T}}']);
    expect(linesOf(page, 'layer2')).toEqual([
      'z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}',
      'a^{[2]} = g^{[2]}(z^{[2]})',
      'g^{[2]}(z) = \\max(0, z)',
    ]);
    expect(linesOf(page, 'layer3').at(-1)).toBe('P(y = j \\mid x) = a^{[3]}_{j}');
    expect(linesOf(page, 'loss')).toEqual(['L = -\\log a^{[3]}_{y}']);
  });

  it('writes linear regression with penalties, and standardised inputs', () => {
    const page = pageOf(
      lineExperiment({ data: { standardize: true }, loss: { id: 'squaredError', l1: 0.1, l2: 0.2 } }),
    );
    expect(linesOf(page, 'inputs').at(-1)).toBe('a^{[0]}_{i} = \\frac{\\phi_i - \\mu_i}{\\sigma_i}');
    expect(linesOf(page, 'layer1')).toEqual([
      'z^{[1]} = W^{[1]} a^{[0]} + b^{[1]}',
      'a^{[1]} = z^{[1]}',
      'f(x) = a^{[1]}',
    ]);
    expect(linesOf(page, 'cost')[0]).toContain(
      'L^{(i)} + \\lambda_1 \\sum_W \\lvert w \\rvert + \\lambda_2 \\sum_W w^2',
    );
    expect(linesOf(page, 'gradient')).toEqual(['g = \\frac{\\partial J}{\\partial w}']);
  });

  it('has a row of W for each unit, though kernels are stored [in][out]', () => {
    const page = pageOf(experimentWith({}));
    const kernel = page.find(({ id }) => id === 'layer1')?.numbers[0];
    if (kernel?.kind !== 'matrix') throw new Error('no matrix');
    const parameters = Float64Array.from({ length: 132 }, (_, i) => i);
    const moment = { ...momentOf(experimentWith({})), parameters };
    expect([kernel.rows, kernel.columns]).toEqual([8, 2]);
    expect(kernel.at(moment, 3, 1)).toBe(1 * 8 + 3);
  });
});

describe('numbers as LaTeX', () => {
  it('have four significant digits and real powers of ten', () => {
    expect([0.123456, -3, 1.5e-9].map(numberLatex)).toEqual(['0.1235', '-3', '1.5 \\times 10^{-9}']);
  });

  it('fold large matrices', () => {
    const text = matrixLatex(40, 2, (row, column) => row + column);
    expect(text).toContain('\\vdots & \\vdots');
    expect(text.split('\\\\')).toHaveLength(12);
  });
});
