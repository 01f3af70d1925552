import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, step } from '../../store/commands';
import { addLayer, setLayer } from '../../store/modelEdits';
import { edit } from '../../store/store';
import { accuracyReached, all, epochsFrom, forEpochs, updatesMade } from '../checks';
import type { Check, Lesson } from '../lesson';

type Hidden = Experiment['model']['hidden'];

/** Four arms that no straight lines part: softmax regression is right at about 40 % of the points. */
const spiral: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    source: { kind: 'preset', id: 'spiral', points: 400, noise: 0.12, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  training: { ...defaultExperiment.training, learningRate: 0.3 },
};

const withHidden = (hidden: Hidden): Experiment => ({ ...spiral, model: { ...spiral.model, hidden } });

const tanh = (units: number) => ({ units, activation: 'tanh' }) as const;

const parametersBelow =
  (most: number): Check =>
  ({ parameterCount }) =>
    parameterCount < most;

const isRight: Check = all(updatesMade(1), accuracyReached(0.95));

/** Its picture is the whole of what the last hidden layer hands on. */
const endsInTwo: Check = ({ experiment }) => experiment.model.hidden.at(-1)?.units === 2;

export const lesson: Lesson = {
  number: 10,
  title: { en: 'A softmax network', zh: '一个 softmax 网络' },
  about: {
    en: 'Hidden layers bend, softmax separates: four arms with as few parameters as you can.',
    zh: '隐藏层负责弯，softmax 负责分：用尽量少的参数分开四条旋臂。',
  },
  experiment: spiral,
  cards: [
    {
      id: 'regression',
      kind: 'predict',
      setUp: () => forEpochs(50, spiral),
      page: 'how-well',
      choices: ['forty', 'seventy', 'ninety-five'],
      check: all(({ experiment }) => experiment.model.hidden.length === 0, epochsFrom(50)),
      help: () => step('epoch', 50),
    },
    {
      id: 'layer',
      kind: 'make',
      setUp: () => spiral,
      page: 'one-point',
      lock: ['data'],
      check: all(updatesMade(1), accuracyReached(0.95)),
      help: () => {
        edit((experiment) => setLayer(addLayer(experiment), 0, tanh(16)));
        play();
      },
    },
    {
      id: 'straight',
      kind: 'predict',
      setUp: () => withHidden([tanh(12), tanh(2)]),
      page: 'hidden-layer',
      choices: ['straight', 'bent'],
      formula: ['‹z3|z_j› &= ‹W3|w_j› · ‹a2|a^{[2]}› + ‹b3|b_j›'],
      check: all(endsInTwo, updatesMade(1), accuracyReached(0.85)),
      help: play,
    },
    {
      id: 'fewer',
      kind: 'make',
      setUp: () => withHidden([tanh(16)]),
      page: 'one-point',
      lock: ['data'],
      check: all(parametersBelow(100), updatesMade(1), accuracyReached(0.95)),
      help: () => {
        edit((experiment) => setLayer(experiment, 0, tanh(12)));
        play();
      },
    },
    {
      id: 'best',
      kind: 'make',
      setUp: () => withHidden([tanh(12)]),
      page: 'one-point',
      lock: ['data'],
      best: (now) => (isRight(now, []) ? now.parameterCount : null),
      check: all(parametersBelow(75), updatesMade(1), accuracyReached(0.95)),
      help: () => {
        edit((experiment) => setLayer(experiment, 0, tanh(10)));
        play();
      },
    },
  ],
};
