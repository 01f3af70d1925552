/** The network diagram in every state. */
import type { FeatureId } from '../../engine/data/features';
import type { Frozen } from '../../engine/experiment';
import { forward } from '../../engine/model/forward';
import type { UnitRef } from '../../engine/model/network';
import type { SymbolRef } from '../../engine/model/symbolRef';
import { constant } from '../../engine/readableStore';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type Sample, type SampleSpec } from '../gallery/sample';
import type { DiagramInteraction } from './diagramInteraction';
import type { NetworkFrame } from './frame';
import { highlightOf } from './highlight';
import type { NetworkLayout } from './layoutNetwork';
import { NetworkDiagram } from './NetworkDiagram';
import type { Trace } from './TracedValues';

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
const wide = createNetwork({
  dataset: 'spiral',
  classes: 3,
  points: 60,
  hidden: [relu(128), relu(20)],
  epochs: 8,
});
const curve = createNetwork({ dataset: 'sine', hidden: [relu(8), tanh(4)], points: 120, epochs: 240 });
const saddle = createNetwork({ dataset: 'saddle', hidden: [tanh(6)], points: 160, epochs: 180 });

interface PictureOptions {
  readonly frame?: NetworkFrame;
  readonly frozen?: Frozen;
  readonly hand?: DiagramInteraction;
  readonly openedLayer?: number;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** The index of a point whose values are written at inputs and outputs. */
  readonly traced?: number;
  readonly header?: (layout: NetworkLayout) => React.ReactNode;
}

/** An interaction that looks at a unit and does nothing else. */
function handOn(unit: UnitRef | null): DiagramInteraction {
  const nothing = () => {};
  const nameOf = ({ layer, unit: index }: UnitRef) =>
    layer < 0 ? `Input ${index + 1}` : `Layer ${layer + 1}, unit ${index + 1}`;
  return {
    shown: constant(unit),
    edited: constant(null),
    onEnter: nothing,
    onLeave: nothing,
    onOpen: nothing,
    words: {
      unit: nameOf,
      unitNow: () => '',
      weight: ({ layer, from, to }, value) =>
        `w = ${value}, from ${nameOf({ layer: layer - 1, unit: from })} to ${nameOf({ layer, unit: to })}`,
      openLayer: (layer, folded) => `Show all units of layer ${layer + 1}, ${folded} more`,
      layer: (layer, units) => `Layer ${layer + 1}: all ${units} units`,
      close: 'Close',
    },
  };
}

/** An interaction that points at a symbol of the equations. */
function handSpeaking(sample: Sample, symbol: SymbolRef): DiagramInteraction {
  return { ...handOn(null), highlight: constant(highlightOf(sample.plan, symbol)) };
}

/** As a stage of an update has it: a number at each unit of a layer, and slopes in place of the weights. */
function handOnStage({ parameters }: Sample, layer: number, units: number): DiagramInteraction {
  const labels = Array.from({ length: units }, (_, unit) => ({ layer, unit, text: `${unit - 3}.25` }));
  const numbers = parameters.map((value) => Math.sin(value * 50) / 1000);
  return { ...handOn(null), highlight: constant({ units: labels, edges: [{ layer }], numbers }) };
}

function picture(sample: Sample, options: PictureOptions = {}) {
  const { frame, widthPx = 660, heightPx = 376, traced, ...rest } = options;
  const { plan, task, inputLabels, inputMaps, parameters, unitMaps } = sample;
  return (
    <div style={{ width: widthPx, maxWidth: '100%', height: heightPx }}>
      <NetworkDiagram
        plan={plan}
        task={task}
        inputLabels={inputLabels}
        inputMaps={inputMaps}
        frame={constant(frame ?? { parameters, unitMaps })}
        label="Network"
        {...(traced === undefined ? {} : { trace: constant(traceOf(sample, traced)) })}
        {...rest}
      />
    </div>
  );
}

function traceOf({ plan, parameters, pointInputs }: Sample, point: number): Trace {
  const inputs = pointInputs.subarray(point * plan.inputs, (point + 1) * plan.inputs);
  return { inputs, outputs: forward(plan, parameters, inputs).at(-1)?.outputs ?? [] };
}

/** The frames that the page gives the diagram: beside the plane, with a sheet open, on a phone. */
const frames = [
  [184, 400],
  [250, 340],
  [360, 420],
  [430, 400],
] as const;

/** A network in as many of the frames, the narrowest first. */
function inFrames(
  id: string,
  title: string,
  sample: Sample,
  count: number = frames.length,
  options: PictureOptions = {},
): GalleryCase[] {
  return frames.slice(0, count).map(([widthPx, heightPx]) => ({
    id: `network-${id}-${widthPx}`,
    title: `${title}, ${widthPx} × ${heightPx}`,
    element: picture(sample, { widthPx, heightPx, traced: 1, ...options }),
  }));
}

function columnNames({ columns }: NetworkLayout) {
  return (
    <div style={{ height: 28, fontSize: '0.75rem' }}>
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

export const loadLaterParts = () => Promise.all([import('./InteractionLayer'), import('./LayerGrid')]);

export const cases: readonly GalleryCase[] = [
  { id: 'network-2', title: 'Two hidden layers', element: picture(spiral, { header: columnNames }) },
  { id: 'network-0', title: 'Softmax regression', element: picture(blobs) },
  { id: 'network-logistic', title: 'Logistic regression, eight features', element: picture(logistic) },
  {
    id: 'network-8',
    title: 'Eight hidden layers of 128',
    element: picture(deep, { header: columnNames, hand: handOn(null) }),
  },
  { id: 'network-curve', title: 'One input', element: picture(curve) },
  { id: 'network-saddle', title: 'Regression, two inputs', element: picture(saddle) },
  {
    id: 'network-zero',
    title: 'All weights 0: lines to press',
    element: picture(blobs, {
      frame: { parameters: blobs.parameters.map(() => 0), unitMaps: blobs.unitMaps },
    }),
  },
  {
    id: 'network-none',
    title: 'No frame yet',
    element: picture(spiral, { frame: { parameters: null, unitMaps: null } }),
  },
  { id: 'network-nan', title: 'Not finite here and there', element: picture(spiral, { frame: broken }) },
  {
    id: 'network-unit',
    title: 'A unit stands out, with its weights and its bias',
    element: picture(spiral, { hand: handOn({ layer: 1, unit: 2 }) }),
  },
  {
    id: 'network-output',
    title: 'An output stands out',
    element: picture(spiral, { hand: handOn({ layer: 2, unit: 3 }) }),
  },
  {
    id: 'network-folded',
    title: 'Folded layers, and a unit of many weights',
    element: picture(wide, { hand: handOn({ layer: 2, unit: 1 }) }),
  },
  {
    id: 'network-opened',
    title: 'A wide layer opened',
    element: picture(wide, { hand: handOn({ layer: 0, unit: 4 }), openedLayer: 0 }),
  },
  {
    id: 'network-frozen',
    title: 'A frozen layer, single frozen weights and a frozen bias',
    element: picture(spiral, { frozen: { layers: [1], parameters: [0, 11, 17, 72] } }),
  },
  {
    id: 'network-spoken-kernel',
    title: 'A kernel is spoken of',
    element: picture(spiral, { hand: handSpeaking(spiral, { quantity: 'W', layer: 1 }) }),
  },
  {
    id: 'network-spoken-weight',
    title: 'A weight is spoken of',
    element: picture(spiral, { hand: handSpeaking(spiral, { quantity: 'W', layer: 1, unit: 2, from: 0 }) }),
  },
  {
    id: 'network-spoken-bias',
    title: 'Biases are spoken of',
    element: picture(spiral, { hand: handSpeaking(spiral, { quantity: 'b', layer: 2 }) }),
  },
  {
    id: 'network-spoken-stage',
    title: 'A stage of an update, with slopes for weights',
    element: picture(spiral, { hand: handOnStage(spiral, 1, 6) }),
  },
  {
    id: 'network-unit-narrow',
    title: 'Narrow: a unit stands out',
    element: picture(spiral, { widthPx: 358, heightPx: 300, hand: handOn({ layer: 0, unit: 4 }) }),
  },
  {
    id: 'network-narrow',
    title: 'Narrow: eight layers on a phone',
    element: picture(deep, { widthPx: 358, heightPx: 300, hand: handOn(null) }),
  },
  {
    id: 'network-phone',
    title: 'Narrow: two layers',
    element: picture(spiral, { widthPx: 358, heightPx: 300 }),
  },
  {
    id: 'network-traced',
    title: 'The values of a point',
    element: picture(blobs, { widthPx: 460, heightPx: 480, traced: 1 }),
  },
  ...inFrames('blobs', 'Softmax regression', blobs),
  ...inFrames('spiral', 'Two hidden layers', spiral),
  ...inFrames('features', 'Eight features', logistic),
  ...inFrames('wide', 'Folded layers', wide, 4, { hand: handOn(null) }),
  ...inFrames('deep', 'Eight hidden layers of 128', deep, 4, { hand: handOn(null) }),
  ...inFrames('curve', 'One input', curve, 1),
  ...inFrames('unit', 'A unit stands out', spiral, 2, { hand: handOn({ layer: 1, unit: 2 }) }),
  ...inFrames('output', 'An output stands out', spiral, 1, { hand: handOn({ layer: 2, unit: 3 }) }),
  ...inFrames('slopes', 'Slopes for weights', spiral, 1, { hand: handOnStage(spiral, 1, 6) }),
];
