/** Data a model cannot learn from as it stands, or only with trouble. */
import { type FeatureId, features } from '../../../engine/data/features';
import type { PreparedData } from '../../../engine/data/prepareData';
import type { Experiment } from '../../../engine/experiment';
import { choosePreset, removePoints, setStandardize, setTestShare } from '../../../store/dataEdits';
import { startAndNow } from './curve';
import type { AdviceRule, Finding } from './finding';
import { spoken } from './spoken';

export const noPoints: AdviceRule = ({ experiment: { data }, data: { split } }) => {
  if (split.train.length > 0) return [];
  const remedy = { words: 'remedies.fourBlobs', change: fourBlobs } as const;
  const classifies = data.task === 'classification';
  return [{ words: 'diagnosis.noPoints', kind: 'info', ...(classifies ? { remedy } : {}) }];
};

/** Only one class among the training points, or a class without any. */
export const missingClasses: AdviceRule = ({ experiment: { data }, data: { points, split } }) => {
  if (data.task !== 'classification' || split.train.length === 0) return [];
  const present = new Set(Array.from(split.train, (i) => points.y[i]));
  if (present.size === 1) return [{ words: 'diagnosis.oneClass', kind: 'warning' }];
  const missing = Array.from({ length: data.classes }, (_, i) => i).filter((i) => !present.has(i));
  return missing
    .slice(0, 1)
    .map((i) => ({ words: 'diagnosis.missingClass', kind: 'warning', classIndex: i }));
};

const fourBlobs = (experiment: Experiment) => choosePreset(experiment, 'blobs');

/** Points that lie on the same spot and belong to different classes. */
export const contradictoryPoints: AdviceRule = ({ experiment: { data }, data: prepared }) => {
  if (data.task === 'regression') return [];
  const contradicting = contradictions(prepared);
  if (contradicting.size === 0) return [];
  return [
    {
      words: 'diagnosis.contradictions',
      kind: 'warning',
      values: { n: contradicting.size },
      remedy: {
        words: 'remedies.removePoints',
        values: { n: contradicting.size },
        change: (experiment) => removePoints(experiment, contradicting),
      },
    },
  ];
};

const contradictionsOf = new WeakMap<PreparedData, ReadonlySet<number>>();

/** Indices of points on a spot where an earlier point of another class lies. */
function contradictions(data: PreparedData): ReadonlySet<number> {
  const known = contradictionsOf.get(data);
  if (known) return known;
  const { x1, x2, y } = data.points;
  const classAt = new Map<string, number>();
  const found = new Set<number>();
  for (let i = 0; i < y.length; i++) {
    const spot = `${x1[i]},${x2[i]}`;
    const first = classAt.get(spot);
    if (first === undefined) classAt.set(spot, y[i] as number);
    else if (first !== y[i]) found.add(i);
  }
  contradictionsOf.set(data, found);
  return found;
}

export const constantInput: AdviceRule = ({ data }) =>
  data.inputMap.constant.slice(0, 1).map((id) => {
    const { spread, largest } = spreadOf(data, id);
    const feature = features[id].name;
    // Smaller differences are those of rounding.
    return spread > 1e-9 * largest
      ? { words: 'diagnosis.tinyInput', kind: 'warning', values: { feature, spread: spoken(spread) } }
      : { words: 'diagnosis.constantInput', kind: 'warning', values: { feature } };
  });

function spreadOf({ points, split }: PreparedData, id: FeatureId) {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const i of split.train) {
    const value = features[id].at(points.x1[i] as number, points.x2[i] as number);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { spread: high - low, largest: Math.max(Math.abs(low), Math.abs(high)) };
}

/** An input this many times as large as another, or larger than this, bends the cost into a narrow valley. */
const unequalSizes = 10;
const large = 20;

/** Inputs of very different or great size that are not standardised. */
export const unscaledInputs: AdviceRule = ({ experiment, data }) => {
  const { split, inputMap } = data;
  if (experiment.data.standardize || split.train.length < 2) return [];
  const sizes = sizesOf(data)
    .map((size, i) => ({ size, feature: features[inputMap.features[i] ?? 'x1'].name }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.size - b.size);
  const [least, most] = [sizes[0], sizes.at(-1)];
  if (!least || !most || (most.size <= unequalSizes * least.size && most.size <= large)) return [];
  const isUnequal = most.size > unequalSizes * least.size;
  const remedy = { words: 'remedies.standardize', change: standardized } as const;
  const of = { feature: most.feature, most: spoken(most.size) };
  if (!isUnequal) return [{ words: 'diagnosis.largeInputs', kind: 'info', values: of, remedy }];
  const values = { ...of, other: least.feature, least: spoken(least.size) };
  return [{ words: 'diagnosis.unscaledInputs', kind: 'info', values, remedy }];
};

const standardized = (experiment: Experiment) => setStandardize(experiment, true);

const enoughUpdates = 20;
const stillHigh = 0.5;

/** The same, of a run whose loss is still high: the likeliest cause there is. */
export const unscaledInputsInTheWay: AdviceRule = (situation) => {
  const { snapshot, diverged } = situation;
  const losses = startAndNow(situation);
  const isHigh =
    losses !== null && losses.now > stillHigh * losses.start && (snapshot?.updates ?? 0) >= enoughUpdates;
  if (!diverged && !isHigh) return [];
  return unscaledInputs(situation).map((finding) => ({ ...finding, kind: 'warning' }));
};

const sizeOf = new WeakMap<PreparedData, number[]>();

/** Root mean square of each input over the training points: spread and distance from 0 together. [feature] */
function sizesOf(data: PreparedData): number[] {
  const known = sizeOf.get(data);
  if (known) return known;
  const { points, split, inputMap } = data;
  const column = (values: Float64Array) => Float64Array.from(split.train, (i) => values[i] as number);
  const inputs = inputMap.fill(column(points.x1), column(points.x2));
  const squares = new Array<number>(inputMap.width).fill(0);
  inputs.forEach((value, i) => {
    const feature = i % inputMap.width;
    squares[feature] = (squares[feature] ?? 0) + value * value;
  });
  const sizes = squares.map((sum) => Math.sqrt(sum / split.train.length));
  sizeOf.set(data, sizes);
  return sizes;
}

/** Fewer points than this are no data set yet. */
const enoughPoints = 10;
const usualShare = 0.2;

/** All points train, so nothing tells how the model does on points it has not seen. */
export const noTestPoints: AdviceRule = ({ experiment, data: { split }, snapshot }) => {
  if (split.test.length > 0 || split.train.length < enoughPoints || !snapshot || snapshot.epoch < 1)
    return [];
  if (experiment.data.testShare > 0) return [];
  const finding: Finding = {
    words: 'diagnosis.noTestPoints',
    kind: 'info',
    remedy: {
      words: 'remedies.testShare',
      values: { share: 100 * usualShare },
      change: (next) => setTestShare(next, usualShare),
    },
  };
  return [finding];
};
