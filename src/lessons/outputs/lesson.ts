import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, step } from '../../store/commands';
import { chooseKind, setOutputActivation } from '../../store/modelEdits';
import { openQuestion } from '../../store/page';
import { edit } from '../../store/store';
import { all, costBelow, epochsFrom, forEpochs, updatesMade } from '../checks';
import type { Check, Lesson, Now } from '../lesson';
import { sold } from './sold';

/** A target of 0 or 1, and an output that may be any number; it starts from 0 everywhere. */
const yesNo: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'gaussians', points: 160, noise: 1, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  model: { ...defaultExperiment.model, outputActivation: 'linear', initializer: 'zeros' },
  loss: { ...defaultExperiment.loss, id: 'squaredError' },
};

const relu = { units: 8, activation: 'relu' } as const;

const curve = { task: 'regression', inputs: 1, features: ['x1'], testShare: 0 } as const;

/**
 * A target on both sides of 0, and an output that is never below it: J stays above 0.17 whatever the weights are. With the first seed the
 * output would be 0 everywhere, and stay so.
 */
const dailyChange: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    ...curve,
    source: { kind: 'preset', id: 'dailyChange', points: 160, noise: 0.25, seed: 1 },
    plane: { x: [-6, 6], y: [-3, 3] },
  },
  model: { ...defaultExperiment.model, hidden: [relu, relu], outputActivation: 'relu', seed: 2 },
  loss: { ...defaultExperiment.loss, id: 'squaredError' },
};

/** A target that is never below 0, and often 0, fitted by a straight line: J stays above 0.024. */
const sales: Experiment = {
  ...defaultExperiment,
  data: { ...defaultExperiment.data, ...curve, source: sold, plane: { x: [0, 3], y: [-1, 2.5] } },
  model: { ...defaultExperiment.model, outputActivation: 'linear' },
  loss: { ...defaultExperiment.loss, id: 'squaredError' },
};

const threeClasses: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 3,
    source: { kind: 'preset', id: 'threeBlobs', points: 300, noise: 0.8, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
};

const outputIs =
  (activation: Experiment['model']['outputActivation']): Check =>
  ({ experiment }) =>
    experiment.model.outputActivation === activation;

/** The output at some point is such. */
const someOutput =
  (is: (output: number) => boolean) =>
  ({ answers }: Now) =>
    answers?.some((output) => is(output)) ?? false;

export const lesson: Lesson = {
  number: 4,
  title: { en: 'Which output', zh: '输出层选什么' },
  about: {
    en: 'The target decides: yes or no, any number, or none below 0.',
    zh: '由目标决定：是或否、可正可负的数、不会为负的数。',
  },
  experiment: yesNo,
  cards: [
    {
      id: 'probability',
      kind: 'predict',
      setUp: (first) => forEpochs(10, first),
      page: 'one-point',
      choices: ['inside', 'outside'],
      check: all(
        outputIs('linear'),
        updatesMade(25),
        someOutput((a) => a < 0),
        someOutput((a) => a > 1),
      ),
      help: () => step('epoch', 10),
    },
    {
      id: 'yes-no',
      kind: 'make',
      setUp: () => yesNo,
      page: 'one-point',
      check: all(
        outputIs('sigmoid'),
        ({ experiment }) => experiment.loss.id === 'binaryCrossentropy',
        updatesMade(1),
        costBelow(0.2),
      ),
      help: () => {
        edit((experiment) => chooseKind(experiment, 'logistic'));
        play();
      },
    },
    {
      id: 'share-price',
      kind: 'predict',
      setUp: () => forEpochs(20, dailyChange),
      page: 'one-point',
      choices: ['rises', 'falls', 'none'],
      check: all(outputIs('relu'), epochsFrom(20)),
      help: () => step('epoch', 40),
    },
    {
      id: 'fits-real',
      kind: 'make',
      setUp: () => dailyChange,
      page: 'one-point',
      check: all(outputIs('linear'), updatesMade(1), costBelow(0.1)),
      help: () => {
        edit((experiment) => setOutputActivation(experiment, 'linear'));
        play();
      },
    },
    {
      id: 'sold',
      kind: 'predict',
      setUp: () => forEpochs(25, sales),
      page: 'one-point',
      choices: ['little', 'much', 'nowhere'],
      check: all(
        outputIs('linear'),
        epochsFrom(25),
        someOutput((a) => a < 0),
      ),
      help: () => step('epoch', 50),
    },
    {
      id: 'never-negative',
      kind: 'make',
      setUp: () => sales,
      page: 'one-point',
      check: all(outputIs('relu'), updatesMade(1), costBelow(0.01)),
      help: () => {
        edit((experiment) => setOutputActivation(experiment, 'relu'));
        play();
      },
    },
    {
      id: 'classes',
      kind: 'explain',
      setUp: () => threeClasses,
      page: 'why',
      question: 'output-activation',
      choices: ['sigmoid', 'softmax', 'relu'],
      right: 'softmax',
      check: ({ question }) => question === 'output-activation',
      help: ({ experiment }) => openQuestion('output-activation', experiment),
    },
  ],
};
