/** The boundary in every state. */
import { createRandom } from '../../engine/random';
import { constant } from '../../engine/readableStore';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample, type SampleSpec } from '../gallery/sample';
import { Boundary, type BoundaryProps } from './Boundary';
import type { BoundaryFrame } from './frame';
import { UnitMap } from './UnitMap';
import type { UnitColours } from './unitScale';

const relu8 = { units: 8, activation: 'relu' } as const;
const tanh12 = { units: 12, activation: 'tanh' } as const;

const spiralSpec = { dataset: 'spiral', classes: 4, hidden: [tanh12, tanh12], epochs: 180 } as const;
const spiral = createSample(spiralSpec);
const coarse = createSample({ ...spiralSpec, columns: 32 });
const three = createSample({ dataset: 'threeBlobs', classes: 3, noise: 1.3 });
const two = createSample({ dataset: 'moons', classes: 2, output: 'softmax', hidden: [relu8] });
const one = createSample({ dataset: 'circle', classes: 2, hidden: [relu8], noise: 0.35 });
const early = createSample({ dataset: 'spiral', classes: 4, hidden: [relu8], epochs: 12 });
const many = createSample({
  dataset: 'rings',
  classes: 3,
  points: 10_000,
  hidden: [relu8],
  epochs: 6,
  noise: 0.4,
});
const curve = createSample({ dataset: 'sine', hidden: [tanh12], points: 120, epochs: 240 });
const saddle = createSample({ dataset: 'saddle', hidden: [tanh12], points: 240, epochs: 180 });
const positive = createSample({
  dataset: 'severalGaussians',
  hidden: [tanh12, tanh12],
  points: 300,
  epochs: 150,
});

function picture(sample: Sample, changes: Partial<BoundaryProps> = {}, frame: Partial<BoundaryFrame> = {}) {
  const { points, isTest, plane, task, inputs, outputs, predictions } = sample;
  const source = constant({ outputs, predictions, ...frame });
  const data = { points, isTest, plane, task, inputs };
  return (
    <div style={{ width: 426, height: 380 }}>
      <Boundary frame={source} {...data} label="Decision boundary" {...changes} />
    </div>
  );
}

/** A unit of the network in place of the boundary. */
function unitPicture(sample: Sample, unit: number, level: number | null, colours: UnitColours = 'signed') {
  const grid = colours === 'signed' ? sample.unitMaps : sample.outputs;
  const cover = (
    <UnitMap
      picture={{ maps: constant(grid), unit, colours, level }}
      plane={sample.plane}
      inputs={sample.inputs}
    />
  );
  return picture(sample, { cover });
}

function firstPoints({ points, isTest, predictions }: Sample, count: number) {
  const { x1, x2, y } = points;
  const some = { x1: x1.slice(0, count), x2: x2.slice(0, count), y: y.slice(0, count) };
  return [
    { points: some, isTest: isTest.slice(0, count) },
    { predictions: predictions.slice(0, count) },
  ] as const;
}

function withGap(sample: Sample, isGap: (column: number, row: number) => boolean): Partial<BoundaryFrame> {
  const { outputs } = sample;
  const cells = outputs.columns * outputs.rows;
  const values = outputs.values.map((value, i) => {
    const cell = i % cells;
    return isGap(cell % outputs.columns, Math.floor(cell / outputs.columns)) ? Number.NaN : value;
  });
  return { outputs: { ...outputs, values } };
}

function bigData(): SampleSpec & { points: number } {
  return { dataset: 'blobs', classes: 4, points: 10_000, epochs: 4 };
}

/** A hundred thousand points, ten generated sets laid over each other. */
function hundredThousand() {
  const sample = createSample(bigData());
  const times = <T extends Float64Array | Float32Array | Uint8Array>(values: T): T => {
    const type = values.constructor as new (length: number) => T;
    const all = new type(values.length * 10);
    for (let i = 0; i < 10; i++) all.set(values, i * values.length);
    return all;
  };
  const { x1, x2, y } = sample.points;
  const random = createRandom(5);
  const spread = (values: Float64Array) => times(values).map((value) => value + 0.5 * random.normal());
  const points = { x1: spread(x1), x2: spread(x2), y: times(y) };
  return picture(
    sample,
    { points, isTest: times(sample.isTest) },
    { predictions: times(sample.predictions) },
  );
}

export const cases: readonly GalleryCase[] = [
  { id: 'boundary-4', title: 'Four classes', element: picture(spiral) },
  {
    id: 'boundary-4-discrete',
    title: 'Four classes, discretised',
    element: picture(spiral, { discretize: true }),
  },
  { id: 'boundary-coarse', title: 'Four classes, a grid of 32 × 32', element: picture(coarse) },
  { id: 'boundary-3', title: 'Three classes, softmax regression', element: picture(three) },
  { id: 'boundary-2', title: 'Two classes, two outputs', element: picture(two) },
  { id: 'boundary-one-output', title: 'Two classes, one output, noisy', element: picture(one) },
  { id: 'boundary-wrong', title: 'Many misclassified', element: picture(early) },
  { id: 'boundary-train-only', title: 'Test points hidden', element: picture(early, { showTest: false }) },
  {
    id: 'boundary-no-grid',
    title: 'No grid yet',
    element: picture(spiral, {}, { outputs: null, predictions: null }),
  },
  { id: 'boundary-empty', title: 'No points', element: picture(three, ...firstPoints(three, 0)) },
  { id: 'boundary-one-point', title: 'One point', element: picture(three, ...firstPoints(three, 1)) },
  {
    id: 'boundary-nan',
    title: 'Not finite in a part',
    element: picture(
      spiral,
      {},
      withGap(spiral, (column, row) => column + row < 90),
    ),
  },
  {
    id: 'boundary-all-nan',
    title: 'Not finite anywhere',
    element: picture(
      one,
      {},
      withGap(one, () => true),
    ),
  },
  { id: 'boundary-10000', title: '10,000 points', element: picture(many) },
  { id: 'boundary-100000', title: '100,000 points', element: hundredThousand() },
  { id: 'boundary-curve', title: 'Regression, one input', element: picture(curve) },
  {
    id: 'boundary-residuals',
    title: 'Regression, one input, residuals',
    element: picture(curve, { showResiduals: true }),
  },
  {
    id: 'boundary-curve-nan',
    title: 'Regression, one input, not finite on the right',
    element: picture(
      curve,
      {},
      withGap(curve, (column) => column > 80),
    ),
  },
  { id: 'boundary-unit', title: 'A hidden unit, tanh', element: unitPicture(spiral, 3, 0) },
  { id: 'boundary-unit-relu', title: 'A hidden unit, ReLU', element: unitPicture(two, 2, 0) },
  {
    id: 'boundary-unit-class',
    title: 'An output: the probability of its class',
    element: unitPicture(spiral, 1, 0.5, { class: 1 }),
  },
  {
    id: 'boundary-unit-single',
    title: 'A single output between two classes',
    element: unitPicture(one, 0, 0.5, 'eitherClass'),
  },
  { id: 'boundary-unit-curve', title: 'A hidden unit, one input', element: unitPicture(curve, 2, 0) },
  { id: 'boundary-levels', title: 'Regression, two inputs, both signs', element: picture(saddle) },
  { id: 'boundary-levels-positive', title: 'Regression, several Gaussians', element: picture(positive) },
  {
    id: 'boundary-levels-no-grid',
    title: 'Regression, no grid yet',
    element: picture(saddle, {}, { outputs: null }),
  },
];
