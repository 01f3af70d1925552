import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import type { ActivationId, OutputActivationId } from './activations';
import { answersOf, collapse, isCollapsible, largestDifference } from './collapse';
import { forward } from './forward';
import { type NetworkPlan, planNetwork } from './network';
import { isSoftmaxPair, logisticOf } from './softmaxPair';

function planOf(hidden: readonly [number, ActivationId][], output: OutputActivationId, classes: number) {
  const model = {
    hidden: hidden.map(([units, activation]) => ({ units, activation })),
    outputActivation: output,
    initializer: 'zeros',
    seed: 1,
  } as const;
  return planNetwork(model, { task: 'classification', classes }, 2);
}

function drawn(count: number): Float64Array {
  const random = createRandom(5);
  return Float64Array.from({ length: count }, () => 2 * random.uniform() - 1);
}

/** [unit][point], as `answersOf` has it. */
function answersOfNetwork(plan: NetworkPlan, parameters: ArrayLike<number>, points: ArrayLike<number>) {
  const count = points.length / plan.inputs;
  const outputs = Array.from({ length: count }, (_, i) => {
    const row = Array.from({ length: plan.inputs }, (_, k) => points[i * plan.inputs + k] as number);
    return forward(plan, parameters, row).at(-1)!.outputs;
  });
  return Float32Array.from(
    { length: plan.outputs * count },
    (_, i) => outputs[i % count]!.at(Math.floor(i / count))!,
  );
}

const points = drawn(60);

describe('linear hidden layers', () => {
  it('multiply out by hand', () => {
    const plan = planOf([[2, 'linear']], 'sigmoid', 2);
    // W[1] = (1 2; 3 4) with a row a unit, b[1] = (5, 6); W[2] = (7 8), b[2] = 9.
    const maps = collapse(plan, [1, 3, 2, 4, 5, 6, 7, 8, 9]);
    expect(Array.from(maps[0]!.kernel)).toEqual([1, 3, 2, 4]);
    // W[2]W[1] = (7·1 + 8·3, 7·2 + 8·4), W[2]b[1] + b[2] = 7·5 + 8·6 + 9.
    expect(maps[1]).toEqual({
      inputs: 2,
      units: 1,
      kernel: Float64Array.of(31, 46),
      bias: Float64Array.of(92),
    });
  });

  it.each([
    [
      'softmax over four classes',
      planOf(
        [
          [5, 'linear'],
          [1, 'linear'],
          [7, 'linear'],
        ],
        'softmax',
        4,
      ),
    ],
    ['one sigmoid', planOf([[3, 'linear']], 'sigmoid', 2)],
    [
      'units of their own that bend the last z',
      planOf(
        [
          [3, 'linear'],
          [3, 'linear'],
        ],
        'relu',
        3,
      ),
    ],
  ])('answer as the single layer does: %s', (_, plan) => {
    const parameters = drawn(plan.parameterCount);
    expect(isCollapsible(plan)).toBe(true);
    const single = collapse(plan, parameters).at(-1)!;
    const answers = answersOf(single, plan.layers.at(-1)!.activation, points);
    expect(largestDifference(answers, answersOfNetwork(plan, parameters, points))).toBeLessThan(1e-6);
  });

  it('do not when one of them bends', () => {
    const plan = planOf(
      [
        [3, 'linear'],
        [3, 'relu'],
      ],
      'sigmoid',
      2,
    );
    expect(isCollapsible(plan)).toBe(false);
    expect(() => collapse(plan, drawn(plan.parameterCount))).toThrow('hidden layer 2 is relu, not linear');
    expect(isCollapsible(planOf([], 'sigmoid', 2))).toBe(false);
  });
});

describe('softmax over two classes', () => {
  it.each([
    ['alone', planOf([], 'softmax', 2)],
    ['on hidden units', planOf([[4, 'tanh']], 'softmax', 2)],
  ])('is a logistic regression, %s', (_, plan) => {
    const parameters = drawn(plan.parameterCount);
    const count = points.length / 2;
    const network = answersOfNetwork(plan, parameters, points);
    const before = { ...plan, layers: plan.layers.slice(0, -1), outputs: 4 };
    const inputs =
      plan.layers.length === 1
        ? points
        : // From [unit][point] to [point][unit].
          answersOfNetwork(before, parameters, points).map(
            (_, i, all) => all[(i % 4) * count + Math.floor(i / 4)]!,
          );
    const sigmoid = answersOf(logisticOf(plan, parameters), 'sigmoid', inputs);
    expect(largestDifference(sigmoid, network.subarray(count))).toBeLessThan(1e-6);
    expect(largestDifference(sigmoid, network.subarray(0, count))).toBeGreaterThan(0.01);
  });

  it('subtracts the first unit from the second', () => {
    const plan = planOf([], 'softmax', 2);
    expect(logisticOf(plan, [1, 4, 2, 7, 3, 5])).toEqual({
      inputs: 2,
      units: 1,
      kernel: Float64Array.of(3, 5),
      bias: Float64Array.of(2),
    });
  });

  it('is needed', () => {
    const plan = planOf([], 'softmax', 3);
    expect(isSoftmaxPair(plan)).toBe(false);
    expect(() => logisticOf(plan, drawn(9))).toThrow('no softmax over two classes');
  });
});

describe('the largest difference', () => {
  it('is of sizes, and is no number where one is missing', () => {
    expect(largestDifference([1, 2, 3], [1.5, 0, 3])).toBe(2);
    expect(largestDifference([1, Number.NaN, 3], [1, 2, 9])).toBeNaN();
    expect(() => largestDifference([1], [1, 2])).toThrow('1 numbers beside 2');
  });
});
