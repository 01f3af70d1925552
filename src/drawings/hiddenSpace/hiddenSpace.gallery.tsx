/** The hidden space in every state. */
import { forward } from '../../engine/model/forward';
import { constant } from '../../engine/readableStore';
import type { LayerAnswers } from '../../engine/training/snapshot';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample, type SampleSpec } from '../gallery/sample';
import { followSpace } from './followSpace';
import { HiddenSpace } from './HiddenSpace';
import { principalAxes } from './principalAxes';
import type { SpaceFrame, SpaceView } from './spacePicture';

/** The picture shows no output grid. */
const createSpaceSample = (spec: SampleSpec) => createSample({ ...spec, columns: 2 });
const tanh = (units: number) => ({ units, activation: 'tanh' }) as const;
const relu = (units: number) => ({ units, activation: 'relu' }) as const;

const moons = createSpaceSample({ dataset: 'moons', hidden: [tanh(6), tanh(2)], epochs: 400, noise: 0.3 });
const blobs = createSpaceSample({ dataset: 'blobs', classes: 4, hidden: [relu(8), tanh(2)], epochs: 400 });
const spiral = createSpaceSample({ dataset: 'spiral', classes: 4, hidden: [relu(8), relu(6)], epochs: 180 });
const circle = createSpaceSample({ dataset: 'circle', hidden: [tanh(4), tanh(1)], epochs: 300 });
const wide = createSpaceSample({ dataset: 'moons', hidden: [tanh(128)], points: 60, epochs: 10 });
const curve = createSpaceSample({ dataset: 'sine', hidden: [tanh(5)], points: 120, epochs: 240 });
const saddle = createSpaceSample({ dataset: 'saddle', hidden: [relu(6)], points: 160, epochs: 180 });
const surfaceStrip = createSpaceSample({ dataset: 'saddle', hidden: [relu(1)], points: 160, epochs: 60 });

/** What a hidden layer answers at every point. */
function answersOf({ plan, parameters, pointInputs, points }: Sample, layer: number): LayerAnswers {
  const { units } = plan.layers[layer]!;
  const count = points.y.length;
  const values = new Float32Array(units * count);
  for (let point = 0; point < count; point++) {
    const row = pointInputs.subarray(point * plan.inputs, (point + 1) * plan.inputs);
    forward(plan, parameters, row)[layer]!.outputs.forEach((a, unit) => {
      values[unit * count + point] = a;
    });
  }
  return { layer, indices: Uint32Array.from({ length: count }, (_, i) => i), values };
}

interface PictureOptions {
  readonly layer?: number;
  readonly view?: SpaceView;
  readonly frame?: Partial<SpaceFrame>;
  readonly showTest?: boolean;
  readonly pointed?: number;
  readonly selection?: readonly number[];
  readonly widthPx?: number;
  readonly axes?: readonly [string, string];
}

function picture(sample: Sample, options: PictureOptions = {}) {
  const { layer = sample.plan.layers.length - 2, view = { kind: 'principal' }, showTest = true } = options;
  const { plan, points, isTest, task, unitMaps, parameters } = sample;
  const hidden = answersOf(sample, layer);
  const classOf = task === 'classification' ? points.y : null;
  const space = followSpace(
    constant({ hidden, unitMaps, parameters, ...options.frame }),
    { plan, layer, view, classOf, classes: Math.max(2, plan.outputs) },
    { findAxes: principalAxes },
  );
  const isPrincipal = view.kind === 'principal' && plan.layers[layer]!.units > 2;
  return (
    <div style={{ width: options.widthPx ?? 425, height: 170 }}>
      <HiddenSpace
        space={space}
        look={{
          points: { points, isTest, task, showTest },
          axes: options.axes ?? (isPrincipal ? ['axis 1', 'axis 2'] : ['a₁', 'a₂']),
        }}
        markers={constant({ pointed: options.pointed ?? null, selection: new Set(options.selection) })}
        onPoint={() => {}}
        onSelect={() => {}}
        words={{
          label: `Hidden layer ${layer + 1}`,
          instructions: 'Arrow keys go from point to point.',
          point: (index, across, up) => `Point ${index + 1}: ${across}, ${up}.`,
          selected: 'Selected.',
          unselected: 'No longer selected.',
        }}
      />
    </div>
  );
}

const noPoints = { hidden: null };
const brokenMaps = {
  ...spiral.unitMaps,
  values: spiral.unitMaps.values.map((a, i) => (i % 1024 < 200 ? Number.NaN : a)),
};
const brokenAnswers = answersOf(spiral, 1);
const broken = {
  unitMaps: brokenMaps,
  hidden: {
    ...brokenAnswers,
    values: brokenAnswers.values.map((a, i) => (i % 7 === 0 ? Number.NaN : a)),
  },
};
const silent = {
  unitMaps: { ...spiral.unitMaps, values: spiral.unitMaps.values.map(() => 0) },
  hidden: { ...brokenAnswers, values: brokenAnswers.values.map(() => 0) },
};

export const loadLaterParts = () => import('./principalAxes');

export const cases: readonly GalleryCase[] = [
  { id: 'space-two', title: 'Two units, seen directly, and where they tie', element: picture(moons) },
  { id: 'space-two-four', title: 'Two units, four classes', element: picture(blobs) },
  { id: 'space-principal', title: 'Six units along principal axes', element: picture(spiral) },
  { id: 'space-first', title: 'The first layer of two', element: picture(spiral, { layer: 0 }) },
  {
    id: 'space-units',
    title: 'Two of six units',
    element: picture(spiral, { view: { kind: 'units', across: 2, up: 4 }, axes: ['a₃', 'a₅'] }),
  },
  { id: 'space-one', title: 'One unit', element: picture(circle) },
  { id: 'space-one-regression', title: 'One unit, regression', element: picture(surfaceStrip) },
  { id: 'space-wide', title: '128 units, hardly trained', element: picture(wide) },
  { id: 'space-curve', title: 'One input: a curve', element: picture(curve) },
  { id: 'space-saddle', title: 'Regression, two inputs', element: picture(saddle) },
  { id: 'space-no-test', title: 'Without test points', element: picture(moons, { showTest: false }) },
  {
    id: 'space-marked',
    title: 'A point pointed at, three selected',
    element: picture(moons, { pointed: 12, selection: [3, 40, 77] }),
  },
  { id: 'space-no-points', title: 'No points', element: picture(spiral, { frame: noPoints }) },
  { id: 'space-nan', title: 'Not finite here and there', element: picture(spiral, { frame: broken }) },
  { id: 'space-silent', title: 'The same at every point', element: picture(spiral, { frame: silent }) },
  { id: 'space-narrow', title: 'Narrow', element: picture(moons, { widthPx: 300 }) },
  {
    id: 'space-words',
    title: 'Long words',
    element: picture(spiral, { axes: ['first principal axis', 'second principal axis'] }),
  },
];
