import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, step } from '../../store/commands';
import { choosePreset } from '../../store/dataEdits';
import { edit } from '../../store/store';
import { accuracyFrom, all, epochsFrom, forEpochs, updatesMade } from '../checks';
import type { Lesson } from '../lesson';

const sigmoid = { activation: 'sigmoid' } as const;

/**
 * The network of the course, 25, 15 and 1 sigmoid units. Sigmoid layers learn slowly: with a rate of 1 it is 95 % right after about 30
 * epochs of 8 updates, with 0.1 only after more than 250.
 */
const network: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'moons', points: 240, noise: 0.3, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  model: {
    ...defaultExperiment.model,
    hidden: [
      { units: 25, ...sigmoid },
      { units: 15, ...sigmoid },
    ],
    outputActivation: 'sigmoid',
  },
  loss: { ...defaultExperiment.loss, id: 'binaryCrossentropy' },
  training: { ...defaultExperiment.training, learningRate: 1 },
};

/** Of 240 points in batches of 32. */
const updatesPerEpoch = 8;

export const lesson: Lesson = {
  number: 2,
  title: { en: 'The same in Keras', zh: '用 Keras 写同样的三步' },
  about: {
    en: 'Three statements train a network of 481 parameters.',
    zh: '三条语句，训练一个有 481 个参数的网络。',
  },
  experiment: network,
  cards: [
    {
      id: 'statements',
      kind: 'explain',
      page: 'code',
      choices: ['sequential', 'compile', 'fit'],
      right: 'compile',
      check: () => true,
    },
    {
      id: 'count',
      kind: 'explain',
      page: 'formula',
      choices: ['units', 'weights', 'all'],
      right: 'all',
      formula: [
        '‹W1|W^{[1]}›,\\; ‹b1|b^{[1]}›,\\; ‹W2|W^{[2]}›,\\; ‹b2|b^{[2]}›,\\; ‹W3|W^{[3]}›,\\; ‹b3|b^{[3]}›',
      ],
      check: () => true,
    },
    {
      id: 'epochs',
      kind: 'predict',
      setUp: () => forEpochs(100, network),
      page: 'code',
      choices: ['hundred', 'eight-hundred', 'all-points'],
      check: all(epochsFrom(100), ({ updates }) => updates >= 100 * updatesPerEpoch),
      help: () => step('epoch', 100),
    },
    {
      id: 'backprop',
      kind: 'explain',
      page: 'formula',
      choices: ['weights', 'activations', 'both'],
      right: 'activations',
      formula: ['‹W3|W^{[3]}› &← ‹W3|W^{[3]}› − ‹alpha|α› · ‹dW3|\\frac{∂J}{∂W^{[3]}}›'],
      check: () => true,
    },
    {
      id: 'every-layer',
      kind: 'predict',
      setUp: () => network,
      page: 'diagnostics',
      choices: ['last', 'all'],
      check: updatesMade(updatesPerEpoch),
      help: () => step('epoch'),
    },
    {
      id: 'accuracy',
      kind: 'make',
      setUp: () => network,
      page: 'one-point',
      check: all(updatesMade(1), accuracyFrom(0.95)),
      help: play,
    },
    {
      id: 'regression',
      kind: 'make',
      setUp: () => network,
      page: 'code',
      check: ({ experiment: { data, loss } }) => data.task === 'regression' && loss.id === 'squaredError',
      help: () => edit((experiment) => choosePreset(experiment, 'housePrice')),
    },
  ],
};
