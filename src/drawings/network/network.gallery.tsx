/** The network diagram in every state. */
import type { FeatureId } from '../../engine/data/features';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample, type SampleSpec } from '../gallery/sample';
import { fixedSource } from '../source';
import type { NetworkFrame } from './frame';
import type { NetworkLayout } from './layoutNetwork';
import { NetworkDiagram } from './NetworkDiagram';

const relu = (units: number) => ({ units, activation: 'relu' }) as const;
const tanh = (units: number) => ({ units, activation: 'tanh' }) as const;
const all: readonly FeatureId[] = ['x1', 'x2', 'x1Squared', 'x2Squared', 'x1x2', 'sinX1', 'sinX2', 'radius'];

/** The picture shows no output grid. */
const createNetwork = (spec: SampleSpec) => createSample({ ...spec, columns: 2 });

const blobs = createNetwork({ dataset: 'blobs', classes: 4 });
const spiral = createNetwork({ dataset: 'spiral', classes: 4, hidden: [relu(8), relu(6)], epochs: 180 });
const logistic = createNetwork({ dataset: 'circle', classes: 2, features: all });
const deep = createNetwork({
  dataset: 'moons',
  classes: 2,
  points: 20,
  hidden: Array(8).fill(tanh(128)),
  epochs: 0,
});
const curve = createNetwork({ dataset: 'sine', hidden: [relu(8), tanh(4)], points: 120, epochs: 240 });
const saddle = createNetwork({ dataset: 'saddle', hidden: [tanh(6)], points: 160, epochs: 180 });

interface PictureOptions {
  readonly frame?: NetworkFrame;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly header?: (layout: NetworkLayout) => React.ReactNode;
}

function picture(sample: Sample, { frame, widthPx = 660, heightPx = 376, header }: PictureOptions = {}) {
  const { plan, task, inputLabels, inputMaps, parameters, unitMaps } = sample;
  return (
    <div style={{ width: widthPx, maxWidth: '100%', height: heightPx }}>
      <NetworkDiagram
        plan={plan}
        task={task}
        inputLabels={inputLabels}
        inputMaps={inputMaps}
        frame={fixedSource(frame ?? { parameters, unitMaps })}
        label="Network"
        {...(header && { header })}
      />
    </div>
  );
}

function columnNames({ columns }: NetworkLayout) {
  return (
    <div style={{ height: 28, fontSize: 11 }}>
      {columns.map(({ kind, layer, xPx }) => (
        <span
          key={layer}
          style={{ position: 'absolute', left: xPx, transform: 'translateX(-50%)', color: 'var(--soft)' }}
        >
          {kind === 'hidden' ? `hidden ${layer + 1}` : kind}
        </span>
      ))}
    </div>
  );
}

const broken: NetworkFrame = {
  parameters: spiral.parameters.map((w, i) => (i % 5 === 0 ? Number.NaN : w)),
  unitMaps: {
    ...spiral.unitMaps,
    values: spiral.unitMaps.values.map((a, i) => (i % 9000 > 6000 ? Number.NaN : a)),
  },
};

export const cases: readonly GalleryCase[] = [
  { id: 'network-2', title: 'Two hidden layers', element: picture(spiral, { header: columnNames }) },
  { id: 'network-0', title: 'Softmax regression', element: picture(blobs) },
  { id: 'network-logistic', title: 'Logistic regression, eight features', element: picture(logistic) },
  { id: 'network-8', title: 'Eight hidden layers of 128', element: picture(deep, { header: columnNames }) },
  { id: 'network-curve', title: 'One input', element: picture(curve) },
  { id: 'network-saddle', title: 'Regression, two inputs', element: picture(saddle) },
  {
    id: 'network-none',
    title: 'No frame yet',
    element: picture(spiral, { frame: { parameters: null, unitMaps: null } }),
  },
  { id: 'network-nan', title: 'Not finite here and there', element: picture(spiral, { frame: broken }) },
  {
    id: 'network-narrow',
    title: 'Narrow: eight layers on a phone',
    element: picture(deep, { widthPx: 358, heightPx: 300 }),
  },
  {
    id: 'network-phone',
    title: 'Narrow: two layers',
    element: picture(spiral, { widthPx: 358, heightPx: 300 }),
  },
];
