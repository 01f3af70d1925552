import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, setWeights, step } from '../../store/commands';
import { setHiddenActivation } from '../../store/modelEdits';
import { startRace } from '../../store/race';
import { variantsOf } from '../../store/raceVariants';
import { edit } from '../../store/store';
import { all, costStayedAbove, deadFor, updatesMade } from '../checks';
import type { Check, Facts, Lesson } from '../lesson';

const sigmoid = { units: 8, activation: 'sigmoid' } as const;

/** Deep enough that little of the gradient comes through: 95 % takes sigmoid about 500 epochs, ReLU about 12. */
const deep: Experiment = {
  ...defaultExperiment,
  data: {
    ...defaultExperiment.data,
    classes: 2,
    source: { kind: 'preset', id: 'circle', points: 300, noise: 0.2, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  model: { ...defaultExperiment.model, hidden: [sigmoid, sigmoid, sigmoid], outputActivation: 'sigmoid' },
  loss: { ...defaultExperiment.loss, id: 'binaryCrossentropy' },
};

/**
 * One sigmoid unit by squared error: where all points are on the wrong flat side, J is flat and high. At w₁ = w₂ = −2 it is 0.472, and
 * 0.470 after 100 updates.
 */
const oneUnit: Experiment = {
  ...deep,
  data: { ...deep.data, source: { kind: 'preset', id: 'gaussians', points: 160, noise: 1, seed: 1 } },
  model: { ...deep.model, hidden: [], initializer: 'zeros' },
  loss: { ...deep.loss, id: 'squaredError' },
  training: { ...deep.training, batchSize: 'all' },
};

/** Four ReLU units, all of them alive. */
const fourUnits: Experiment = {
  ...deep,
  data: { ...deep.data, source: { kind: 'preset', id: 'moons', points: 240, noise: 0.3, seed: 1 } },
  model: { ...deep.model, hidden: [{ units: 4, activation: 'relu' }] },
};

/** Place of the bias of the first of the four units: it follows a kernel of 2 × 4. */
const firstBias = 2 * 4;

const passed = ({ raceAccuracy }: Facts) => (raceAccuracy ?? 0) >= 0.95;

/** Of a race between both a lane has come to 95 %, and not before the card was opened. */
const raceWon: Check = (now, past) => {
  const lanes = now.raceActivations?.split(' ') ?? [];
  const isOfBoth = lanes.includes('sigmoid') && lanes.includes('relu');
  return isOfBoth && passed(now) && past.some((state) => !passed(state));
};

export const lesson: Lesson = {
  number: 5,
  title: { en: 'Why ReLU inside', zh: '隐藏层为何用 ReLU' },
  about: {
    en: 'Sigmoid is flat on both sides, and descent crawls. ReLU has a fault of its own.',
    zh: 'σ 两边都平，梯度下降走不动；ReLU 也有自己的毛病。',
  },
  experiment: deep,
  cards: [
    {
      id: 'race',
      kind: 'predict',
      page: 'runs',
      question: 'sigmoid-or-relu',
      choices: ['as-many', 'half', 'tenth'],
      check: raceWon,
      help: ({ experiment }) =>
        startRace('activation', variantsOf('activation', ['sigmoid', 'relu'], experiment)),
    },
    {
      id: 'gradients',
      kind: 'explain',
      setUp: () => deep,
      page: 'diagnostics',
      choices: ['first', 'second', 'output'],
      right: 'output',
      check: updatesMade(100),
      help: () => step('epoch', 10),
    },
    {
      id: 'slope',
      kind: 'explain',
      page: 'why',
      question: 'activations',
      choices: ['quarter', 'thousandths', 'one'],
      right: 'thousandths',
      formula: ["σ'(z) &= σ(z)\\,(1 − σ(z))"],
      check: () => true,
    },
    {
      id: 'through-relu',
      kind: 'make',
      setUp: () => deep,
      page: 'diagnostics',
      check: all(
        updatesMade(10),
        ({ experiment }) => experiment.model.hidden.some(({ activation }) => activation !== 'sigmoid'),
        ({ firstGradient }) => (firstGradient ?? 0) > 0.05,
      ),
      help: () => {
        edit((experiment) => setHiddenActivation(experiment, 'relu'));
        play();
      },
    },
    {
      id: 'flat-cost',
      kind: 'make',
      setUp: () => oneUnit,
      page: 'cost-surface',
      // An update takes all points: it is an epoch.
      check: costStayedAbove(0.45, 20),
      help: () => {
        setWeights([
          { index: 0, value: -2 },
          { index: 1, value: -2 },
        ]);
        step('update', 20);
      },
    },
    {
      id: 'dead',
      kind: 'predict',
      setUp: () => fourUnits,
      page: 'diagnostics',
      choices: ['recovers', 'stays'],
      check: deadFor(50),
      help: () => {
        setWeights([{ index: firstBias, value: -20 }]);
        step('update', 50);
      },
    },
  ],
};
