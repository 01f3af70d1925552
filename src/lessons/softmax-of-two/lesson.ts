import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, reset, setWeights, step } from '../../store/commands';
import { chooseKind, setTraining } from '../../store/modelEdits';
import { openQuestion } from '../../store/page';
import { edit } from '../../store/store';
import { accuracyFrom, all, costBelow, epochsFrom, forEpochs, untrained, updatesMade } from '../checks';
import type { Check, Facts, Lesson } from '../lesson';

/** Softmax over two classes that one straight line parts. */
const pair: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'gaussians', points: 160, noise: 1, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
};

/** The same from zero, where both models begin with J = log 2. */
const fromZero: Experiment = { ...pair, model: { ...pair.model, initializer: 'zeros' } };

/** At the same rate a softmax pair moves twice as fast: after 20 epochs with 0.1 its J is 0.048, that of logistic regression 0.070. */
const logistic: Experiment = chooseKind(fromZero, 'logistic');

/** Places of b₁ and b₂: they follow a kernel of 2 × 2. */
const [b1, b2] = [4, 5];

const isLogistic: Check = ({ experiment: { model, loss } }) =>
  model.hidden.length === 0 && model.outputActivation === 'sigmoid' && loss.id === 'binaryCrossentropy';

const isTwice = ({ experiment }: Facts) => Math.abs(experiment.training.learningRate - 0.2) < 0.005;

/** From its first update on the run has had twice the rate of the softmax that it is compared with. */
const alwaysTwice: Check = (now, past) =>
  [...past, now].every((state) => state.runId !== now.runId || state.updates === 0 || isTwice(state));

export const lesson: Lesson = {
  number: 8,
  title: { en: 'Two classes: the same', zh: '两类时是一回事' },
  about: {
    en: 'Softmax over two classes is logistic regression: only the difference of its z counts.',
    zh: '两类的 softmax 就是逻辑回归：起作用的只有两个 z 之差。',
  },
  experiment: pair,
  cards: [
    {
      id: 'two-numbers',
      kind: 'explain',
      page: 'one-point',
      choices: ['same', 'rest', 'unknown'],
      right: 'rest',
      formula: ['‹a1.1|a_1› + ‹a1.2|a_2› &= 1'],
      check: () => true,
    },
    {
      id: 'shift',
      kind: 'predict',
      setUp: () => pair,
      page: 'one-point',
      choices: ['moves', 'stays'],
      formula: ['‹a1.2|a_2› &= \\frac{e^{‹z1.2|z_2›}}{e^{‹z1.1|z_1›} + e^{‹z1.2|z_2›}}'],
      check: all(untrained, ({ parameters }) => {
        const [first, second] = [parameters?.[b1] ?? 0, parameters?.[b2] ?? 0];
        return first >= 5 && first === second;
      }),
      help: () =>
        setWeights([
          { index: b1, value: 5 },
          { index: b2, value: 5 },
        ]),
    },
    {
      id: 'difference',
      kind: 'explain',
      page: 'why',
      question: 'softmax-of-two',
      choices: ['circle-first', 'cross-first', 'sum'],
      right: 'cross-first',
      check: () => true,
    },
    {
      id: 'same-borders',
      kind: 'make',
      setUp: () => fromZero,
      page: 'why',
      question: 'softmax-of-two',
      check: all(({ question }) => question !== null, updatesMade(10), accuracyFrom(0.95)),
      help: ({ experiment }) => {
        openQuestion('softmax-of-two', experiment);
        play();
      },
    },
    {
      id: 'one-unit',
      kind: 'make',
      setUp: () => fromZero,
      page: 'one-point',
      lock: ['data'],
      check: all(isLogistic, updatesMade(1), costBelow(0.05)),
      help: () => {
        edit((experiment) => chooseKind(experiment, 'logistic'));
        play();
      },
    },
    {
      id: 'twice',
      kind: 'predict',
      setUp: () => forEpochs(20, logistic),
      page: 'one-point',
      lock: ['data', 'model', 'loss'],
      choices: ['half', 'same', 'double'],
      check: all(alwaysTwice, epochsFrom(20)),
      help: () => {
        edit((experiment) => setTraining(experiment, { learningRate: 0.2 }));
        reset();
        step('epoch', 20);
      },
    },
  ],
};
