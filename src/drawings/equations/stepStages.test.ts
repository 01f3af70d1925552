import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../../tests/support/experimentArbitrary';
import { cloud, experimentWith } from '../../../tests/support/testExperiment';
import { prepareData } from '../../engine/data/prepareData';
import type { Experiment } from '../../engine/experiment';
import { initialParameters, planNetwork } from '../../engine/model/network';
import { targetsOf } from '../../engine/model/prediction';
import { oneUpdate } from '../../engine/training/oneUpdate';
import { optimizers } from '../../engine/training/optimizers';
import { updateSettingsOf } from '../../engine/training/updateSettings';
import { plainLatex, sidesOf } from '../formula/markedLatex';
import { formulaHtml } from '../formula/renderFormula';
import { aligned } from './notation';
import { stageLatex } from './numbersLatex';
import type { EquationStage, MatrixPart, StagePart, StepFacts } from './stage';
import { stepStages } from './stepStages';

/** The first update of an experiment on its first `count` points; null without any. */
function factsOf(experiment: Experiment, count: number, ofBatch = count > 1): StepFacts | null {
  const { data, model, loss, training } = experiment;
  const { points, inputMap } = prepareData(data);
  const plan = planNetwork(model, data, inputMap.width);
  const indices = Array.from({ length: Math.min(count, points.y.length) }, (_, i) => i);
  if (indices.length === 0) return null;
  const column = (values: Float64Array) => Float64Array.from(indices, (i) => values[i]!);
  const batch = {
    points: indices.length,
    inputs: inputMap.fill(column(points.x1), column(points.x2)),
    targets: targetsOf(data.task, points.y, indices, plan.outputs),
  };
  const before = {
    parameters: initialParameters(plan, model),
    slots: optimizers[training.optimizer.id].initialSlots.map((value) =>
      new Float32Array(plan.parameterCount).fill(value),
    ),
    optimizerUpdates: 0,
  };
  const tuning = updateSettingsOf(plan, experiment);
  return {
    experiment: { loss, training },
    plan,
    features: inputMap.features,
    standardised: data.standardize,
    before,
    learningRate: training.learningRate,
    frozen: tuning.frozen,
    update: oneUpdate(plan, loss, batch, before, tuning, training.learningRate),
    ofBatch,
  };
}

const stagesOf = (facts: StepFacts | null): EquationStage[] =>
  facts ? stepStages(facts).map((make) => make()) : [];

type Matrix = number[][];

const read = ({ rows, columns, at }: MatrixPart): Matrix =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => at(row, column)));

/** Cell by cell; a single column goes with every column. */
const join = (a: Matrix, b: Matrix, of: (x: number, y: number) => number): Matrix =>
  a.map((row, i) => row.map((x, j) => of(x, b[i]![j] ?? b[i]![0]!)));

const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));

/** Works out what is written on a row, from left to right, products first. */
function workOut(parts: readonly StagePart[], points: number): Matrix {
  const terms: { sign: string; scale: number; factors: Matrix[] }[] = [{ sign: '+', scale: 1, factors: [] }];
  for (const part of parts) {
    const term = terms.at(-1)!;
    if (part.kind === 'matrix') term.factors.push(read(part));
    else if (part.latex.startsWith('\\tfrac{1}')) term.scale = 1 / points;
    else if (part.latex !== '\\Bigl(') terms.push({ sign: part.latex, scale: 1, factors: [] });
  }
  const values = terms.map(({ sign, scale, factors }) => {
    const value = factors.reduce(product).map((row) => row.map((x) => x * scale));
    return { sign, value };
  });
  return values.slice(1).reduce((total, { sign, value }) => {
    if (sign === '+') return join(total, value, (x, y) => x + y);
    if (sign === '-') return join(total, value, (x, y) => x - y);
    return join(total, value, (x, y) => x * y);
  }, values[0]!.value);
}

function check(facts: StepFacts): void {
  for (const stage of stagesOf(facts)) {
    for (const side of stage.lines.flatMap(sidesOf)) formulaHtml(`{}${side}`);
    for (const { name, parts, result } of stage.rows) {
      if (parts.length === 0) continue;
      const expected = read(result);
      const cells = workOut(parts, facts.update.passes.length).flat();
      const wrong = expected.flat().filter((wanted, k) => {
        return !(Math.abs(cells[k]! - wanted) <= 1e-9 * (1 + Math.abs(wanted)));
      });
      expect(wrong, name).toEqual([]);
    }
  }
}

describe('the stages of an update', () => {
  it('go forward, back and on, layer by layer', () => {
    const training = { frozen: { layers: [0], parameters: [] }, clipNorm: 1 };
    const facts = factsOf(experimentWith({ data: { source: cloud(30, 4) }, loss: { l2: 0.1 }, training }), 8);
    expect(
      stagesOf(facts).map(({ kind, layer }) => (layer === undefined ? kind : `${kind} ${layer}`)),
    ).toEqual([
      'inputs',
      'forward 0',
      'forward 1',
      'forward 2',
      'loss',
      'backward 2',
      'backward 1',
      'backward 0',
      'penalty',
      'frozen',
      'clip',
      'update 0',
      'update 1',
      'update 2',
    ]);
  });

  it('are mathematics for KaTeX, and every row works out to its result, whatever the experiment', () => {
    fc.assert(
      fc.property(experimentArbitrary, fc.constantFrom(1, 5), (experiment, count) => {
        const facts = factsOf(experiment, count);
        // Inputs at the ends of the number range overflow, here as on every device.
        if (facts && Number.isFinite(facts.update.meanLoss + facts.update.norm)) check(facts);
      }),
      { numRuns: 25, seed: 2 },
    );
  });

  it('are copied as LaTeX that KaTeX reads, with all their numbers', () => {
    const training = { frozen: { layers: [0], parameters: [] }, clipNorm: 1 };
    const experiment = experimentWith({
      data: { source: cloud(30, 4) },
      loss: { l1: 0.1, l2: 0.1 },
      training,
    });
    for (const stage of stagesOf(factsOf(experiment, 3))) {
      formulaHtml(plainLatex(aligned(stage.lines)));
      const text = stageLatex(stage);
      expect(text).not.toMatch(/undefined|NaN|‹|›/);
      for (const line of text.split('\n')) formulaHtml(line.slice(3, -3));
    }
  });

  it('say dz = a − y where that holds, and with numbers', () => {
    const [facts] = [factsOf(experimentWith({ data: { source: cloud(30, 4) } }), 1)];
    const back = stagesOf(facts).find(({ kind }) => kind === 'backward');
    expect(plainLatex(back!.lines[0]!)).toBe('dz^{[3]} &= a^{[3]} - y');
    expect(back!.rows[0]!.parts).toHaveLength(3);
  });

  it('write of a mini-batch its means at the units, and of a point its own numbers', () => {
    const experiment = experimentWith({ data: { source: cloud(30, 4) } });
    const [one, many] = [factsOf(experiment, 1), factsOf(experiment, 4)];
    const inputs = stagesOf(many)[0]!;
    const mean = (read(inputs.rows[0]!.result)[0] ?? []).reduce((sum, x) => sum + x / 4, 0);
    expect(inputs.highlight.units[0]?.text?.replace('−', '-')).toBe(mean.toFixed(2));
    expect(stagesOf(one)[0]!.rows[0]!.result.columns).toBe(1);
  });
});
