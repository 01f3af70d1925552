import { describe, expect, test } from 'vitest';
import type { Task } from '../../engine/data/dataset';
import { createInputMap } from '../../engine/data/inputs';
import type { OutputActivationId } from '../../engine/model/activations';
import type { LossId } from '../../engine/model/losses';
import { planNetwork } from '../../engine/model/network';
import { chainOf, type ProbedModel } from './chain';

const points = { x1: Float64Array.of(1), x2: Float64Array.of(2), y: Float64Array.of(0) };
const inputMap = createInputMap(['x1', 'x2'], 2, points, Uint32Array.of(0), false);

function modelOf(
  output: OutputActivationId,
  {
    classes = 3,
    hidden = 2,
    task = 'classification',
  }: { classes?: number; hidden?: number; task?: Task } = {},
  parameters: readonly number[],
  loss: LossId = 'categoricalCrossentropy',
): ProbedModel {
  const layers = hidden > 0 ? [{ units: hidden, activation: 'relu' } as const] : [];
  const model = { hidden: layers, outputActivation: output, initializer: 'zeros', seed: 1 } as const;
  return { plan: planNetwork(model, { task, classes }, 2), parameters, inputMap, task, loss: { id: loss } };
}

/** The point (1, 2). */
const chain = (model: ProbedModel, y: number | null) => chainOf(model, { x1: 1, x2: 2, y });
const rounded = (values: Iterable<number | null>) =>
  Array.from(values, (value) => (value === null ? null : Number(value.toFixed(4))));

/*
 * Two ReLU units: z = (1·1 + 2·0.5 + 0.5, −1·1 + 2·0.25 + 0) = (2.5, −0.5), a = (2.5, 0). Then three outputs from a = (2.5, 0):
 * z = (2.5·0.2 + 0.1, −2.5·0.4, 2.5·1 − 1) = (0.6, −1, 1.5).
 */
const parameters = [1, -1, 0.5, 0.25, 0.5, 0, 0.2, -0.4, 1, 3, 3, 3, 0.1, 0, -1];

describe('softmax behind a hidden layer', () => {
  const model = modelOf('softmax', {}, parameters);

  test('has every step as one computes it on paper', () => {
    const { hidden, rows, shift, outputSum, loss } = chain(model, 0);
    expect(rounded(hidden[0]!.logits)).toEqual([2.5, -0.5]);
    expect(rounded(hidden[0]!.outputs)).toEqual([2.5, 0]);
    expect(rounded(rows.map(({ logit }) => logit))).toEqual([0.6, -1, 1.5]);
    // e^−0.9, e^−2.5, e^0 and their sum 1.488655, by which they are divided.
    expect(rounded(rows.map(({ power }) => power))).toEqual([0.4066, 0.0821, 1]);
    expect(rounded([shift!.max, shift!.sum, outputSum])).toEqual([1.5, 1.4887, 1]);
    expect(rounded(rows.map(({ output }) => output))).toEqual([0.2731, 0.0551, 0.6717]);
    // −log 0.273112, the term of class 1 alone.
    expect(rounded(rows.map(({ term }) => term?.value ?? null))).toEqual([1.2979, null, null]);
    expect(rounded([loss])).toEqual([1.2979]);
  });

  test('marks the true class; a place has none, and no loss', () => {
    expect(chain(model, 2).rows.map(({ isTruth }) => isTruth)).toEqual([false, false, true]);
    const place = chain(model, null);
    expect([place.loss, ...place.rows.map(({ term }) => term)]).toEqual([null, null, null, null]);
  });

  test('what is no number stays none', () => {
    const { loss, rows } = chain({ ...model, parameters: parameters.with(0, Number.NaN) }, 0);
    expect(loss).toBeNaN();
    expect(rows.every(({ output }) => Number.isNaN(output))).toBe(true);
  });
});

test.each([
  // f = 1 / (1 + e^0.8) = 0.310026, z = 1·0.5 − 2·0.75 + 0.2 = −0.8.
  [1, [null, 1.1711]],
  [0, [0.3711, null]],
])('a single sigmoid leaves the rest for the first class, y = %i', (y, terms) => {
  const model = modelOf('sigmoid', { classes: 2, hidden: 0 }, [0.5, -0.75, 0.2], 'binaryCrossentropy');
  const { rows, outputSum } = chain(model, y);
  expect(rounded(rows.map(({ logit }) => logit))).toEqual([null, -0.8]);
  expect(rounded(rows.map(({ power }) => power))).toEqual([null, 2.2255]);
  expect(rounded([...rows.map(({ output }) => output), outputSum])).toEqual([0.69, 0.31, 1]);
  expect(rounded(rows.map(({ term }) => term?.value ?? null))).toEqual(terms);
});

test('several sigmoid units need not add up to 1, and each has a term of binary cross-entropy', () => {
  const { rows, outputSum, loss } = chain(modelOf('sigmoid', {}, parameters, 'binaryCrossentropy'), 0);
  expect(rounded(rows.map(({ output }) => output))).toEqual([0.6457, 0.2689, 0.8176]);
  expect(rounded([outputSum])).toEqual([1.7322]);
  // −log 0.645656, −log(1 − 0.268941), −log(1 − 0.817574)
  expect(rounded(rows.map(({ term }) => term?.value ?? null))).toEqual([0.4375, 0.3133, 1.7014]);
  expect(rounded([loss])).toEqual([2.4522]);
});

test('regression ends in half the squared error', () => {
  const model = modelOf('linear', { hidden: 0, task: 'regression' }, [0.5, -0.75, 0.2], 'squaredError');
  const { rows, loss } = chain(model, 0.7);
  // ½ · 1.5²
  expect(rounded([rows[0]!.output, loss])).toEqual([-0.8, 1.125]);
  expect(rows[0]!.term).toMatchObject({ kind: 'error', target: 0.7 });
});
