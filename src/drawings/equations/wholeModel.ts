/**
 * The whole model as written mathematics, step by step: each equation with the numbers that its symbols have in a snapshot. What an
 * equation says follows from the document; the numbers are read from a snapshot when they are drawn.
 */
import type { InputMap } from '../../engine/data/inputs';
import type { Experiment } from '../../engine/experiment';
import { outputHead } from '../../engine/model/heads';
import { losses } from '../../engine/model/losses';
import type { LayerPlan, NetworkPlan } from '../../engine/model/network';
import type { LayerSymbol } from '../../engine/model/symbolRef';
import type { Hyperparameter, HyperparameterValues } from '../../engine/training/hyperparameter';
import { optimizers } from '../../engine/training/optimizers';
import { schedules } from '../../engine/training/schedules';
import { marked } from '../formula/markedLatex';
import { gradientLines, ruleLines, scheduleLines } from './descentLatex';
import { answerLines, inputLines, layerLines } from './layerLatex';
import { costLine, lossLines, penaltyName } from './lossLatex';
import { batchPoints, symbol } from './notation';

/** What the numbers are read from. */
export interface ModelMoment {
  /** In the layout of `NetworkPlan`. */
  readonly parameters: ArrayLike<number>;
  /** Mean loss of the training points; null without any. */
  readonly meanLoss: number | null;
  readonly penalty: number;
  readonly learningRate: number;
  /** Epochs completed. */
  readonly epoch: number;
}

export interface MatrixNumbers {
  readonly kind: 'matrix';
  /** Marked. */
  readonly latex: string;
  readonly symbol?: LayerSymbol;
  readonly rows: number;
  readonly columns: number;
  readonly at: (moment: ModelMoment, row: number, column: number) => number;
}

export interface FigureNumbers {
  readonly kind: 'figure';
  readonly latex: string;
  /** null where there is none. */
  readonly at: (moment: ModelMoment) => number | null;
  /** Whether training changes it. */
  readonly isLive: boolean;
}

export type EquationNumbers = MatrixNumbers | FigureNumbers;

/** Sentences that stand under an equation. */
export type EquationNote =
  | { readonly kind: 'standardised' | 'singleClass' | 'batch' | 'sameForAll' | 'updates' | 'clipped' }
  | { readonly kind: 'frozen'; readonly count: number };

export interface Equation {
  readonly id: string;
  /** A layer this is about; none for the rest. */
  readonly layer?: number;
  /** Marked LaTeX, aligned at `&`. */
  readonly lines: readonly string[];
  readonly numbers: readonly EquationNumbers[];
  readonly notes: readonly EquationNote[];
}

export interface ModelFacts {
  readonly experiment: Experiment;
  readonly plan: NetworkPlan;
  readonly inputMap: Pick<InputMap, 'features' | 'mean' | 'deviation'>;
  /** Training points, and how many of them a mini-batch holds. */
  readonly points: number;
  readonly batchSize: number;
  readonly frozenCount: number;
}

export interface WholeModel {
  readonly model: readonly Equation[];
  readonly loss: readonly Equation[];
  readonly descent: readonly Equation[];
}

export function wholeModel(facts: ModelFacts): WholeModel {
  return { model: modelEquations(facts), loss: lossEquations(facts), descent: descentEquations(facts) };
}

function modelEquations({ experiment: { data }, plan, inputMap }: ModelFacts): Equation[] {
  const { standardize } = data;
  const isRegression = data.task === 'regression';
  const vector = (latex: string, values: Float64Array): MatrixNumbers => ({
    kind: 'matrix',
    latex,
    rows: values.length,
    columns: 1,
    at: (_moment, row) => values[row]!,
  });
  const inputs: Equation = {
    id: 'inputs',
    layer: -1,
    lines: inputLines(inputMap.features, standardize),
    numbers: standardize ? [vector('\\mu', inputMap.mean), vector('\\sigma', inputMap.deviation)] : [],
    notes: standardize ? [{ kind: 'standardised' }] : [],
  };
  const layers = plan.layers.map((layer, k): Equation => {
    const isLast = k === plan.layers.length - 1;
    const lines = layerLines(plan, k);
    if (isLast) lines.push(...answerLines(plan, isRegression));
    return {
      id: `layer${k + 1}`,
      layer: k,
      lines,
      numbers: [kernelNumbers(layer, k), biasNumbers(layer, k)],
      notes: isLast && !isRegression && layer.units === 1 ? [{ kind: 'singleClass' }] : [],
    };
  });
  return [inputs, ...layers];
}

function kernelNumbers({ kernelOffset, units, inputs }: LayerPlan, layer: number): MatrixNumbers {
  return {
    kind: 'matrix',
    latex: symbol('W', layer),
    symbol: { quantity: 'W', layer },
    rows: units,
    columns: inputs,
    at: ({ parameters }, row, column) => parameters[kernelOffset + column * units + row]!,
  };
}

function biasNumbers({ biasOffset, units }: LayerPlan, layer: number): MatrixNumbers {
  return {
    kind: 'matrix',
    latex: symbol('b', layer),
    symbol: { quantity: 'b', layer },
    rows: units,
    columns: 1,
    at: ({ parameters }, row) => parameters[biasOffset + row]!,
  };
}

function figureOf(latex: string, at: FigureNumbers['at'], isLive = false): FigureNumbers {
  return { kind: 'figure', latex, at, isLive };
}

function lossEquations({ experiment: { loss }, plan, points }: ModelFacts): Equation[] {
  const last = plan.layers.length - 1;
  const head = outputHead(loss.id, plan);
  const { l1, l2 } = loss;
  const hasPenalty = l1 > 0 || l2 > 0;
  const mean = '\\frac{1}{m}\\sum L';
  const cost = figureOf(
    marked({ quantity: 'J' }, 'J'),
    ({ meanLoss, penalty }) => (meanLoss === null ? null : meanLoss + penalty),
    true,
  );
  const penalties = [
    figureOf(mean, ({ meanLoss }) => meanLoss, true),
    ...(l1 > 0 ? [figureOf('\\lambda_1', () => l1)] : []),
    ...(l2 > 0 ? [figureOf('\\lambda_2', () => l2)] : []),
    figureOf(penaltyName(loss), ({ penalty }) => penalty, true),
  ];
  return [
    {
      id: 'loss',
      lines: lossLines(head, plan.outputs, last),
      numbers: hyperparameterNumbers(losses[loss.id].hyperparameters, loss.options ?? {}),
      notes: head.clips ? [{ kind: 'clipped' }] : [],
    },
    {
      id: 'cost',
      lines: [costLine(loss)],
      numbers: [figureOf('m', () => points), ...(hasPenalty ? penalties : []), cost],
      notes: [],
    },
  ];
}

function descentEquations(facts: ModelFacts): Equation[] {
  const { experiment, points, batchSize, frozenCount } = facts;
  const { loss, training } = experiment;
  const { optimizer, schedule, clipNorm, learningRate } = training;
  const isWhole = batchSize >= points;
  const hasSchedule = schedule.id !== 'constant';
  const alpha = figureOf(
    marked({ quantity: 'alpha' }, hasSchedule ? '\\alpha_\\tau' : '\\alpha'),
    (moment) => moment.learningRate,
    hasSchedule,
  );
  const rule = ruleLines(training);
  const gradient: Equation = {
    id: 'gradient',
    lines: gradientLines(loss, training, isWhole),
    numbers: [
      ...(isWhole ? [] : [figureOf(batchPoints, () => batchSize)]),
      ...(clipNorm === null ? [] : [figureOf('c', () => clipNorm)]),
    ],
    notes: [
      ...(isWhole ? [] : [{ kind: 'batch' } as const]),
      ...(frozenCount > 0 ? [{ kind: 'frozen', count: frozenCount } as const] : []),
    ],
  };
  const update: Equation = {
    id: 'update',
    lines: rule,
    numbers: [alpha, ...hyperparameterNumbers(optimizers[optimizer.id].hyperparameters, optimizer.options)],
    notes: [{ kind: 'sameForAll' }, ...(rule.join().includes('^t') ? [{ kind: 'updates' } as const] : [])],
  };
  const rates: Equation = {
    id: 'schedule',
    lines: scheduleLines(training),
    numbers: [
      figureOf('\\alpha', () => learningRate),
      ...hyperparameterNumbers(schedules[schedule.id].hyperparameters, schedule.options),
      figureOf('\\tau', ({ epoch }) => epoch, true),
    ],
    notes: [],
  };
  return hasSchedule ? [gradient, update, rates] : [gradient, update];
}

function hyperparameterNumbers(
  declared: readonly Hyperparameter[],
  options: HyperparameterValues,
): FigureNumbers[] {
  return declared.map((one) => figureOf(one.symbol, () => options[one.id] ?? one.default));
}
