/**
 * The eight pictures of the course text as live figures, for pages of others: `?figure=<id>` in an <iframe>. Each is loaded alone. The
 * card of a lesson is what a reader opens to go on from it.
 */
import { defaultExperiment, type Experiment } from '../engine/experiment';
import { linearLayers, outputActivation, sigmoidNetwork } from '../panels/page/why/questionExperiments';
import type { FigureId } from '../store/screen';
import type { Figure } from './figure';

const { data } = defaultExperiment;

/** Class ○ or ×, by logistic regression; a step of the course shows in its two weights. */
const logistic: Experiment = {
  ...defaultExperiment,
  data: {
    ...data,
    classes: 2,
    source: { kind: 'preset', id: 'gaussians', points: 160, noise: 1, seed: 1 },
    plane: { x: [-6, 6], y: [-6, 6] },
    testShare: 0,
  },
  model: { ...defaultExperiment.model, outputActivation: 'sigmoid' },
  loss: { ...defaultExperiment.loss, id: 'binaryCrossentropy' },
};

const fourClasses: Experiment = { ...defaultExperiment, data: { ...data, testShare: 0 } };

/** As long as the program beside it says. */
const threeSteps = until(100, logistic);

/** Long enough that the cost with ReLU is down and rests; with sigmoid it is still flat. */
const flatParts = until(150, sigmoidNetwork);

function until(epochs: number, experiment: Experiment): Experiment {
  const { training } = experiment;
  return { ...experiment, training: { ...training, stop: { ...training.stop, epochs } } };
}

export const figures: Readonly<Record<FigureId, Figure>> = {
  'three-steps': {
    title: { en: 'Logistic regression in three steps', zh: '逻辑回归：三步与代码' },
    hasRun: true,
    experiment: threeSteps,
    lesson: 'three-steps',
    card: 'descend',
    load: async () => (await import('./ThreeSteps')).ThreeSteps,
  },
  demand: {
    title: { en: 'The T-shirt network', zh: 'T 恤的网络' },
    hasRun: false,
    experiment: defaultExperiment,
    lesson: 'demand',
    card: 'sliders',
    load: async () => (await import('./TShirt')).TShirt,
  },
  relu: {
    title: { en: 'ReLU', zh: 'ReLU' },
    hasRun: false,
    experiment: defaultExperiment,
    lesson: 'why-relu',
    card: 'slope',
    load: async () => (await import('./ReluCurve')).ReluCurve,
  },
  'output-activation': {
    title: { en: 'Which output activation the target needs', zh: '输出层激活函数由目标决定' },
    hasRun: true,
    experiment: outputActivation('yesNo'),
    lesson: 'outputs',
    card: 'yes-no',
    load: async () => (await import('./OutputActivation')).OutputActivation,
  },
  'flat-parts': {
    title: { en: 'Flat parts, and what they do to J', zh: '激活函数的平坦处与成本 J' },
    hasRun: false,
    experiment: flatParts,
    lesson: 'why-relu',
    card: 'race',
    load: async () => (await import('./FlatParts')).FlatParts,
  },
  'linear-collapse': {
    title: { en: 'Linear layers, multiplied out', zh: '多个线性层可合并成一层' },
    hasRun: true,
    experiment: linearLayers,
    lesson: 'linear-collapse',
    card: 'multiply',
    load: async () => (await import('./LinearCollapse')).LinearCollapse,
  },
  'four-classes': {
    title: { en: 'Four classes on the plane', zh: '多元分类：平面上的四个类别' },
    hasRun: true,
    experiment: fourClasses,
    lesson: 'softmax',
    card: 'four',
    load: async () => (await import('./FourClasses')).FourClasses,
  },
  'minus-log': {
    title: { en: 'The loss of each point: −log a', zh: '每个样本的损失：−log a' },
    hasRun: true,
    experiment: fourClasses,
    lesson: 'minus-log',
    card: 'slide',
    load: async () => (await import('./MinusLog')).MinusLog,
  },
};
