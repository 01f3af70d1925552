import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../tests/support/experimentArbitrary';
import { networkExperiment } from '../../tests/support/testExperiment';
import type { Experiment } from '../engine/experiment';
import { planChange } from '../engine/training/planChange';
import { addPoints, choosePreset, movePoints, setPreset, toggleFeature } from './dataEdits';
import { differences } from './differences';
import { addLayer, chooseOptimizer, removeLayer, setLayer, setOption, setTraining } from './modelEdits';
import { steps } from './runState';

const settingsOf = (experiment: Experiment, present = networkExperiment) =>
  differences(experiment, present).map(({ setting }) => (typeof setting === 'string' ? setting : setting.en));

describe('differences', () => {
  it('are none between equal documents, the same object or not', () => {
    expect(differences(networkExperiment, structuredClone(networkExperiment))).toEqual([]);
  });

  it('name what was set, with both values as the registries call them', () => {
    const changed = chooseOptimizer(setTraining(networkExperiment, { learningRate: 0.1 }), 'sgd');
    expect(differences(changed, networkExperiment)).toEqual([
      {
        setting: 'optimizer',
        value: { kind: 'name', name: { en: 'SGD', zh: '梯度下降 SGD' } },
        present: { kind: 'name', name: { en: 'Adam', zh: 'Adam' } },
      },
      {
        setting: 'learningRate',
        value: { kind: 'figure', figure: 0.1 },
        present: { kind: 'figure', figure: 0.01 },
      },
    ]);
  });

  it('name an option of the optimiser by the optimiser’s own name for it', () => {
    expect(settingsOf(setOption(networkExperiment, 'optimizer', 'beta1', 0.5))).toEqual(['mean decay β₁']);
  });

  it('tell layers from activations, and leave out what a model without layers has not', () => {
    expect(settingsOf(addLayer(networkExperiment))).toEqual(['layers']);
    expect(settingsOf(setLayer(networkExperiment, 1, { activation: 'tanh' }))).toEqual(['activation']);
    const none = removeLayer(removeLayer(networkExperiment, 0), 0);
    expect(differences(none, networkExperiment)).toMatchObject([
      { setting: 'layers', value: { kind: 'word', word: 'noLayers' } },
    ]);
  });

  it('follow the data: set, noise, inputs, points placed by hand', () => {
    expect(settingsOf(setPreset(networkExperiment, { noise: 0.5, seed: 2 }))).toEqual(['noise', 'sample']);
    expect(settingsOf(toggleFeature(networkExperiment, 'radius'))).toEqual(['inputs']);
    expect(settingsOf(choosePreset(networkExperiment, 'moons'))).toContain('dataset');
    const own = addPoints(networkExperiment, [{ x1: 0, x2: 0, y: 0 }]);
    expect(settingsOf(own)).toEqual(['dataset', 'points']);
    const moved = movePoints(own, new Set([3]), 0.5, 0);
    expect(differences(moved, own)).toEqual([{ setting: 'points', value: null, present: null }]);
    expect(differences(structuredClone(own), own)).toEqual([]);
  });

  it('are there whenever a single setting differs, whichever it is', () => {
    /** Follow from others, or mean nothing by themselves. */
    const passedOver = ['plane', 'classes', 'task', 'inputs'];
    fc.assert(
      fc.property(experimentArbitrary, experimentArbitrary, (a, b) => {
        for (const section of steps) {
          for (const [key, value] of Object.entries<unknown>({ ...b[section] })) {
            if (passedOver.includes(key)) continue;
            const changed: Experiment = { ...a, [section]: { ...a[section], [key]: value } };
            const differ = planChange(changed, a) !== 'none';
            expect([key, differences(changed, a).length > 0]).toEqual([key, differ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
