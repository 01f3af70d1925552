import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, setWeights, step } from '../../store/commands';
import { look } from '../../store/store';
import { accuracyFrom, all, untrained, updatesMade } from '../checks';
import type { Lesson, Now } from '../lesson';

/** Softmax regression on four classes with all parameters 0: every class has probability 1/4 everywhere. */
const fourBlobs: Experiment = {
  ...defaultExperiment,
  data: { ...defaultExperiment.data, testShare: 0 },
  model: { ...defaultExperiment.model, initializer: 'zeros' },
};

/** Place of b₃ among the parameters: a kernel of 2 × 4, then the biases. */
const b3 = 2 * 4 + 2;

const changed = ({ parameters }: Now) =>
  parameters ? [...parameters].flatMap((p, i) => (p === 0 ? [] : [i])) : [];

export const lesson: Lesson = {
  number: 7,
  title: { en: 'More than two classes', zh: '不止两类' },
  about: {
    en: 'Softmax: one sum z for each class, probabilities that add up to 1.',
    zh: 'softmax：每一类一个加权和 z，各类概率加起来是 1。',
  },
  experiment: fourBlobs,
  cards: [
    {
      id: 'four',
      kind: 'explain',
      page: 'one-point',
      choices: ['one', 'two', 'four'],
      right: 'four',
      check: updatesMade(1),
      help: () => step('epoch', 5),
    },
    {
      id: 'rest',
      kind: 'explain',
      choices: ['fifteen', 'twenty-five', 'thirty-five'],
      right: 'thirty-five',
      formula: ['a_1 + a_2 + a_3 + a_4 &= 1'],
      check: () => true,
    },
    {
      id: 'exponentials',
      kind: 'explain',
      page: 'one-point',
      choices: ['of-z', 'of-exponentials', 'of-two'],
      right: 'of-exponentials',
      check: ({ point }) => point !== null,
      help: () => look({ probe: { kind: 'point', index: 0 } }),
    },
    {
      id: 'win',
      kind: 'make',
      setUp: () => fourBlobs,
      page: 'one-point',
      check: all(
        untrained,
        (now) => changed(now).length === 1 && now.point !== null && now.predictions?.[now.point] === 2,
      ),
      help: () => {
        look({ probe: { kind: 'point', index: 0 } });
        setWeights([{ index: b3, value: 1 }]);
      },
    },
    {
      id: 'others',
      kind: 'predict',
      setUp: () => fourBlobs,
      page: 'one-point',
      choices: ['same', 'smaller', 'larger'],
      formula: ['a_1 &= \\frac{e^{z_1}}{e^{z_1} + e^{z_2} + e^{z_3} + e^{z_4}}'],
      check: all(untrained, ({ parameters }) => (parameters?.[b3] ?? 0) >= 1),
      help: () => setWeights([{ index: b3, value: 1 }]),
    },
    {
      id: 'train',
      kind: 'make',
      setUp: () => fourBlobs,
      page: 'one-point',
      check: all(updatesMade(1), accuracyFrom(0.98)),
      help: play,
    },
  ],
};
