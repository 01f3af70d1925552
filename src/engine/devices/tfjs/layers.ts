/** The mathematics of the registries as tfjs operations; the contract tests hold each one to its scalar. */
import * as tf from '@tensorflow/tfjs-core';
import { activations, type OutputActivationId } from '../../model/activations';
import type { LossId } from '../../model/losses';
import { probabilityFloor } from '../../model/losses/loss';
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
export function affine(inputs: tf.Tensor2D, parameters: Parameters, index: number): tf.Tensor2D {
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

/** Mean loss of a batch as a scalar; see `model/losses` for the cases. */
export function meanLoss(
  loss: LossId,
  activation: OutputActivationId,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
): tf.Scalar {
  const batch = logits.shape[0];
  return tf.div(tf.sum(lossOps[loss](activation, logits, targets)), batch);
}

type LossOp = (activation: OutputActivationId, logits: tf.Tensor2D, targets: tf.Tensor2D) => tf.Tensor;

const lossOps: Record<LossId, LossOp> = {
  squaredError: (activation, logits, targets) =>
    tf.mul(tf.square(tf.sub(activate(activation, logits), targets)), 0.5),
  binaryCrossentropy,
  categoricalCrossentropy: (activation, logits, targets) => {
    if (logits.shape[1] === 1) return binaryCrossentropy(activation, logits, targets);
    if (activation === 'softmax') return tf.neg(tf.mul(targets, tf.logSoftmax(logits)));
    if (activation === 'sigmoid') return tf.mul(targets, tf.softplus(tf.neg(logits)));
    return tf.neg(tf.mul(targets, tf.log(clipped(activation, logits))));
  },
};

function binaryCrossentropy(
  activation: OutputActivationId,
  logits: tf.Tensor2D,
  targets: tf.Tensor2D,
): tf.Tensor {
  const others = tf.sub(1, targets);
  if (activation === 'sigmoid') {
    return tf.add(tf.mul(targets, tf.softplus(tf.neg(logits))), tf.mul(others, tf.softplus(logits)));
  }
  if (activation === 'softmax') {
    return tf.neg(tf.add(tf.mul(targets, tf.logSoftmax(logits)), tf.mul(others, logOneMinusSoftmax(logits))));
  }
  const p = clipped(activation, logits);
  return tf.neg(tf.add(tf.mul(targets, tf.log(p)), tf.mul(others, tf.log(tf.sub(1, p)))));
}

function clipped(activation: OutputActivationId, logits: tf.Tensor2D): tf.Tensor {
  return tf.clipByValue(activate(activation, logits), probabilityFloor, 1 - probabilityFloor);
}

/** log(1 − a_j) = log Σ_{k≠j} e^{z_k} − log Σ_k e^{z_k}, without ever forming 1 − a_j. [point][unit] */
function logOneMinusSoftmax(logits: tf.Tensor2D): tf.Tensor {
  const units = logits.shape[1];
  const leaveOneOut = tf.mul(tf.eye(units), -1e30);
  const others = tf.add(tf.expandDims(logits, 1), leaveOneOut); // [point][left out][unit]
  return tf.sub(tf.logSumExp(others, 2), tf.logSumExp(logits, 1, true));
}
