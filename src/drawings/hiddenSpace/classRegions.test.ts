import { describe, expect, test } from 'vitest';
import type { OutputActivationId } from '../../engine/model/activations';
import { forward } from '../../engine/model/forward';
import { planNetwork } from '../../engine/model/network';
import { predictedClass } from '../../engine/model/prediction';
import { type ClassRegion, classRegions, classScores, tieLines } from './classRegions';

const box = { x: [-1, 2], y: [-1, 1] } as const;

function networkOf(classes: number, outputActivation: OutputActivationId, units = 2) {
  return planNetwork(
    { hidden: [{ units, activation: 'linear' }], outputActivation, initializer: 'zeros', seed: 1 },
    { task: 'classification', classes },
    units,
  );
}

/** Random output weights behind a hidden layer that passes its inputs through. */
function parametersOf(plan: ReturnType<typeof networkOf>): Float32Array {
  const [hidden, output] = plan.layers;
  const parameters = new Float32Array(plan.parameterCount);
  for (let unit = 0; unit < hidden!.units; unit++) {
    parameters[hidden!.kernelOffset + unit * hidden!.units + unit] = 1;
  }
  for (let i = output!.kernelOffset; i < plan.parameterCount; i++) parameters[i] = Math.sin(3 * i + 1) * 2;
  return parameters;
}

/** Whether a place lies in a convex polygon. */
function holds({ corners }: ClassRegion, x: number, y: number): boolean {
  const sides = corners.map(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length]!;
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  });
  return sides.every((side) => side >= -1e-9) || sides.every((side) => side <= 1e-9);
}

describe.each([
  [4, 'softmax'],
  [3, 'sigmoid'],
  [3, 'tanh'],
  [2, 'softmax'],
  [2, 'sigmoid'],
  [2, 'relu'],
  [2, 'gelu'],
  [2, 'linear'],
] as const)('%i classes, %s', (classes, activation) => {
  test('the regions are where the network answers their class', () => {
    const plan = networkOf(classes, activation);
    const parameters = parametersOf(plan);
    const regions = classRegions(classScores(plan, parameters)!, box);
    for (let i = 0; i < 200; i++) {
      const [x, y] = [-1 + 3 * ((i * 0.618) % 1), -1 + 2 * ((i * 0.755) % 1)];
      const answer = predictedClass(forward(plan, parameters, [x, y]).at(-1)!.outputs);
      expect(regions.filter((region) => holds(region, x, y)).map((region) => region.class)).toContain(answer);
    }
  });
});

test('two classes tie along one line across the box', () => {
  const scores = [
    { across: 0, up: 0, bias: 0 },
    { across: 1, up: 0, bias: -0.5 },
  ];
  const ties = tieLines(scores, classRegions(scores, box));
  expect(ties).toHaveLength(1);
  expect(ties[0]!.map(([x]) => x)).toEqual([0.5, 0.5]);
  expect(ties[0]!.map(([, y]) => y).sort()).toEqual([-1, 1]);
});

test('three classes tie along three lines that meet', () => {
  const scores = [0, 1, 2].map((k) => ({
    across: Math.cos((2 * Math.PI * k) / 3),
    up: Math.sin((2 * Math.PI * k) / 3),
    bias: 0,
  }));
  const ties = tieLines(scores, classRegions(scores, box));
  expect(ties).toHaveLength(3);
  for (const segment of ties) {
    expect(segment.some(([x, y]) => Math.hypot(x, y) < 1e-9)).toBe(true);
  }
});

test('one unit is parted at one value', () => {
  const plan = networkOf(2, 'sigmoid', 1);
  const parameters = Float32Array.from([1, 0, 4, -2]);
  const scores = classScores(plan, parameters)!;
  const [from, to] = tieLines(scores, classRegions(scores, box))[0]!;
  for (const [across] of [from, to]) expect(across).toBeCloseTo(0.5, 9);
});

test('a class that never wins has no region, nor do classes that always tie a line', () => {
  const same = { across: 1, up: 1, bias: 0 };
  expect(classRegions([same, { ...same, bias: -1 }], box).map((region) => region.class)).toEqual([0]);
  expect(classRegions([same, same], box)).toHaveLength(1);
  expect(tieLines([same, same], classRegions([same, same], box))).toEqual([]);
});

test('where no straight line parts the classes there are no scores', () => {
  expect(classScores(networkOf(3, 'relu'), new Float32Array(99))).toBeNull();
  expect(classScores(networkOf(3, 'softmax', 5), new Float32Array(99))).toBeNull();
});
