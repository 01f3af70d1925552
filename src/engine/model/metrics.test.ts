import { describe, expect, it } from 'vitest';
import type { OutputActivationId } from './activations';
import { measure, penaltyOf } from './metrics';
import { type NetworkPlan, outputUnits, planNetwork } from './network';
import { predictedClass, targetsOf } from './prediction';

function planOf(activation: OutputActivationId, classes: number | null, hidden = 0): NetworkPlan {
  const model = {
    hidden: Array.from({ length: hidden }, () => ({ units: 2, activation: 'relu' }) as const),
    outputActivation: activation,
    initializer: 'zeros',
    seed: 1,
  } as const;
  return planNetwork(
    model,
    { task: classes === null ? 'regression' : 'classification', classes: classes ?? 2 },
    2,
  );
}

describe('measure', () => {
  it('counts [true class][predicted class] and the share on the diagonal', async () => {
    // Logits [unit][point] of four points that are predicted 0, 0, 2, 1.
    const logits = Float32Array.of(5, 5, 0, 0, 0, 0, 0, 5, 0, 0, 5, 0);
    const labels = [0, 1, 2, 1];
    const targets = targetsOf('classification', labels, [0, 1, 2, 3], 3);
    const { metrics, predictions } = await measure(
      planOf('softmax', 3),
      { id: 'categoricalCrossentropy' },
      3,
      {
        points: 4,
        logits,
        targets,
        labels,
      },
    );
    expect([...predictions]).toEqual([0, 0, 2, 1]);
    expect([...metrics!.confusion!]).toEqual([1, 0, 0, 1, 1, 0, 0, 0, 1]);
    expect(metrics!.accuracy).toBe(0.75);
    const [right, wrong] = [Math.log(1 + 2 * Math.exp(-5)), Math.log(2 + Math.exp(5))];
    expect(metrics!.loss).toBeCloseTo((3 * right + wrong) / 4, 6);
  });

  it('gives the loss and the predicted values of a regression, and no accuracy', async () => {
    const labels = [1, 2];
    const set = { points: 2, logits: Float32Array.of(2, 0), targets: Float32Array.from(labels), labels };
    const { metrics, predictions } = await measure(planOf('linear', null), { id: 'squaredError' }, null, set);
    expect(metrics).toEqual({ loss: 1.25, accuracy: null, confusion: null });
    expect([...predictions]).toEqual([2, 0]);
  });

  it('looks up in between where there are many points, and comes to the same', async () => {
    const points = 12_000;
    const labels = Array.from({ length: points }, (_, i) => Math.sin(i));
    const set = {
      points,
      logits: Float32Array.from(labels, (y) => y / 2),
      targets: new Float32Array(labels),
      labels,
    };
    let times = 0;
    const loss = { id: 'squaredError' } as const;
    const looked = await measure(planOf('linear', null), loss, null, set, async () => void times++);
    expect(times).toBe(2);
    expect(looked).toEqual(await measure(planOf('linear', null), loss, null, set));
  });

  it('has no figures for a set without points', async () => {
    const set = { points: 0, logits: new Float32Array(0), targets: new Float32Array(0), labels: [] };
    expect(
      (await measure(planOf('softmax', 3), { id: 'categoricalCrossentropy' }, 3, set)).metrics,
    ).toBeNull();
  });
});

describe('penaltyOf', () => {
  it('adds up kernels of all layers and leaves biases out', () => {
    const plan = planOf('linear', null, 1);
    // Kernel 2×2, bias 2, kernel 2×1, bias 1.
    const parameters = [1, -2, 0, 3, 100, 100, -1, 0.5, 100];
    expect(penaltyOf(plan, parameters, { l1: 1, l2: 0 })).toBe(7.5);
    expect(penaltyOf(plan, parameters, { l1: 0, l2: 2 })).toBe(2 * 15.25);
    expect(penaltyOf(plan, parameters, { l1: 0, l2: 0 })).toBe(0);
  });
});

describe('the output layer', () => {
  it('has one unit for regression and for two classes without softmax, else one a class', () => {
    const units = (task: 'classification' | 'regression', classes: number, activation: OutputActivationId) =>
      outputUnits({ task, classes }, activation);
    expect(units('regression', 4, 'linear')).toBe(1);
    expect(units('classification', 2, 'sigmoid')).toBe(1);
    expect(units('classification', 2, 'softmax')).toBe(2);
    expect(units('classification', 3, 'sigmoid')).toBe(3);
  });

  it('speaks for its largest unit, a single one for y = 1 from a half on', () => {
    expect(predictedClass([0.1, 0.7, 0.2])).toBe(1);
    expect([0.49, 0.5, 0.9].map((value) => predictedClass([value]))).toEqual([0, 1, 1]);
  });
});
