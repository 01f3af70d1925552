/** The last stages: the rule of the optimiser, layer by layer. */
import type { Hyperparameter } from '../../engine/training/hyperparameter';
import { optimizers } from '../../engine/training/optimizers';
import { optimizerNotes } from '../../engine/training/optimizers/notes';
import { marked } from '../formula/markedLatex';
import { ruleLines, slotLetters } from './descentLatex';
import { labelled } from './forwardStages';
import { symbol } from './notation';
import {
  biasPart,
  type EquationStage,
  kernelPart,
  type MatrixPart,
  type StageFigure,
  type StageRow,
  type StepFacts,
  sign,
} from './stage';

export function updateStage(facts: StepFacts, layer: number): EquationStage {
  const { plan, experiment, update, before } = facts;
  const change = update.parameters.map((value, i) => value - before.parameters[i]!);
  const biases = biasPart(plan, layer, update.parameters);
  const ofKernel = (numbers: ArrayLike<number>, quantity: 'W' | 'dW' = 'W') =>
    kernelPart(plan, layer, numbers, quantity);
  const ofBias = (numbers: ArrayLike<number>, quantity: 'b' | 'db' = 'b') =>
    biasPart(plan, layer, numbers, quantity);
  return {
    kind: 'update',
    layer,
    lines: ruleLines(experiment.training),
    rows: [
      ...stateRows(facts, `_{${symbol('W', layer)}}`, ofKernel(update.gradient, 'dW'), ofKernel),
      changeRow(
        symbol('W', layer),
        ofKernel(before.parameters),
        ofKernel(change),
        ofKernel(update.parameters),
      ),
      ...stateRows(facts, `_{${symbol('b', layer)}}`, ofBias(update.gradient, 'db'), ofBias),
      changeRow(symbol('b', layer), ofBias(before.parameters), ofBias(change), biases),
    ],
    figures: ruleFigures(facts),
    notes: [],
    highlight: { units: labelled(biases, layer), edges: [{ layer }], numbers: change },
  };
}

/** g as the rule gets it, and the state of the optimiser after it. */
function stateRows(
  { experiment, update }: StepFacts,
  below: string,
  gradient: MatrixPart,
  part: (numbers: ArrayLike<number>) => MatrixPart,
): StageRow[] {
  const letters = slotLetters(experiment.training.optimizer.id);
  const state = update.slots.map((slot, k) => {
    const { kind, rows, columns, at } = part(slot);
    // Nothing in the diagram is the optimiser's own.
    return { name: `${letters[k]}${below}`, parts: [], result: { kind, rows, columns, at } };
  });
  return [{ name: `${marked({ quantity: 'g' }, 'g')}${below}`, parts: [], result: gradient }, ...state];
}

/** W ← W + ΔW, for every optimiser. */
function changeRow(name: string, before: MatrixPart, change: MatrixPart, after: MatrixPart): StageRow {
  return { name, parts: [before, sign('+'), change], result: after };
}

function ruleFigures({ experiment, before, learningRate }: StepFacts): StageFigure[] {
  const { optimizer, schedule } = experiment.training;
  const declared: readonly Hyperparameter[] = optimizers[optimizer.id].hyperparameters;
  const usesCount = optimizerNotes[optimizer.id].formula.includes('^t');
  return [
    {
      latex: marked({ quantity: 'alpha' }, schedule.id === 'constant' ? '\\alpha' : '\\alpha_\\tau'),
      value: learningRate,
    },
    ...declared.map((one) => ({ latex: one.symbol, value: optimizer.options[one.id] ?? one.default })),
    ...(usesCount ? [{ latex: 't', value: before.optimizerUpdates + 1 }] : []),
  ];
}
