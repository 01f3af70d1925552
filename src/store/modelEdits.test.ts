import { describe, expect, it } from 'vitest';
import { networkExperiment } from '../../tests/support/testExperiment';
import { limits } from '../engine/experiment';
import { optimizers } from '../engine/training/optimizers';
import { choosePreset, chooseTask, setClasses } from './dataEdits';
import {
  addLayer,
  chooseKind,
  chooseOptimizer,
  chooseSchedule,
  insertLayer,
  modelKindOf,
  nextSeed,
  removeLayer,
  setLayer,
  setLoss,
  setOption,
  setOutputActivation,
} from './modelEdits';

const pair = ({ model, loss }: typeof networkExperiment) => [model.outputActivation, loss.id];

describe('edits of the model', () => {
  it('give the pair that suits a new task', () => {
    expect(pair(chooseTask(networkExperiment, 'regression1'))).toEqual(['linear', 'squaredError']);
    const back = chooseTask(chooseTask(networkExperiment, 'regression2'), 'classification');
    expect(pair(back)).toEqual(['softmax', 'categoricalCrossentropy']);
  });

  it('follow the number of classes only from a pair that suited the old number', () => {
    const logistic = chooseKind(choosePreset(networkExperiment, 'xor'), 'logistic');
    expect(pair(logistic)).toEqual(['sigmoid', 'binaryCrossentropy']);
    expect(pair(setClasses(logistic, 3))).toEqual(['softmax', 'categoricalCrossentropy']);
    expect(pair(setClasses(networkExperiment, 2))).toEqual(['softmax', 'categoricalCrossentropy']);
  });

  it('leave a deliberate odd choice as it is when points change', () => {
    const odd = setLoss(setOutputActivation(networkExperiment, 'relu'), { id: 'squaredError' });
    expect(pair(choosePreset(odd, 'rings'))).toEqual(['relu', 'squaredError']);
  });

  it('name the kind of model that the quick choices set up', () => {
    for (const kind of ['logistic', 'softmax', 'network'] as const) {
      expect(modelKindOf(chooseKind(networkExperiment, kind))).toBe(kind);
    }
    expect(modelKindOf(chooseKind(chooseTask(networkExperiment, 'regression1'), 'linear'))).toBe('linear');
    const relu = setOutputActivation(chooseKind(networkExperiment, 'softmax'), 'relu');
    expect(modelKindOf(relu)).toBeNull();
  });

  it('add layers up to the limit and remove any of them', () => {
    let deep = networkExperiment;
    for (let i = 0; i < 12; i++) deep = addLayer(deep);
    expect(deep.model.hidden).toHaveLength(limits.hiddenLayers);
    const mixed = removeLayer(
      {
        ...deep,
        model: {
          ...deep.model,
          hidden: [
            { units: 1, activation: 'tanh' },
            { units: 2, activation: 'relu' },
          ],
        },
      },
      0,
    );
    expect(mixed.model.hidden).toEqual([{ units: 2, activation: 'relu' }]);
  });

  it('put a layer anywhere, shaped like its neighbour', () => {
    const one = setLayer(setLayer(networkExperiment, 0, { units: 3 }), 1, { units: 5, activation: 'tanh' });
    const unitsAfter = (index: number) => insertLayer(one, index).model.hidden.map(({ units }) => units);
    expect(unitsAfter(0)).toEqual([3, 3, 5]);
    expect(unitsAfter(1)).toEqual([3, 3, 5]);
    expect(unitsAfter(2)).toEqual([3, 5, 5]);
    expect(insertLayer(one, 2).model.hidden[2]?.activation).toBe('tanh');
    expect(insertLayer(chooseKind(one, 'softmax'), 0).model.hidden).toHaveLength(1);
    let full = one;
    while (full.model.hidden.length < limits.hiddenLayers) full = addLayer(full);
    expect(insertLayer(full, 3)).toBe(full);
  });

  it('start another optimiser or schedule with its own defaults', () => {
    for (const id of Object.keys(optimizers) as (keyof typeof optimizers)[]) {
      const { options } = chooseOptimizer(networkExperiment, id).training.optimizer;
      expect(Object.keys(options)).toEqual(optimizers[id].hyperparameters.map((parameter) => parameter.id));
    }
    const stepped = chooseSchedule(networkExperiment, 'step');
    expect(stepped.training.schedule.options).toEqual({ epochs: 1000, factor: 0.5 });
    expect(setOption(stepped, 'schedule', 'factor', 0.1).training.schedule.options.factor).toBe(0.1);
  });

  it('wrap seeds at the end of their range', () => {
    expect(nextSeed(1)).toBe(2);
    expect(nextSeed(limits.seed[1])).toBe(limits.seed[0]);
  });
});
