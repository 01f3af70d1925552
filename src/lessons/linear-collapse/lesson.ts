import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, step } from '../../store/commands';
import { removeLayer, setHiddenActivation } from '../../store/modelEdits';
import { edit } from '../../store/store';
import { accuracyFrom, all, costBelow, epochsFrom, forEpochs } from '../checks';
import type { Lesson } from '../lesson';

const linear = { units: 4, activation: 'linear' } as const;

/** No straight line parts the moons. */
const moons: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'moons', points: 240, noise: 0.3, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  model: { ...defaultExperiment.model, hidden: [linear, linear, linear], outputActivation: 'sigmoid' },
  loss: { ...defaultExperiment.loss, id: 'binaryCrossentropy' },
};

/** What one straight line can do is far from enough for a ring around the other class. */
const ring: Experiment = {
  ...moons,
  data: { ...moons.data, source: { kind: 'preset', id: 'circle', points: 240, noise: 0.2, seed: 1 } },
  model: { ...moons.model, hidden: [linear] },
};

export const lesson: Lesson = {
  number: 6,
  title: { en: 'Why activations at all', zh: '为什么要激活函数' },
  about: {
    en: 'Linear layers, however many, multiply out to a single one.',
    zh: '线性层再多，合起来也只等于一层。',
  },
  experiment: moons,
  cards: [
    {
      id: 'all-linear',
      kind: 'predict',
      setUp: () => forEpochs(100, moons),
      page: 'formula',
      choices: ['bends', 'straight'],
      check: epochsFrom(100),
      help: () => step('epoch', 100),
    },
    {
      id: 'multiply',
      kind: 'explain',
      choices: ['sum', 'product', 'last'],
      right: 'product',
      formula: [
        '‹a2|a^{[2]}› &= ‹W2|w^{[2]}›(‹W1|w^{[1]}›x + ‹b1|b^{[1]}›) + ‹b2|b^{[2]}›',
        '&= ‹W2|w^{[2]}›‹W1|w^{[1]}›x + ‹W2|w^{[2]}›‹b1|b^{[1]}› + ‹b2|b^{[2]}›',
      ],
      check: () => true,
    },
    {
      id: 'no-layers',
      kind: 'make',
      setUp: () => moons,
      check: (now, past) =>
        now.experiment.model.hidden.length === 0 && all(costBelow(0.3), epochsFrom(1))(now, past),
      help: () => {
        edit((experiment) => removeLayer(removeLayer(removeLayer(experiment, 0), 0), 0));
        play();
      },
    },
    {
      id: 'bend',
      kind: 'make',
      setUp: () => ring,
      page: 'one-point',
      lock: ['data'],
      check: (now, past) => now.experiment.model.hidden.length === 1 && accuracyFrom(0.95)(now, past),
      help: () => {
        edit((experiment) => setHiddenActivation(experiment, 'tanh'));
        play();
      },
    },
  ],
};
