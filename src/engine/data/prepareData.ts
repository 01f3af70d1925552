/** From the data part of the document to numbers: the points, who trains and who tests, and what the first layer receives. */
import type { DataSpec } from '../experiment';
import { createRandom } from '../random';
import type { Points } from './dataset';
import { datasets } from './datasets';
import { createInputMap, type InputMap } from './inputs';
import { givenSplit, type Split, splitPoints } from './split';

export interface PreparedData {
  readonly points: Points;
  readonly split: Split;
  readonly inputMap: InputMap;
}

/** The points of the document: generated from their seed, or the learner's own. */
export function pointsOf({ source, classes }: Pick<DataSpec, 'source' | 'classes'>): Points {
  if (source.kind === 'own') {
    const { x1, x2, y } = source;
    return { x1: new Float64Array(x1), x2: new Float64Array(x2), y: new Float64Array(y) };
  }
  const { id, points, noise, seed } = source;
  return datasets[id].generate({ points, noise, classes }, createRandom(seed));
}

export function prepareData(data: DataSpec): PreparedData {
  const points = pointsOf(data);
  const { source } = data;
  const split =
    source.kind === 'own' && source.isTest
      ? givenSplit(source.isTest)
      : splitPoints(points.y.length, data.testShare, data.splitSeed);
  const inputMap = createInputMap(data.features, data.inputs, points, split.train, data.standardize);
  return { points, split, inputMap };
}
