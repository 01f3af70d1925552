import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, reset, setWeights, step } from '../../store/commands';
import { setTraining } from '../../store/modelEdits';
import { edit, look } from '../../store/store';
import { all, costBelow, costRose, epochsFrom, forEpochs, untrained, updatesMade } from '../checks';
import type { Lesson } from '../lesson';

/** Two classes that one straight line parts but for a few, and a model that knows nothing yet: all parameters are 0, J is log 2. */
const twoBlobs: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'gaussians', points: 160, noise: 1, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  model: { ...defaultExperiment.model, outputActivation: 'sigmoid', initializer: 'zeros' },
  loss: { ...defaultExperiment.loss, id: 'binaryCrossentropy' },
  training: { ...defaultExperiment.training, batchSize: 'all' },
};

/** The same with classes that run into each other: points on the wrong side are dear where the weights are large. */
const mixedBlobs: Experiment = {
  ...twoBlobs,
  data: { ...twoBlobs.data, source: { kind: 'preset', id: 'gaussians', points: 160, noise: 2, seed: 1 } },
};

/** Places of w₁, w₂ and b among the parameters. */
const [w1, w2, b] = [0, 1, 2];

export const lesson: Lesson = {
  number: 1,
  title: { en: 'Three steps', zh: '三步' },
  about: {
    en: 'Model, loss and cost, gradient descent: first by hand, then by itself.',
    zh: '模型、损失与成本、梯度下降：先动手，再让它自己走。',
  },
  experiment: twoBlobs,
  cards: [
    {
      id: 'by-hand',
      kind: 'make',
      page: 'one-point',
      formula: ['‹z1|z› &= ‹W1|w› · ‹a0|x› + ‹b1|b›', '‹a1|a› &= g(‹z1|z›)'],
      check: all(untrained, costBelow(0.2)),
      help: () =>
        setWeights([
          { index: w1, value: 1 },
          { index: w2, value: 1 },
          { index: b, value: 0 },
        ]),
    },
    {
      id: 'one-loss',
      kind: 'explain',
      page: 'one-point',
      choices: ['z', 'a', 'loss'],
      right: 'loss',
      check: ({ point }) => point !== null,
      help: () => look({ probe: { kind: 'point', index: 0 } }),
    },
    {
      id: 'surface',
      kind: 'make',
      setUp: () => twoBlobs,
      page: 'cost-surface',
      check: all(untrained, costBelow(0.1)),
      help: () =>
        setWeights([
          { index: w1, value: 2 },
          { index: w2, value: 2 },
        ]),
    },
    {
      id: 'downhill',
      kind: 'predict',
      setUp: () => twoBlobs,
      page: 'formula',
      choices: ['along', 'against'],
      formula: [
        '‹W1|w› &← ‹W1|w› − ‹alpha|α› · ‹dW1|\\frac{∂J}{∂w}›',
        '‹b1|b› &← ‹b1|b› − ‹alpha|α› · ‹db1|\\frac{∂J}{∂b}›',
      ],
      check: updatesMade(1),
      help: () => step('update'),
    },
    {
      id: 'descend',
      kind: 'make',
      page: 'cost-surface',
      check: all(updatesMade(1), costBelow(0.1)),
      help: play,
    },
    {
      id: 'too-small',
      kind: 'break',
      setUp: () => forEpochs(100, twoBlobs),
      page: 'cost-surface',
      check: (now, past) => now.experiment.training.learningRate <= 0.001 && epochsFrom(100)(now, past),
      help: () => {
        edit((experiment) => setTraining(experiment, { learningRate: 0.001 }));
        reset();
        step('epoch', 100);
      },
    },
    {
      id: 'too-large',
      kind: 'break',
      setUp: () => mixedBlobs,
      page: 'cost-surface',
      check: costRose(1.05),
      help: () => {
        edit((experiment) => setTraining(experiment, { learningRate: 10 }));
        reset();
        play();
      },
    },
  ],
};
