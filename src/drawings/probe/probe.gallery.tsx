/** The probe in every state. */
import { outputActivations } from '../../engine/model/activations';
import type { LossId } from '../../engine/model/losses';
import { ClassMark } from '../ClassMark';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample } from '../gallery/sample';
import { chainOf } from './chain';
import { ProbeChain } from './ProbeChain';
import type { ProbeWords } from './probeWords';

const english: ProbeWords = {
  label: 'A point on its way through the network',
  inputs: 'inputs',
  standardised: 'standardised',
  hidden: (n) => `hidden ${n}`,
  output: 'output',
  loss: 'loss',
  classOf: (index) => `class ${index + 1}`,
  truth: 'the true class',
  activation: (id) => outputActivations[id].name.en,
  units: (n) => `${n} units`,
  noLabel: 'Only a point has a label, and so a loss.',
  notOne: 'not 1: each unit judges alone',
  clipped: 'This output is not a probability: before the logarithm it is kept between 10⁻⁷ and 1 − 10⁻⁷.',
};
const chinese: ProbeWords = {
  ...english,
  label: '一个点怎样走过模型',
  inputs: '输入',
  standardised: '标准化后',
  hidden: (n) => `隐藏层 ${n}`,
  output: '输出层',
  loss: '损失',
  activation: (id) => outputActivations[id].name.zh,
  units: (n) => `${n} 个单元`,
};

const tanh = (units: number) => ({ units, activation: 'tanh' }) as const;
const relu = (units: number) => ({ units, activation: 'relu' }) as const;

const four = createSample({
  dataset: 'blobs',
  classes: 4,
  hidden: [relu(8), relu(6)],
  points: 80,
  epochs: 60,
  columns: 2,
});
const logistic = createSample({ dataset: 'moons', classes: 2, points: 60, epochs: 60, columns: 2 });
const alone = createSample({
  dataset: 'threeBlobs',
  classes: 3,
  output: 'sigmoid',
  hidden: [tanh(4)],
  points: 60,
  epochs: 40,
  columns: 2,
});
const clipped = createSample({
  dataset: 'moons',
  classes: 2,
  output: 'linear',
  points: 60,
  epochs: 0,
  columns: 2,
});
const curve = createSample({ dataset: 'sine', hidden: [tanh(5)], points: 60, epochs: 60, columns: 2 });
const wide = createSample({
  dataset: 'blobs',
  classes: 4,
  hidden: [relu(32), tanh(128), tanh(9)],
  points: 40,
  epochs: 2,
  columns: 2,
});
const many = createSample({
  dataset: 'circle',
  classes: 2,
  features: ['x1', 'x2', 'x1Squared', 'x2Squared', 'x1x2', 'sinX1', 'sinX2', 'radius'],
  points: 60,
  epochs: 60,
  columns: 2,
});

interface CaseOptions {
  readonly loss?: LossId;
  /** Index of the point; null for the middle of the plane. */
  readonly index?: number | null;
  readonly parameters?: Float32Array;
  readonly words?: ProbeWords;
  readonly widthPx?: number;
}

function picture(sample: Sample, options: CaseOptions = {}) {
  const { loss = 'categoricalCrossentropy', index = 3, words = english, widthPx = 1360 } = options;
  const { plan, inputMap, task, points } = sample;
  const model = {
    plan,
    inputMap,
    task,
    loss: { id: loss },
    parameters: options.parameters ?? sample.parameters,
  };
  const y = index === null ? null : points.y[index]!;
  const at = index === null ? { x1: 0, x2: 0, y } : { x1: points.x1[index]!, x2: points.x2[index]!, y };
  const head = (
    <div style={{ minWidth: 100 }}>
      {y !== null && task === 'classification' && <ClassMark classIndex={y} sizePx={12} filled />}
      {index === null ? 'a place' : `point ${index + 1}`}
      <br />
      <button type="button">Pin</button>
    </div>
  );
  return (
    <div style={{ width: widthPx, height: widthPx < 1080 ? 340 : 170 }}>
      <ProbeChain chain={chainOf(model, at)} head={head} words={words} />
    </div>
  );
}

const huge = four.parameters.map((value) => value * 1e6);
const broken = four.parameters.map((value, i) => (i === 0 ? Number.NaN : value));

export const cases: readonly GalleryCase[] = [
  { id: 'probe-softmax', title: 'Softmax, a point', element: picture(four) },
  { id: 'probe-place', title: 'A place without a label', element: picture(four, { index: null }) },
  {
    id: 'probe-sigmoid',
    title: 'A single sigmoid',
    element: picture(logistic, { loss: 'binaryCrossentropy' }),
  },
  {
    id: 'probe-alone',
    title: 'Several sigmoid units, every one with a term',
    element: picture(alone, { loss: 'binaryCrossentropy' }),
  },
  {
    id: 'probe-squared',
    title: 'Softmax with squared error',
    element: picture(four, { loss: 'squaredError' }),
  },
  {
    id: 'probe-clipped',
    title: 'An output that is not a probability',
    element: picture(clipped, { loss: 'binaryCrossentropy', index: 1 }),
  },
  { id: 'probe-curve', title: 'Regression', element: picture(curve, { loss: 'squaredError' }) },
  { id: 'probe-features', title: 'Many inputs', element: picture(many, { loss: 'binaryCrossentropy' }) },
  { id: 'probe-folded', title: 'Layers of 32, 128 and 9 units', element: picture(wide) },
  { id: 'probe-huge', title: 'Huge weights', element: picture(four, { parameters: huge, index: 1 }) },
  { id: 'probe-nan', title: 'Not a number', element: picture(four, { parameters: broken }) },
  { id: 'probe-zh', title: 'Chinese', element: picture(four, { words: chinese }) },
  { id: 'probe-narrow', title: 'Narrow', element: picture(four, { widthPx: 366 }) },
];
