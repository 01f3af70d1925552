/** The page with one point in every state. */
import { outputActivations } from '../../engine/model/activations';
import type { LossId } from '../../engine/model/losses';
import { initialParameters, planNetwork } from '../../engine/model/network';
import { ClassMark } from '../ClassMark';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample } from '../gallery/sample';
import { chainOf } from './chain';
import { numberText } from './numbers';
import { OnePoint, type OnePointProps } from './OnePoint';
import type { OnePointWords } from './onePointWords';

const english: OnePointWords = {
  label: 'From this point to its loss, step by step',
  classOf: (index) => `class ${index + 1}`,
  truth: '(true class)',
  writeOut: (output) => `Write out the numbers of ${output}`,
  oneOutput: 'the output',
  activation: (id) => outputActivations[id].name.en,
  moreTerms: (count, sum) => `[${count} more products: ${sum}]`,
  inputs: (count, isStandardised) => `Inputs of the model: ${count}${isStandardised ? ', standardised' : ''}`,
  hidden: (count, units) => `${count} hidden layers in between, units: ${units}`,
  hiddenLayer: (number, units) => `Hidden layer ${number}, units: ${units}`,
  standardised: 'standardised',
  positive: 'makes all of them positive',
  shifted: 'Computed after subtracting the largest z.',
  addUp: 'probabilities, adding up to 1',
  notOne: 'need not be 1: each output judges alone',
  secondClass: 'y = 1 is the second class,',
  noProbability: 'These outputs are no probabilities: they may lie below 0 or above 1.',
  noLabel: 'No point stands here, so there is no loss.',
  sumOfTerms: 'is the sum of these:',
  clipped: 'This output is no probability, so it is kept between 10⁻⁷ and 1 − 10⁻⁷ first.',
  curve: (formula, value) => `The curve of ${formula}; the point lies at ${value}`,
};
const chinese: OnePointWords = {
  ...english,
  label: '从这个点到它的损失，一步一步算',
  classOf: (index) => `第 ${index + 1} 类`,
  truth: '（真实类别）',
  writeOut: (output) => `写出${output}的算式`,
  activation: (id) => outputActivations[id].name.zh,
  positive: '全部变成正数',
  shifted: '实际计算时，每个 z 都先减去最大的 z。',
  addUp: '概率，加起来是 1',
};

const blobs = { dataset: 'blobs', points: 80, epochs: 80, columns: 2 } as const;
const four = createSample({ ...blobs, classes: 4 });
const logistic = createSample({ dataset: 'moons', points: 60, epochs: 60, columns: 2 });
const alone = createSample({ ...blobs, dataset: 'threeBlobs', classes: 3, output: 'sigmoid' });
const linear = createSample({ dataset: 'moons', output: 'linear', points: 60, epochs: 0, columns: 2 });
const line = createSample({ dataset: 'sine', points: 60, epochs: 60, columns: 2 });
const plane = createSample({ dataset: 'plane', points: 60, epochs: 60, columns: 2 });
const network = createSample({
  ...blobs,
  classes: 4,
  hidden: [
    { units: 8, activation: 'relu' },
    { units: 40, activation: 'tanh' },
  ],
});
const ten = tenClasses();

/** More classes than the plane offers, with weights as they are drawn. */
function tenClasses(): Sample {
  const model = { hidden: [], outputActivation: 'softmax', initializer: 'glorotUniform', seed: 2 } as const;
  const plan = planNetwork(model, { task: 'classification', classes: 10 }, 2);
  return { ...four, plan, parameters: initialParameters(plan, model).map((weight) => 4 * weight) };
}

interface CaseOptions {
  readonly loss?: LossId;
  /** Index of the point; null for the middle of the plane. */
  readonly index?: number | null;
  readonly size?: OnePointProps['size'];
  readonly words?: OnePointWords;
}

function picture(sample: Sample, options: CaseOptions = {}) {
  const { loss = 'categoricalCrossentropy', index = 3, size = 'page', words = english } = options;
  const { plan, inputMap, task, points, parameters } = sample;
  const y = index === null ? null : points.y[index]!;
  const at = index === null ? { x1: 0, x2: 0, y } : { x1: points.x1[index]!, x2: points.x2[index]!, y };
  const head = (
    <p>
      x = ({numberText(at.x1, 2)}, {numberText(at.x2, 2)}){' '}
      {y !== null && task === 'classification' && <ClassMark classIndex={y} sizePx={16} filled />}
    </p>
  );
  return (
    <div style={{ width: size === 'page' ? 364 : 760 }}>
      <OnePoint
        chain={chainOf({ plan, parameters, inputMap, task, loss: { id: loss } }, at)}
        layer={plan.layers.at(-1)!}
        spread={points.y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)}
        {...{ parameters, size, head, words }}
      />
    </div>
  );
}

const binary = { loss: 'binaryCrossentropy' } as const;
const squared = { loss: 'squaredError' } as const;

export const cases: readonly GalleryCase[] = [
  { id: 'one-softmax', title: 'Softmax with four classes', element: picture(four) },
  { id: 'one-zh', title: 'Chinese', element: picture(four, { words: chinese }) },
  { id: 'one-ten', title: 'Ten classes', element: picture(ten) },
  { id: 'one-place', title: 'A place without a class', element: picture(four, { index: null }) },
  {
    id: 'one-sigmoid',
    title: 'A single sigmoid, y = 1',
    element: picture(logistic, { ...binary, index: 3 }),
  },
  { id: 'one-rest', title: 'A single sigmoid, y = 0', element: picture(logistic, { ...binary, index: 0 }) },
  { id: 'one-alone', title: 'Several sigmoids', element: picture(alone, binary) },
  { id: 'one-squared', title: 'Softmax with squared error', element: picture(four, squared) },
  { id: 'one-linear', title: 'An output that is no probability', element: picture(linear, binary) },
  { id: 'one-line', title: 'Regression with one input', element: picture(line, squared) },
  { id: 'one-plane', title: 'Regression with two inputs', element: picture(plane, squared) },
  { id: 'one-network', title: 'Two hidden layers', element: picture(network) },
  { id: 'one-present', title: 'On a projector', element: picture(four, { size: 'present' }) },
  {
    id: 'one-present-sigmoid',
    title: 'A single sigmoid on a projector',
    element: picture(logistic, { ...binary, size: 'present' }),
  },
];
