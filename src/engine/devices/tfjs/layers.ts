/** The mathematics of the registries as tfjs operations; the contract tests hold each one to its scalar. */
import * as tf from '@tensorflow/tfjs-core';
import { activations, type OutputActivationId } from '../../model/activations';
import { type Head, headOf, type SoftmaxLogId } from '../../model/heads';
import { type LossChoice, lossOptions } from '../../model/losses';
import type { LayerPlan } from '../../model/network';
import { tensorOps } from './tensorOps';

/** [point][unit] → [point][unit] */
export function activate(activation: OutputActivationId, logits: tf.Tensor2D): tf.Tensor2D {
  if (activation === 'softmax') return tf.softmax(logits);
  return activations[activation].value<tf.Tensor>(tensorOps, logits) as tf.Tensor2D;
}

/** Kernel [in][out] and bias [out] of every layer, in order. */
export type Parameters = readonly tf.Tensor[];

/** Logits of a layer: [point][in] → [point][out]. */
function affine(inputs: tf.Tensor2D, parameters: Parameters, index: number): tf.Tensor2D {
  const kernel = parameters[2 * index] as tf.Tensor2D;
  const bias = parameters[2 * index + 1] as tf.Tensor1D;
  return tf.add(tf.matMul(inputs, kernel), bias);
}

/** Logits of the output layer. */
export function outputLogits(
  layers: readonly LayerPlan[],
  parameters: Parameters,
  inputs: tf.Tensor2D,
): tf.Tensor2D {
  let values = inputs;
  layers.slice(0, -1).forEach((layer, index) => {
    values = activate(layer.activation, affine(values, parameters, index));
  });
  return affine(values, parameters, layers.length - 1);
}

/** Activations [point][unit] of the output layer, or of all layers side by side. */
export function allActivations(
  layers: readonly LayerPlan[],
  parameters: readonly tf.Tensor[],
  rows: tf.Tensor2D,
  units: 'outputs' | 'all',
): tf.Tensor2D {
  let values = rows;
  const every = layers.map((layer, index) => {
    values = activate(layer.activation, affine(values, parameters, index));
    return values;
  });
  return units === 'all' ? tf.concat2d(every, 1) : values;
}

/** Mean loss of a batch as a scalar. */
export function meanLoss(
  loss: LossChoice,
  activation: OutputActivationId,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
): tf.Scalar {
  const [batch, units] = logits.shape;
  const head = headOf(loss.id, activation, units);
  return tf.div(tf.sum(lossTerms(head, activation, logits, targets, lossOptions(loss))), batch);
}

/** What each unit adds to the loss of each point. [point][unit] */
function lossTerms(
  head: Head,
  activation: OutputActivationId,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
  options: readonly number[],
): tf.Tensor {
  if (head.kind === 'softmaxLog') return logTerms[head.id](logits, targets);
  const from = head.fromLogits ? logits : activate(activation, logits);
  return head.formulas.term(
    tensorOps,
    from,
    targets,
    options.map((option) => tensorOps.constant(option)),
  );
}

/** Each device has its own; see `SoftmaxLogHead`. */
const logTerms: Readonly<Record<SoftmaxLogId, (logits: tf.Tensor2D, targets: tf.Tensor2D) => tf.Tensor>> = {
  softmaxCategorical: (logits, targets) => tf.neg(tf.mul(targets, tf.logSoftmax(logits))),
  softmaxBinary: (logits, targets) => {
    const right = tf.mul(targets, tf.logSoftmax(logits));
    return tf.neg(tf.add(right, tf.mul(tf.sub(1, targets), logOneMinusSoftmax(logits))));
  },
};

/** log(1 − a_j) = log Σ_{k≠j} e^{z_k} − log Σ_k e^{z_k}, without ever forming 1 − a_j. [point][unit] */
function logOneMinusSoftmax(logits: tf.Tensor2D): tf.Tensor {
  const units = logits.shape[1];
  const leaveOneOut = tf.mul(tf.eye(units), -1e30);
  const others = tf.add(tf.expandDims(logits, 1), leaveOneOut); // [point][left out][unit]
  return tf.sub(tf.logSumExp(others, 2), tf.logSumExp(logits, 1, true));
}
