import { defaultExperiment, type Experiment } from '../../engine/experiment';
import { play, setWeights } from '../../store/commands';
import { addPoints } from '../../store/dataEdits';
import { edit } from '../../store/store';
import { all, costBelow, untrained, updatesMade } from '../checks';
import type { Lesson } from '../lesson';

/** Softmax regression on four classes with all parameters 0: every point has a = 0.25 and L = log 4. */
const fourBlobs: Experiment = {
  ...defaultExperiment,
  data: { ...defaultExperiment.data, testShare: 0 },
  model: { ...defaultExperiment.model, initializer: 'zeros' },
};

/** Place of b₁ among the parameters: it follows a kernel of 2 × 4. */
const b1 = 2 * 4;

export const lesson: Lesson = {
  number: 9,
  title: { en: 'The cost of softmax', zh: 'softmax 的成本' },
  about: {
    en: 'Only the true class counts: −log a, small near 1, large near 0.',
    zh: '只看真实类别那一项：−log a，a 接近 1 时很小，接近 0 时很大。',
  },
  experiment: fourBlobs,
  cards: [
    {
      id: 'one-term',
      kind: 'explain',
      page: 'how-well',
      choices: ['first', 'second', 'largest', 'all'],
      right: 'second',
      formula: ['L &= −\\log a_j \\qquad (y = j)'],
      check: () => true,
    },
    {
      id: 'half',
      kind: 'explain',
      page: 'how-well',
      choices: ['half', 'log-two', 'one'],
      right: 'log-two',
      check: () => true,
    },
    {
      id: 'unlikely',
      kind: 'predict',
      setUp: () => fourBlobs,
      page: 'how-well',
      choices: ['twice', 'four', 'forty'],
      check: all(untrained, ({ parameters }) => (parameters?.[b1] ?? 0) <= -4),
      help: () => setWeights([{ index: b1, value: -4 }]),
    },
    {
      id: 'slide',
      kind: 'make',
      setUp: () => fourBlobs,
      page: 'how-well',
      check: all(updatesMade(1), costBelow(0.2)),
      help: play,
    },
    {
      id: 'confident',
      kind: 'break',
      page: 'how-well',
      check: all(updatesMade(100), ({ experiment, losses }) => {
        const { source } = experiment.data;
        return source.kind === 'own' && losses !== null && losses.some((loss) => loss > 3);
      }),
      help: () => {
        // A □ where ○ is at home.
        edit((experiment) => addPoints(experiment, [{ x1: -4, x2: 4, y: 3 }]));
        play();
      },
    },
  ],
};
