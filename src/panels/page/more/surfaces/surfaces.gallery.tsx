/** The cost surface and the output surface in their states, from networks trained in the page. */
import { type ReactNode, useState } from 'react';
import type { GalleryCase } from '../../../../drawings/gallery/galleryCase';
import { createSample, type Sample } from '../../../../drawings/gallery/sample';
import type { PlanePosition } from '../../../../drawings/surface/costPicture';
import { type CostPicture, costPicture } from '../../../../drawings/surface/costPicture';
import { outputFigure, outputMarks } from '../../../../drawings/surface/outputFigure';
import { createPointing } from '../../../../drawings/surface/pointing';
import { type Missing3d, Surface3d } from '../../../../drawings/surface/Surface3d';
import { sampledCost, surfaceOfFunction } from '../../../../drawings/surface/sampleSurface';
import { useTheme } from '../../../../drawings/useTheme';
import type { LossId } from '../../../../engine/model/losses';
import { targetsOf } from '../../../../engine/model/prediction';
import { constant } from '../../../../engine/readableStore';
import { type ParameterPlane, pairPlane } from '../../../../engine/training/costSurface/parameterPlane';
import type { CostRange, CostSurface } from '../../../../engine/training/costSurface/surfaceQuestion';
import { Note } from '../../../controls/Note';
import { CostNotes } from './CostNotes';
import { CostPictures } from './CostPictures';

/** Few points: the page works out four thousand costs for each picture. */
const line = createSample({ dataset: 'line', points: 12, epochs: 60, columns: 32 });
const logistic = createSample({ dataset: 'gaussians', points: 14, epochs: 60, columns: 32 });
const spiral = createSample({
  dataset: 'blobs',
  classes: 4,
  points: 120,
  hidden: [{ units: 6, activation: 'tanh' }],
  epochs: 60,
  columns: 64,
});

function surfaceFor(sample: Sample, loss: LossId, box: CostRange, plane?: ParameterPlane): CostSurface {
  const { plan, parameters, points, task, pointInputs } = sample;
  const all = Array.from(points.y, (_, i) => i);
  const cost = sampledCost({
    plan,
    plane: plane ?? pairPlane(parameters, 0, 1),
    loss: { id: loss },
    inputs: pointInputs,
    targets: targetsOf(task, points.y, all, plan.outputs),
  });
  return surfaceOfFunction(cost, box);
}

const bowlBox = { left: -1.4, right: 2.2, bottom: -1.5, top: 1.5 };
const bowl = surfaceFor(line, 'squaredError', bowlBox);
const wideBox = { left: -9, right: 9, bottom: -9, top: 9 };
const logLoss = surfaceFor(logistic, 'binaryCrossentropy', wideBox);
const squared = surfaceFor(logistic, 'squaredError', wideBox);
const torn = surfaceOfFunction(
  (x, y) => (x > 1 && y > 0 ? Number.NaN : Math.exp(5 * (x * x + y * y))),
  bowlBox,
);
const flat = surfaceOfFunction(() => Math.LN2, bowlBox);
const path: PlanePosition[] = Array.from({ length: 40 }, (_, i) => ({
  x: 1.9 * Math.exp(-i / 9) + 0.35,
  y: 1.2 * Math.exp(-i / 14) * Math.cos(i / 6),
}));

interface CaseOptions {
  readonly isLog?: boolean;
  readonly missing?: Missing3d | null;
  readonly isCurrent?: boolean;
  readonly path?: readonly PlanePosition[];
  readonly pointed?: PlanePosition;
  readonly surface?: Partial<CostSurface>;
  readonly axes?: CostPicture['axes'];
}

function costCase(surface: CostSurface, options: CaseOptions = {}): ReactNode {
  return <CostCase surface={{ ...surface, ...options.surface }} options={options} />;
}

function CostCase({ surface, options }: { surface: CostSurface; options: CaseOptions }) {
  const { isLog = false, isCurrent = true, axes = { x: 'w of x₁', y: 'b' } } = options;
  const [pointed] = useState(createPointing);
  const [missing, setMissing] = useState(options.missing ?? null);
  // The loss that the page trains with, so that the words about another one stay away.
  const question = { ...surface.question, loss: { id: 'categoricalCrossentropy' } } as const;
  const [picture] = useState(() => costPicture({ ...surface, question }, isLog, axes));
  const [trail] = useState(() => constant({ path: options.path ?? [], here: options.path?.at(-1) ?? null }));
  useState(() => options.pointed && pointed.set(options.pointed));
  const reading = ({ x, y }: PlanePosition) => `${x.toFixed(2)}, ${y.toFixed(2)}`;
  const shown = { picture, trail, reading, pointed, missing };
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 190px', gap: 16, width: 720, height: 236 }}>
      <CostPictures {...shown} isCurrent={isCurrent} canSet={false} onMissing={setMissing} />
      <CostNotes {...shown} />
    </div>
  );
}

function OutputCase({ sample, classIndex }: { sample: Sample; classIndex: number }) {
  const theme = useTheme();
  const { outputs, plane, points, isTest, task } = sample;
  const view = { classIndex, plane, isProbability: true, targets: null };
  const [figure] = useState(() =>
    outputFigure(outputs, view, { x: 'x₁', y: 'x₂', z: 'P(y = 3 | x)' }, theme),
  );
  if (!figure) return null;
  return (
    <div style={{ width: 480, height: 300 }}>
      <Surface3d
        figure={figure}
        marks={constant(outputMarks(figure, { points, isTest, task, showTest: true }, 4, theme))}
        label="P(y = 3 | x) over the plane"
        instructions="Arrow keys turn the surface."
        onUnavailable={() => {}}
      />
    </div>
  );
}

const directions = {
  question: { ...bowl.question, directions: { kind: 'principal' } as const },
  share: 0.993,
};
const alone = { missing: 'webgl' } as const;

export const loadLaterParts = () => import('../../../../drawings/surface/plotlyChunk');

export const cases: readonly GalleryCase[] = [
  {
    id: 'cost-regression',
    title: 'Linear regression: a bowl, with the path and a place pointed at',
    element: costCase(bowl, { path, pointed: { x: -0.5, y: 0.9 } }),
  },
  { id: 'cost-log-loss', title: 'Log loss is convex; no WebGL', element: costCase(logLoss, alone) },
  { id: 'cost-squared', title: 'Squared error on the same data is wavy', element: costCase(squared, alone) },
  { id: 'cost-log-scale', title: 'Log scale', element: costCase(bowl, { ...alone, isLog: true, path }) },
  {
    id: 'cost-path',
    title: 'Along the path, over a sample of the points',
    element: costCase(bowl, {
      ...alone,
      path,
      surface: { ...directions, points: 1600, of: 100_000 },
      axes: { x: 'path, axis 1', y: 'path, axis 2' },
    }),
  },
  {
    id: 'cost-computing',
    title: 'Computing another',
    element: costCase(bowl, { ...alone, isCurrent: false, path }),
  },
  { id: 'cost-gaps', title: 'Not finite here, towering there', element: costCase(torn, alone) },
  { id: 'cost-flat', title: 'The same everywhere', element: costCase(flat, { missing: 'load' }) },
  {
    id: 'cost-long',
    title: 'Long names',
    element: costCase(bowl, {
      ...alone,
      axes: { x: 'unit 12 → hidden 4, unit 128', y: '单元 12 → 第 4 隐藏层第 128 个单元' },
    }),
  },
  { id: 'cost-none', title: 'No path yet', element: <Note>The run has not gone anywhere yet.</Note> },
  {
    id: 'output-class',
    title: 'The probability of a class',
    element: <OutputCase sample={spiral} classIndex={2} />,
  },
];
