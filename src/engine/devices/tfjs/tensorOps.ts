/** `Ops` as tfjs operations, whose automatic differentiation takes the slope of the left side at a kink. */
import * as tf from '@tensorflow/tfjs-core';
import type { Ops } from '../../model/ops';

/** tfjs has no gradient of a comparison; it is 0. */
function compared(compare: typeof tf.greater, a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const comparison = tf.customGrad((...args) => {
    const [left, right, save] = args as unknown as [tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    save([left, right]);
    return {
      value: compare(left, right),
      gradFunc: (_: tf.Tensor, saved: tf.Tensor[]) => saved.map((one) => tf.zerosLike(one)),
    };
  });
  return comparison(a, b);
}

export const tensorOps: Ops<tf.Tensor> = {
  constant: (k) => tf.scalar(k),
  add: (a, b) => tf.add(a, b),
  subtract: (a, b) => tf.sub(a, b),
  multiply: (a, b) => tf.mul(a, b),
  divide: (a, b) => tf.div(a, b),
  scale: (a, k) => tf.mul(a, k),
  shift: (a, k) => tf.add(a, k),
  sqrt: (a) => tf.sqrt(a),
  abs: (a) => tf.abs(a),
  exp: (a) => tf.exp(a),
  expm1: (a) => tf.expm1(a),
  log: (a) => tf.log(a),
  log1p: (a) => tf.log1p(a),
  softplus: (a) => tf.softplus(a),
  tanh: (a) => tf.tanh(a),
  sin: (a) => tf.sin(a),
  cos: (a) => tf.cos(a),
  logistic: (a) => tf.sigmoid(a),
  logisticSlope: (a) => tf.mul(tf.sigmoid(a), tf.sigmoid(tf.neg(a))),
  // tf.minimum and tf.maximum would give the gradient of a tie to both.
  min: (a, b) => tf.where(compared(tf.greater, a, b), b, a),
  max: (a, b) => tf.where(compared(tf.lessEqual, a, b), b, a),
  where: (a, yes, no) => tf.where(compared(tf.greater, a, tf.scalar(0)), yes, no),
};
