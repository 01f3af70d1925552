import { describe, expect, it } from 'vitest';
import { networkExperiment } from '../../../../tests/support/testExperiment';
import type { Experiment } from '../../../engine/experiment';
import type { OutputActivationId } from '../../../engine/model/activations';
import type { LossId } from '../../../engine/model/losses';
import { choosePreset, chooseTask } from '../../../store/dataEdits';
import { setLoss, setOutputActivation } from '../../../store/modelEdits';
import { adviceFor } from './advice';

const four = networkExperiment;
const two = choosePreset(networkExperiment, 'moons');
const curve = chooseTask(networkExperiment, 'regression1');

function keys(experiment: Experiment, output: OutputActivationId, loss?: LossId, targets: number[] = [0, 1]) {
  const chosen = setOutputActivation(loss ? setLoss(experiment, { id: loss }) : experiment, output);
  return adviceFor(chosen, targets).map((advice) => advice.key);
}

describe('advice about the output', () => {
  it('is silent for the pair that suits', () => {
    expect(keys(four, 'softmax')).toEqual([]);
    expect(keys(two, 'sigmoid', 'binaryCrossentropy')).toEqual([]);
    expect(keys(curve, 'linear', undefined, [-1, 2])).toEqual([]);
    expect(keys(curve, 'relu', undefined, [0, 3])).toEqual([]);
  });

  it.each([
    ['relu', 'reluForClasses'],
    ['linear', 'linearForClasses'],
    ['tanh', 'tanhForClasses'],
    ['swish', 'otherForClasses'],
    ['sigmoid', 'sigmoidForManyClasses'],
  ] as const)('says why %s does not suit four classes', (output, key) => {
    expect(keys(four, output)).toEqual([key]);
  });

  it('tells targets that an output cannot reach from those it can', () => {
    expect(keys(curve, 'relu', undefined, [-1, 1])).toEqual(['reluForSigned']);
    expect(keys(curve, 'sigmoid', undefined, [0, 0.5])).toEqual([]);
    expect(keys(curve, 'sigmoid', undefined, [0, 5])).toEqual(['sigmoidForRegression']);
    expect(keys(curve, 'tanh', undefined, [0, -5])).toEqual(['tanhForRegression']);
    expect(keys(curve, 'softmax')).toEqual(['softmaxOneUnit']);
    expect(keys(curve, 'linear', undefined, [0, 2])).toEqual(['nonNegativeTargets']);
  });

  it('speaks of logarithms only where the loss takes them', () => {
    expect(keys(four, 'linear', 'squaredError')).toEqual(['noProbability']);
    expect(keys(four, 'tanh', 'squaredError')).toEqual(['noProbability']);
    expect(keys(four, 'relu', 'squaredError')).toEqual(['reluForClasses']);
  });

  it('explains squared error for classes and offers cross-entropy', () => {
    const [advice] = adviceFor(setLoss(four, { id: 'squaredError' }), []);
    expect(advice).toMatchObject({
      key: 'squaredErrorForClasses',
      remedy: { loss: 'categoricalCrossentropy' },
    });
  });

  it('sees linear and zero hidden layers, and lets sigmoid layers show for themselves', () => {
    const hidden = (activation: 'linear' | 'sigmoid'): Experiment => ({
      ...four,
      model: { ...four.model, hidden: [{ units: 4, activation }] },
    });
    expect(adviceFor(hidden('linear'), []).map((advice) => advice.key)).toEqual(['linearHidden']);
    expect(adviceFor(hidden('sigmoid'), [])).toEqual([]);
    const zeros: Experiment = { ...four, model: { ...four.model, initializer: 'zeros' } };
    expect(adviceFor(zeros, []).map((advice) => advice.key)).toEqual(['zerosInitializer']);
  });
});
