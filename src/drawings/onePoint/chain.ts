/**
 * One point on its way through the network, step by step, in float64: features, inputs, z and a of every layer, what softmax or
 * sigmoid make of the last z, and the loss. Numbers only; `OnePoint` shows them.
 */
import type { Task } from '../../engine/data/dataset';
import { type FeatureId, features } from '../../engine/data/features';
import type { InputMap } from '../../engine/data/inputs';
import type { OutputActivationId } from '../../engine/model/activations';
import { forward, type LayerValues } from '../../engine/model/forward';
import { outputHead, pointLoss } from '../../engine/model/heads';
import { type LossChoice, lossOptions } from '../../engine/model/losses';
import { probabilityFloor } from '../../engine/model/losses/loss';
import type { NetworkPlan } from '../../engine/model/network';
import { targetsOf } from '../../engine/model/prediction';
import { type ErrorCurve, errorCurve } from '../errorCurve';

export interface ProbedModel {
  readonly plan: NetworkPlan;
  readonly parameters: ArrayLike<number>;
  readonly inputMap: InputMap;
  readonly task: Task;
  readonly loss: LossChoice;
}

export interface ProbedPoint {
  readonly x1: number;
  readonly x2: number;
  /** Class index or target; null for a place without a label. */
  readonly y: number | null;
}

export interface FeatureStep {
  readonly id: FeatureId;
  readonly label: string;
  /** The feature itself. */
  readonly raw: number;
  /** What the first layer receives: standardised, or the same. */
  readonly input: number;
}

export interface LayerStep extends LayerValues {
  readonly activation: OutputActivationId;
}

/** A row of the last steps: an output unit, or the class that a single unit leaves over. */
export interface OutputRow {
  /** null in regression. */
  readonly classIndex: number | null;
  /** null where no unit computes it. */
  readonly logit: number | null;
  /** e^(z − max) with softmax, e^−z with a single sigmoid; null where there is no such step. */
  readonly power: number | null;
  readonly output: number;
  readonly isTruth: boolean;
  /** What it adds to the loss, and of what that is the loss; null where the loss does not look, or nothing is known. */
  readonly term: LossTerm | null;
}

export interface LossTerm {
  /** −log a, −log(1 − a), or the loss of an error. */
  readonly kind: 'logOutput' | 'logRest' | 'error';
  readonly target: number;
  readonly value: number;
  /** Of an error. */
  readonly error?: ErrorTerm | undefined;
}

export interface ErrorTerm {
  readonly curve: ErrorCurve;
  /** a − y */
  readonly of: number;
}

export interface Chain {
  readonly features: readonly FeatureStep[];
  /** Whether the inputs differ from the features. */
  readonly standardised: boolean;
  readonly hidden: readonly LayerStep[];
  readonly activation: OutputActivationId;
  readonly rows: readonly OutputRow[];
  /** Largest z and Σ e^(z − max), with softmax. */
  readonly shift: { readonly max: number; readonly sum: number } | null;
  /** Σ a over the classes; null in regression and for a single unit that is not a probability. */
  readonly outputSum: number | null;
  readonly loss: number | null;
  /** A logarithm was taken of a value that was first kept off 0 and 1. */
  readonly clipped: boolean;
}

export function chainOf(model: ProbedModel, point: ProbedPoint): Chain {
  const { plan, parameters, inputMap } = model;
  const inputs = inputMap.fill([point.x1], [point.x2]);
  const values = forward(plan, parameters, inputs);
  const steps = plan.layers.map((layer, i): LayerStep => ({ activation: layer.activation, ...values[i]! }));
  const output = steps.pop()!;
  return {
    features: inputMap.features.map((id, i) => {
      const { label, at } = features[id];
      return { id, label, raw: at(point.x1, point.x2), input: inputs[i]! };
    }),
    standardised: inputMap.mean.some((mean) => mean !== 0) || inputMap.deviation.some((d) => d !== 1),
    hidden: steps,
    activation: output.activation,
    ...outputSteps(model, output, point.y),
  };
}

function outputSteps(model: ProbedModel, output: LayerStep, y: number | null) {
  const { activation, logits, outputs } = output;
  const known = y === null ? null : lossSteps(model, output, y);
  const max = logits.reduce((most, z) => Math.max(most, z), -Infinity);
  const powers = activation === 'softmax' ? logits.map((z) => Math.exp(z - max)) : null;
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const shared = {
    shift: powers && { max, sum: sum(powers) },
    loss: known?.loss ?? null,
    clipped: known?.clipped ?? false,
  };
  if (model.task === 'classification' && outputs.length === 1) {
    return { ...shared, ...singleUnit(output, y, known?.terms[0] ?? null) };
  }
  const classifies = model.task === 'classification';
  const rows = Array.from(
    outputs,
    (a, j): OutputRow => ({
      classIndex: classifies ? j : null,
      logit: logits[j]!,
      power: powers?.[j] ?? null,
      output: a,
      isTruth: classifies && y === j,
      term: known?.terms[j] ?? null,
    }),
  );
  return { ...shared, rows, outputSum: classifies ? sum(outputs) : null };
}

/** The unit speaks for y = 1, class 2 (×); a probability leaves the rest for y = 0, class 1 (○). The term belongs to the class that is true. */
function singleUnit({ activation, logits, outputs }: LayerStep, y: number | null, term: LossTerm | null) {
  const [z, f] = [logits[0]!, outputs[0]!];
  const isProbability = activation === 'sigmoid';
  const termAt = (classIndex: number) => (term?.kind === 'error' ? 1 : y) === classIndex;
  const unit: OutputRow = {
    classIndex: 1,
    logit: z,
    power: isProbability ? Math.exp(-z) : null,
    output: f,
    isTruth: y === 1,
    term: termAt(1) ? term : null,
  };
  const rest: OutputRow = {
    classIndex: 0,
    logit: null,
    power: null,
    output: 1 - f,
    isTruth: y === 0,
    term: termAt(0) ? term : null,
  };
  return { rows: [rest, unit], outputSum: isProbability ? rest.output + f : null };
}

function lossSteps({ task, loss, plan }: ProbedModel, output: LayerStep, y: number) {
  const { activation, logits, outputs } = output;
  const targets = targetsOf(task, [y], [0], plan.outputs);
  const point = { activation, logits, outputs, targets };
  const head = outputHead(loss.id, plan);
  const options = lossOptions(loss);
  const curve = errorCurve(loss);
  const terms = Array.from(targets, (_, j): LossTerm | null => {
    const value = head.term(point, j, options);
    if (value === null) return null;
    // Real targets pass through float32 on their way to the devices; a learner reads the one that was placed.
    if (!curve) {
      return { kind: targets[j] === 1 ? 'logOutput' : 'logRest', target: targets[j]!, value };
    }
    const target = task === 'regression' ? y : targets[j]!;
    return { kind: 'error', target, value, error: { curve, of: outputs[j]! - target } };
  });
  const outside = (a: number) => a < probabilityFloor || a > 1 - probabilityFloor;
  return {
    terms,
    loss: pointLoss(head, point, options),
    clipped: head.clips && terms.some((term, j) => term !== null && outside(outputs[j]!)),
  };
}
