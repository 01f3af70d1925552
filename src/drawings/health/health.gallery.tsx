/** The health of the layers in every state. */
import { healthRowOf } from '../../engine/training/healthRow';
import type { Health, Histogram } from '../../engine/training/snapshot';
import type { GalleryCase } from '../gallery/galleryCase';
import { createSample, type SampleSpec } from '../gallery/sample';
import { LayerCurves, type LayerWords } from './LayerCurves';
import { LayerHistogram } from './LayerHistogram';
import type { LayerRow } from './layerScales';
import { ShareBar } from './ShareBar';

const english: LayerWords = {
  label: 'Gradient norm',
  epoch: 'epoch',
  empty: 'No updates yet: press Play.',
  comma: ', ',
  listComma: ', ',
  atFoot: (layers) => `${layers}: 0 or nearly, at the foot`,
  noLine: (layers) => `${layers}: not finite`,
};
const chinese: LayerWords = {
  label: '梯度范数',
  epoch: '轮',
  empty: '还没有更新：请按“开始训练”。',
  comma: '，',
  listComma: '、',
  atFoot: (layers) => `${layers}：0 或近于 0，画在底边`,
  noLine: (layers) => `${layers}：不是有限数`,
};
const customary = [3e-4, 3e-3] as const;

const createHealth = (spec: SampleSpec) => createSample({ ...spec, columns: 2, withHealth: true }).health;
const deep = createHealth({
  dataset: 'moons',
  hidden: Array(8).fill({ units: 6, activation: 'sigmoid' }),
  points: 60,
  epochs: 150,
});
const relu = createHealth({
  dataset: 'spiral',
  classes: 4,
  hidden: [
    { units: 8, activation: 'relu' },
    { units: 6, activation: 'relu' },
  ],
  points: 120,
  epochs: 150,
});
const logistic = createHealth({ dataset: 'moons', points: 60, epochs: 100 });

const namesOf = ({ layers }: Health, hidden = 'hidden', output = 'output') =>
  layers.map((_, layer) => (layer === layers.length - 1 ? output : `${hidden} ${layer + 1}`));
const norms = (health: readonly Health[]): LayerRow[] =>
  health.map(healthRowOf).map(({ epoch, gradientNorms: values }) => ({ epoch, values }));
const ratios = (health: readonly Health[]): LayerRow[] =>
  health
    .map(healthRowOf)
    .slice(1)
    .map(({ epoch, updateRatios: values }) => ({ epoch, values }));

interface PictureOptions {
  readonly names?: readonly string[];
  readonly band?: readonly [number, number];
  readonly words?: LayerWords;
  readonly widthPx?: number;
  readonly heightPx?: number;
}

function picture(rows: readonly LayerRow[], options: PictureOptions = {}) {
  const { names = namesOf(deep[0]!), band, words = english, widthPx = 320, heightPx = 122 } = options;
  return (
    <div style={{ width: widthPx, height: heightPx }}>
      <LayerCurves rows={rows} layers={names} words={words} {...(band && { band })} />
    </div>
  );
}

const three = { names: namesOf(relu[0]!) };
const zeros = norms(relu).map(({ epoch, values }) => ({
  epoch,
  values: values.map((value, layer) => (layer < 2 && epoch > 60 ? 0 : value)),
}));
const broken = norms(relu).map(({ epoch, values }) => ({
  epoch,
  values: values.map((value, layer) => (layer === 0 && epoch > 80 ? Number.NaN : value)),
}));
/** Twelve hundred rows, as many as are kept: the real ones stretched, with a ripple. */
const long = Array.from({ length: 1200 }, (_, i): LayerRow => {
  const row = norms(deep)[Math.floor((i / 1200) * deep.length)]!;
  return { epoch: 8 * i, values: row.values.map((value) => value * (1 + 0.3 * Math.sin(i * 1.7))) };
});

function histogram(of: Histogram, { widthPx = 118, label = 'Activations' } = {}) {
  return (
    <div style={{ width: widthPx, height: 52 }}>
      <LayerHistogram histogram={of} label={label} empty="not a finite number" />
    </div>
  );
}

const last = relu.at(-1)!.layers;
const saturated = deep.at(-1)!.layers;
const counts = (...values: number[]) => Uint32Array.from(values);

export const cases: readonly GalleryCase[] = [
  { id: 'health-vanishing', title: 'Eight sigmoid layers', element: picture(norms(deep)) },
  { id: 'health-relu', title: 'Two ReLU layers', element: picture(norms(relu), three) },
  {
    id: 'health-ratio',
    title: 'Update to weight',
    element: picture(ratios(relu), { ...three, band: customary }),
  },
  {
    id: 'health-single',
    title: 'No hidden layer',
    element: picture(norms(logistic), { names: ['output'] }),
  },
  { id: 'health-empty', title: 'No rows', element: picture([], { ...three, band: customary }) },
  { id: 'health-one', title: 'One row', element: picture(norms(relu).slice(0, 1), three) },
  { id: 'health-zero', title: 'Exactly zero', element: picture(zeros, three) },
  {
    id: 'health-all-zero',
    title: 'Never anything but zero',
    element: picture(
      [0, 1, 2].map((epoch) => ({ epoch, values: [0, 0, 0] })),
      three,
    ),
  },
  { id: 'health-nan', title: 'Not finite from epoch 80 on', element: picture(broken, three) },
  { id: 'health-long', title: '1,200 rows', element: picture(long) },
  {
    id: 'health-tall',
    title: 'Taller dock',
    element: picture(norms(deep), { widthPx: 420, heightPx: 300 }),
  },
  {
    id: 'health-narrow',
    title: 'Narrow',
    element: picture(norms(deep), { widthPx: 200, heightPx: 90 }),
  },
  {
    id: 'health-zh',
    title: 'Chinese',
    element: picture(zeros, { names: namesOf(relu[0]!, '隐藏层', '输出层'), words: chinese }),
  },
  {
    id: 'health-activations',
    title: 'Activations of a ReLU layer',
    element: histogram(last[0]!.activations),
  },
  { id: 'health-weights', title: 'Weights', element: histogram(last[1]!.weights) },
  {
    id: 'health-sigmoid',
    title: 'Activations of a sigmoid layer',
    element: histogram(saturated[2]!.activations),
  },
  {
    id: 'health-histogram-spike',
    title: 'One value among 10,000',
    element: histogram({ low: -1, high: 3, counts: counts(0, 0, 10_000, 0, 0, 0, 0, 1) }),
  },
  {
    id: 'health-histogram-positive',
    title: 'Zero outside the range',
    element: histogram({ low: 0.2, high: 0.9, counts: counts(1, 3, 6, 9, 4, 2) }),
  },
  {
    id: 'health-histogram-long',
    title: 'Long numbers',
    element: histogram({ low: -0.000012345, high: 123456.7, counts: counts(9, 3, 1) }, { widthPx: 90 }),
  },
  {
    id: 'health-histogram-nan',
    title: 'Nothing to count',
    element: histogram({ low: -1, high: 1, counts: counts(0, 0) }),
  },
  {
    id: 'health-share',
    title: 'Dead units',
    element: (
      <div style={{ width: 118, fontSize: '0.75rem' }}>
        <ShareBar share={0} text="0 of 8 dead" />
        <ShareBar share={0.25} text="2 of 8 dead" />
        <ShareBar share={1} text="8 of 8 dead" />
        <ShareBar share={0.42} text="2,016 of 4,800 saturated" />
      </div>
    ),
  },
];
