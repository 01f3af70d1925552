/** The way forward: what the point is, each layer, and the loss with the cost of the batch. */
import { outputHead } from '../../engine/model/heads';
import { type LossChoice, lossOptions, losses as registry } from '../../engine/model/losses';
import type { Loss } from '../../engine/model/losses/loss';
import type { UnitRef } from '../../engine/model/network';
import { digits } from '../figure';
import { inputLines, layerLines } from './layerLatex';
import { costTerms, lossLines, penaltyName } from './lossLatex';
import { batchPoints, cost, loss, symbol, target } from './notation';
import {
  answersPart,
  biasPart,
  type EquationStage,
  kernelPart,
  type MatrixPart,
  pointsPart,
  type StepFacts,
  sign,
} from './stage';

export function inputStage(facts: StepFacts): EquationStage {
  const { features, standardised, plan, ofBatch } = facts;
  const inputs = answersPart(facts, -1);
  const targets = pointsPart(facts, plan.outputs, (point) => point.targets, { quantity: 'y' });
  return {
    kind: 'inputs',
    lines: inputLines(features, standardised),
    rows: [
      { name: symbol('a', -1, { ofBatch }), parts: [], result: inputs },
      { name: target(ofBatch ? 'batch' : 'point'), parts: [], result: targets },
    ],
    figures: ofBatch ? [{ latex: batchPoints, value: facts.update.passes.length }] : [],
    notes: meansNote(facts),
    highlight: { units: labelled(inputs, -1), edges: [], numbers: null },
  };
}

export function forwardStage(facts: StepFacts, layer: number): EquationStage {
  const { plan, before, ofBatch } = facts;
  const { units } = plan.layers[layer]!;
  const [received, answers] = [answersPart(facts, layer - 1), answersPart(facts, layer)];
  const sums = pointsPart(facts, units, ({ values }) => values[layer]!.logits, { quantity: 'z', layer });
  const { parameters } = before;
  return {
    kind: 'forward',
    layer,
    lines: layerLines(plan, layer, ofBatch),
    rows: [
      {
        name: symbol('z', layer, { ofBatch }),
        parts: [kernelPart(plan, layer, parameters), received, sign('+'), biasPart(plan, layer, parameters)],
        result: sums,
      },
      { name: symbol('a', layer, { ofBatch }), parts: [], result: answers },
    ],
    figures: [],
    notes: meansNote(facts),
    highlight: {
      units: [...labelled(received, layer - 1), ...labelled(answers, layer)],
      edges: [{ layer }],
      numbers: null,
    },
  };
}

export function lossStage(facts: StepFacts): EquationStage {
  const { plan, experiment, update, ofBatch } = facts;
  const last = plan.layers.length - 1;
  const { l1, l2, id } = experiment.loss;
  const answers = answersPart(facts, last);
  const targets = pointsPart(facts, plan.outputs, (point) => point.targets, { quantity: 'y' });
  const losses = pointsPart(facts, 1, (point) => [point.loss], { quantity: 'L' });
  const head = outputHead(id, plan);
  const total = update.meanLoss + update.penalty;
  return {
    kind: 'loss',
    lines: [...lossLines(head, plan.outputs, last), costTerms(experiment.loss, ofBatch)],
    rows: [
      { name: symbol('a', last, { ofBatch }), parts: [], result: answers },
      { name: target(ofBatch ? 'batch' : 'point'), parts: [], result: targets },
      { name: ofBatch ? `${loss}^{(i)}` : loss, parts: [], result: losses },
    ],
    figures: [
      ...lossFigures(experiment.loss),
      ...(ofBatch
        ? [{ latex: `\\tfrac{1}{${batchPoints}}\\sum ${loss}^{(i)}`, value: update.meanLoss }]
        : []),
      ...(l1 > 0 || l2 > 0
        ? [
            ...(l1 > 0 ? [{ latex: '\\lambda_1', value: l1 }] : []),
            ...(l2 > 0 ? [{ latex: '\\lambda_2', value: l2 }] : []),
            { latex: penaltyName(experiment.loss), value: update.penalty },
          ]
        : []),
      { latex: cost, value: total },
    ],
    notes: [...(head.clips ? ['cutOff' as const] : []), ...meansNote(facts)],
    highlight: { units: labelled(answers, last), edges: [], numbers: null },
  };
}

/** What the loss itself is made with. */
function lossFigures(loss: LossChoice): EquationStage['figures'] {
  const { hyperparameters }: Loss = registry[loss.id];
  const options = lossOptions(loss);
  return hyperparameters.map(({ symbol: latex }, i) => ({ latex, value: options[i]! }));
}

export function meansNote({ ofBatch, update }: StepFacts): EquationStage['notes'] {
  return ofBatch && update.passes.length > 1 ? ['meansOfBatch'] : [];
}

/** The units of a layer with a number of each; of a mini-batch its mean. */
export function labelled(part: MatrixPart, layer: number): (UnitRef & { readonly text: string })[] {
  return Array.from({ length: part.rows }, (_, unit) => {
    let sum = 0;
    for (let column = 0; column < part.columns; column++) sum += part.at(unit, column);
    return { layer, unit, text: digits(sum / part.columns, 2) };
  });
}
