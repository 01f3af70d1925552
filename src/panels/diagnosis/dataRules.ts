/** Data a model cannot learn from as it stands, or only with trouble. */
import { features } from '../../engine/data/features';
import type { PreparedData } from '../../engine/data/prepare';
import { choosePreset, removePoints, setStandardize, setTestShare } from '../../store/dataEdits';
import type { Finding, Rule } from './finding';

/** No training points, only one class, or a class without any. */
export const missingPoints: Rule = ({ experiment: { data }, data: { points, split } }) => {
  const classifies = data.task === 'classification';
  if (split.train.length === 0) {
    const remedy = { words: 'remedies.fourBlobs', change: fourBlobs } as const;
    return [{ words: 'diagnosis.noPoints', kind: 'info', ...(classifies ? { remedy } : {}) }];
  }
  if (!classifies) return [];
  const present = new Set(Array.from(split.train, (i) => points.y[i]));
  if (present.size === 1) return [{ words: 'diagnosis.oneClass', kind: 'warning' }];
  const missing = Array.from({ length: data.classes }, (_, i) => i).filter((i) => !present.has(i));
  return missing
    .slice(0, 1)
    .map((i) => ({ words: 'diagnosis.missingClass', kind: 'warning', values: { class: i + 1 } }));
};

const fourBlobs = (experiment: Parameters<typeof choosePreset>[0]) => choosePreset(experiment, 'blobs');

/** Points that lie on the same spot and belong to different classes. */
export const contradictoryPoints: Rule = ({ experiment: { data }, data: prepared }) => {
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

export const constantInput: Rule = ({ data: { inputMap } }) =>
  inputMap.constant.slice(0, 1).map((id) => ({
    words: 'diagnosis.constantInput',
    kind: 'warning',
    values: { feature: features[id].name },
  }));

/** An input this many times as spread out as another, or this far from 0, bends the cost into a narrow valley. */
const unequalSpread = 10;
const farFromZero = 20;

/** Inputs on very different scales that are not standardised. */
export const unscaledInputs: Rule = ({ experiment, data }) => {
  if (experiment.data.standardize || data.split.train.length < 2) return [];
  const spreads = spreadsOf(data).filter((spread) => spread > 0);
  const [least, most] = [Math.min(...spreads), Math.max(...spreads)];
  if (spreads.length === 0 || (most <= unequalSpread * least && most <= farFromZero)) return [];
  return [
    {
      words: 'diagnosis.unscaledInputs',
      kind: 'info',
      values: { least: round(least), most: round(most) },
      remedy: { words: 'remedies.standardize', change: (next) => setStandardize(next, true) },
    },
  ];
};

const spreadOf = new WeakMap<PreparedData, number[]>();

/** Root mean square of each input over the training points: spread and distance from 0 together. [feature] */
function spreadsOf(data: PreparedData): number[] {
  const known = spreadOf.get(data);
  if (known) return known;
  const { points, split, inputMap } = data;
  const column = (values: Float64Array) => Float64Array.from(split.train, (i) => values[i] as number);
  const inputs = inputMap.fill(column(points.x1), column(points.x2));
  const squares = new Array<number>(inputMap.width).fill(0);
  inputs.forEach((value, i) => {
    const feature = i % inputMap.width;
    squares[feature] = (squares[feature] ?? 0) + value * value;
  });
  const spreads = squares.map((sum) => Math.sqrt(sum / split.train.length));
  spreadOf.set(data, spreads);
  return spreads;
}

function round(value: number): string {
  return String(Number(value.toPrecision(2)));
}

/** Fewer points than this are no data set yet. */
const enoughPoints = 10;
const usualShare = 0.2;

/** All points train, so nothing tells how the model does on points it has not seen. */
export const noTestPoints: Rule = ({ experiment, data: { split }, snapshot }) => {
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
