/** The way back: how the loss changes with every z, and the cost with every weight and bias; penalties, what is frozen, clipping. */
import { type ActivationId, activations } from '../../engine/model/activations';
import { outputHead } from '../../engine/model/heads';
import { marked } from '../formula/markedLatex';
import { hiddenDeltaLine, outputDelta, outputDeltaLines, slopeLines } from './deltaLatex';
import { clipLine } from './descentLatex';
import { labelled, meansNote } from './forwardStages';
import { batchPoints, symbol } from './notation';
import {
  answersPart,
  biasPart,
  type EquationStage,
  kernelPart,
  type MatrixPart,
  pointsPart,
  type StagePart,
  type StageRow,
  type StepFacts,
  sign,
  transpose,
} from './stage';

const g = marked({ quantity: 'g' }, 'g');

export function backwardStage(facts: StepFacts, layer: number): EquationStage {
  const { plan, experiment, update, ofBatch } = facts;
  const last = plan.layers.length - 1;
  const { units, activation } = plan.layers[layer]!;
  const deltas = deltasPart(facts, layer);
  const mean = ofBatch ? [sign(`\\tfrac{1}{${batchPoints}}`)] : [];
  const { lossGradient } = update;
  const output = { head: outputHead(experiment.loss.id, plan), activation, units, layer };
  const isLast = layer === last;
  return {
    kind: 'backward',
    layer,
    lines: [
      ...(isLast ? outputDeltaLines(output, ofBatch) : [hiddenDeltaLine(layer, ofBatch)]),
      ...slopeLines(layer, ofBatch),
    ],
    rows: [
      {
        name: symbol('dz', layer, { ofBatch }),
        parts: isLast ? outputParts(facts, layer) : hiddenParts(facts, layer),
        result: deltas,
      },
      {
        name: symbol('dW', layer),
        parts: [...mean, deltas, transpose(answersPart(facts, layer - 1))],
        result: kernelPart(plan, layer, lossGradient, 'dW'),
      },
      { name: symbol('db', layer), parts: [], result: biasPart(plan, layer, lossGradient, 'db') },
    ],
    figures: [],
    notes: [...(isLast && output.head.clips ? ['cutOff' as const] : []), ...meansNote(facts)],
    highlight: { units: labelled(deltas, layer), edges: [{ layer }], numbers: lossGradient },
  };

  function outputParts(of: StepFacts, at: number): StagePart[] {
    const delta = outputDelta(output);
    if (typeof delta === 'function') return [];
    const targets = pointsPart(of, plan.outputs, (point) => point.targets, { quantity: 'y' });
    const difference = [answersPart(of, at), sign('-'), targets];
    if (delta === 'difference') return difference;
    return [sign('\\Bigl('), ...difference, sign('\\Bigr) \\circ'), slopesPart(of, at)];
  }
}

function hiddenParts(facts: StepFacts, layer: number): StagePart[] {
  const next = layer + 1;
  return [
    transpose(kernelPart(facts.plan, next, facts.before.parameters)),
    deltasPart(facts, next),
    sign('\\circ'),
    slopesPart(facts, layer),
  ];
}

function deltasPart(facts: StepFacts, layer: number): MatrixPart {
  const { units } = facts.plan.layers[layer]!;
  return pointsPart(facts, units, ({ deltas }) => deltas[layer]!, { quantity: 'dz', layer });
}

/** g′(z) of a layer that is no softmax. */
function slopesPart(facts: StepFacts, layer: number): MatrixPart {
  const { units, activation } = facts.plan.layers[layer]!;
  const slope = activations[activation as ActivationId].derivative;
  return pointsPart(facts, units, ({ values }) => values[layer]!.logits.map(slope), { quantity: 'z', layer });
}

/** One row for the kernel of each layer. */
function kernelRows(
  { plan }: StepFacts,
  parts: (layer: number) => StagePart[],
  numbers: Float64Array,
): StageRow[] {
  return plan.layers.map((_, layer) => ({
    name: symbol('dW', layer),
    parts: parts(layer),
    result: kernelPart(plan, layer, numbers, 'dW'),
  }));
}

function everyEdge({ plan }: StepFacts, numbers: Float64Array): EquationStage['highlight'] {
  return { units: [], edges: plan.layers.map((_, layer) => ({ layer })), numbers };
}

export function penaltyStage(facts: StepFacts): EquationStage {
  const { plan, experiment, update } = facts;
  const { l1, l2 } = experiment.loss;
  const { lossGradient, penaltyGradient } = update;
  const whole = lossGradient.map((slope, i) => slope + penaltyGradient[i]!);
  const [w, dw] = ['W', 'dW'].map((letter) => `${letter}^{[l]}`);
  const terms = [
    ...(l1 > 0 ? [`\\lambda_1 \\operatorname{sign}(${w})`] : []),
    ...(l2 > 0 ? [`2 \\lambda_2 ${w}`] : []),
  ];
  return {
    kind: 'penalty',
    lines: [`${dw} &\\leftarrow ${dw} + ${terms.join(' + ')}`],
    rows: kernelRows(
      facts,
      (layer) => [
        kernelPart(plan, layer, lossGradient, 'dW'),
        sign('+'),
        kernelPart(plan, layer, penaltyGradient, 'W'),
      ],
      whole,
    ),
    figures: [
      ...(l1 > 0 ? [{ latex: '\\lambda_1', value: l1 }] : []),
      ...(l2 > 0 ? [{ latex: '\\lambda_2', value: l2 }] : []),
    ],
    notes: [],
    highlight: everyEdge(facts, whole),
  };
}

export function frozenStage(facts: StepFacts): EquationStage {
  const { update, plan, frozen } = facts;
  const isTouched = (layer: number) => {
    const { kernelOffset, biasOffset, units } = plan.layers[layer]!;
    return frozen?.subarray(kernelOffset, biasOffset + units).includes(1) ?? false;
  };
  const touched = plan.layers.flatMap((_, layer) => (isTouched(layer) ? [layer] : []));
  return {
    kind: 'frozen',
    lines: [`${g} &\\leftarrow ${g} \\circ (1 - F)`],
    rows: touched.flatMap((layer) => [
      { name: symbol('dW', layer), parts: [], result: kernelPart(plan, layer, update.wholeGradient, 'dW') },
      { name: symbol('db', layer), parts: [], result: biasPart(plan, layer, update.wholeGradient, 'db') },
    ]),
    figures: [],
    notes: ['mask'],
    highlight: everyEdge(facts, update.wholeGradient),
  };
}

export function clipStage(facts: StepFacts, clipNorm: number): EquationStage {
  const { update } = facts;
  const norm = '\\lVert g \\rVert';
  return {
    kind: 'clip',
    lines: [`${norm} &= \\sqrt{\\textstyle\\sum g^2}`, clipLine()],
    rows: [],
    figures: [
      { latex: norm, value: update.norm },
      { latex: 'c', value: clipNorm },
      { latex: `\\min\\bigl(1, c / ${norm}\\bigr)`, value: update.clipFactor },
    ],
    notes: update.clipFactor === 1 ? ['notClipped'] : [],
    highlight: everyEdge(facts, update.gradient),
  };
}
