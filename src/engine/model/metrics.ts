/** Loss, accuracy and confusion over a set of points, in float64 from the logits a device hands out. */
import type { Metrics } from '../training/snapshot';
import { activate } from './forward';
import { outputHead, pointLoss } from './heads';
import { type LossChoice, lossOptions } from './losses';
import type { LayerPlan, NetworkPlan } from './network';
import { predictedClass } from './prediction';

export interface MeasuredSet {
  readonly points: number;
  /** [unit][point] */
  readonly logits: Float32Array;
  /** [point][unit] */
  readonly targets: Float32Array;
  /** Class index or real target of each point. */
  readonly labels: ArrayLike<number>;
}

export interface Measurement {
  /** null for a set without points. */
  readonly metrics: Metrics | null;
  /** Predicted class or value of each point. */
  readonly predictions: Float32Array;
  /** Loss of each point. */
  readonly losses: Float32Array;
  /** Output of the true class of each point, or of the only unit. */
  readonly answers: Float32Array;
}

/** Points after which a long measurement looks up: a few milliseconds. */
const pointsAtOnce = 5000;

/** `classes` is the number of classes, or null for regression. `lookUp` is called between pieces of many points. */
export async function measure(
  plan: NetworkPlan,
  choice: LossChoice,
  classes: number | null,
  set: MeasuredSet,
  lookUp?: () => Promise<void>,
): Promise<Measurement> {
  const { activation } = plan.layers[plan.layers.length - 1] as LayerPlan;
  const units = plan.outputs;
  const head = outputHead(choice.id, plan);
  const options = lossOptions(choice);
  const logits = new Float64Array(units);
  const predictions = new Float32Array(set.points);
  const pointLosses = new Float32Array(set.points);
  const answers = new Float32Array(set.points);
  const confusion = classes === null ? null : new Uint32Array(classes * classes);
  let sum = 0;
  let right = 0;
  for (let i = 0; i < set.points; i++) {
    if (lookUp && i > 0 && i % pointsAtOnce === 0) await lookUp();
    for (let j = 0; j < units; j++) logits[j] = set.logits[j * set.points + i] as number;
    const outputs = activate(activation, logits);
    const targets = set.targets.subarray(i * units, (i + 1) * units);
    const loss = pointLoss(head, { activation, logits, outputs, targets }, options);
    sum += loss;
    pointLosses[i] = loss;
    answers[i] = outputs[units === 1 ? 0 : (set.labels[i] as number)] as number;
    const predicted = classes === null ? (outputs[0] as number) : predictedClass(outputs);
    predictions[i] = predicted;
    if (confusion && classes !== null) {
      const truth = set.labels[i] as number;
      const cell = truth * classes + predicted;
      confusion[cell] = (confusion[cell] as number) + 1;
      if (truth === predicted) right++;
    }
  }
  const perPoint = { predictions, losses: pointLosses, answers };
  if (set.points === 0) return { metrics: null, ...perPoint };
  const accuracy = classes === null ? null : right / set.points;
  return { metrics: { loss: sum / set.points, accuracy, confusion }, ...perPoint };
}

/** l1·Σ|w| + l2·Σw² over all kernels: what regularisation adds to the mean loss. */
export function penaltyOf(
  plan: NetworkPlan,
  parameters: ArrayLike<number>,
  { l1, l2 }: { readonly l1: number; readonly l2: number },
): number {
  let absolute = 0;
  let squared = 0;
  for (const { kernelOffset, biasOffset } of plan.layers) {
    for (let i = kernelOffset; i < biasOffset; i++) {
      const weight = parameters[i] as number;
      absolute += Math.abs(weight);
      squared += weight * weight;
    }
  }
  return l1 * absolute + l2 * squared;
}
