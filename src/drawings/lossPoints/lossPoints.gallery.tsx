/** The loss on the points in every state. */
import { forward } from '../../engine/model/forward';
import { type LossId, losses } from '../../engine/model/losses';
import { penaltyOf } from '../../engine/model/metrics';
import { targetsOf } from '../../engine/model/prediction';
import { constant } from '../../engine/readableStore';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample } from '../gallery/sample';
import { LossPoints, type LossPointsProps } from './LossPoints';
import { lossShape } from './lossShape';
import type { LossPointsFrame } from './picture';

const relu8 = { units: 8, activation: 'relu' } as const;
const tanh8 = { units: 8, activation: 'tanh' } as const;

const four = createSample({ dataset: 'blobs', classes: 4, hidden: [relu8], epochs: 30, columns: 2 });
const early = createSample({ dataset: 'spiral', classes: 4, hidden: [relu8], epochs: 4, columns: 2 });
const logistic = createSample({ dataset: 'moons', classes: 2, epochs: 40, columns: 2 });
const linear = createSample({ dataset: 'moons', classes: 2, output: 'linear', epochs: 80, columns: 2 });
const alone = createSample({ dataset: 'threeBlobs', classes: 3, output: 'sigmoid', epochs: 60, columns: 2 });
const curve = createSample({ dataset: 'sine', hidden: [tanh8], points: 120, epochs: 40, columns: 2 });
const crowd = createSample({
  dataset: 'rings',
  classes: 3,
  points: 6000,
  hidden: [relu8],
  epochs: 3,
  columns: 2,
});

function frameOf(
  { plan, parameters, inputMap, points, task, isTest }: Sample,
  loss: LossId,
): LossPointsFrame {
  const count = points.y.length;
  const inputs = inputMap.fill(points.x1, points.x2);
  const targets = targetsOf(task, points.y, Uint32Array.from(points.y.keys()), plan.outputs);
  const [values, answers] = [new Float32Array(count), new Float32Array(count)];
  let [sum, trained] = [0, 0];
  for (let i = 0; i < count; i++) {
    const output = forward(plan, parameters, inputs.subarray(i * plan.inputs, (i + 1) * plan.inputs)).at(-1)!;
    const target = targets.subarray(i * plan.outputs, (i + 1) * plan.outputs);
    const { activation } = plan.layers.at(-1)!;
    values[i] = losses[loss].at({ ...output, activation, targets: target });
    answers[i] = output.outputs[plan.outputs === 1 ? 0 : points.y[i]!]!;
    if (isTest[i] === 0) {
      sum += values[i]!;
      trained++;
    }
  }
  return { losses: values, answers, train: { loss: sum / trained }, penalty: 0 };
}

const nothing = constant(null);

interface CaseOptions extends Partial<LossPointsProps> {
  readonly loss?: LossId;
  readonly change?: (frame: LossPointsFrame) => LossPointsFrame;
  readonly widthPx?: number;
}

function picture(sample: Sample, options: CaseOptions = {}) {
  const { loss = 'categoricalCrossentropy', change, widthPx = 760, ...props } = options;
  const { plan, points, isTest, task } = sample;
  const { activation } = plan.layers.at(-1)!;
  const moment = frameOf(sample, loss);
  return (
    <div style={{ width: widthPx, height: 170 }}>
      <LossPoints
        frame={constant(change ? change(moment) : moment)}
        points={points}
        isTest={isTest}
        showTest
        shape={lossShape(loss, activation, plan.outputs, task)}
        pointed={nothing}
        probed={nothing}
        axisLabel="output"
        label="Loss of each point"
        reading=""
        onPoint={() => {}}
        onPick={() => {}}
        {...props}
      />
    </div>
  );
}

const none = { x1: new Float64Array(), x2: new Float64Array(), y: new Float64Array() };
const penalised = {
  ...frameOf(four, 'categoricalCrossentropy'),
  penalty: penaltyOf(four.plan, four.parameters, { l1: 0, l2: 0.01 }),
};

export const cases: readonly GalleryCase[] = [
  { id: 'loss-points-true', title: 'Categorical', element: picture(four) },
  { id: 'loss-points-early', title: 'Hardly trained', element: picture(early) },
  {
    id: 'loss-points-binary',
    title: 'A single unit, two curves',
    element: picture(logistic, { loss: 'binaryCrossentropy' }),
  },
  {
    id: 'loss-points-clipped',
    title: 'An output that is not a probability',
    element: picture(linear, { loss: 'binaryCrossentropy' }),
  },
  {
    id: 'loss-points-off',
    title: 'Terms besides the curve',
    element: picture(alone, { loss: 'binaryCrossentropy' }),
  },
  {
    id: 'loss-points-squared',
    title: 'Squared error of classes',
    element: picture(four, { loss: 'squaredError' }),
  },
  { id: 'loss-points-curve', title: 'Regression', element: picture(curve, { loss: 'squaredError' }) },
  { id: 'loss-points-train', title: 'Without test points', element: picture(four, { showTest: false }) },
  { id: 'loss-points-penalty', title: 'With a penalty', element: picture(four, { change: () => penalised }) },
  {
    id: 'loss-points-emphasis',
    title: 'One pointed at, one probed',
    element: picture(early, { pointed: constant(5), probed: constant(9) }),
  },
  { id: 'loss-points-many', title: '6,000 points', element: picture(crowd) },
  {
    id: 'loss-points-nan',
    title: 'Not finite here and there, and an enormous loss',
    element: picture(four, {
      change: (frame) => ({
        ...frame,
        losses: frame.losses.map((loss, i) =>
          i % 3 === 0 ? Number.NaN : i === 4 ? Infinity : i === 5 ? 730 : loss,
        ),
      }),
    }),
  },
  { id: 'loss-points-empty', title: 'Before the first picture', element: picture(four, { frame: nothing }) },
  {
    id: 'loss-points-none',
    title: 'No points',
    element: picture(four, { points: none, isTest: new Uint8Array() }),
  },
  { id: 'loss-points-narrow', title: 'Narrow', element: picture(four, { widthPx: 320 }) },
];
