/**
 * J over a plane through the parameters, on a grid. Works in pieces: its caller decides how long a stretch is and may stop for
 * good after any of them. Changes nothing of the run.
 */
import type { LossSpec } from '../../experiment';
import type { NetworkPlan } from '../../model/network';
import { createRandom } from '../../random';
import { type CostPoints, costSample, MeanCost } from './meanCost';
import { type ParameterPlane, pairPlane, parametersAt, placeOn } from './parameterPlane';
import { principalDirections } from './principalDirections';
import { randomDirection } from './randomDirection';
import { boxAround, type LeastHalf } from './surfaceBox';
import {
  type CostRange,
  type CostSurface,
  type SurfaceProblem,
  type SurfaceQuestion,
  surfaceSide,
} from './surfaceQuestion';

/** The run whose cost is computed. */
export interface SurfaceSubject {
  readonly network: NetworkPlan;
  readonly penalty: Pick<LossSpec, 'l1' | 'l2'>;
  readonly train: CostPoints;
  /** 1 for what is frozen. [parameterCount] */
  readonly frozen: Uint8Array | null;
  /** Parameters of the checkpoints, the earliest first, then where the run stands. At least one. */
  readonly moments: readonly Float32Array[];
}

/** Yields the share that is done, 0–1, after each piece of work. */
export async function* costSurface(
  subject: SurfaceSubject,
  question: SurfaceQuestion,
  previous: CostRange | null,
): AsyncGenerator<number, CostSurface | SurfaceProblem> {
  const { network, train, moments } = subject;
  if (train.points === 0) return 'noPoints';
  const found = yield* planeFor(subject, question);
  if (typeof found === 'string') return found;
  const { plane, share } = found;
  const path = yield* pathOn(plane, moments);
  const box = boxAround(path, question, leastHalf(subject, question, path), previous);
  const sample = costSample(train, network);
  const values = yield* valuesOver(subject, question, sample, plane, box);
  return { question, plane, box, values, path, share, points: sample.points, of: train.points };
}

/** [checkpoint][x, y] */
function* pathOn(plane: ParameterPlane, moments: readonly Float32Array[]): Generator<number, Float32Array> {
  const path = new Float32Array(2 * moments.length);
  for (const [i, parameters] of moments.entries()) {
    const { x, y } = placeOn(plane, parameters);
    path.set([x, y], 2 * i);
    yield 0;
  }
  return path;
}

interface FoundPlane {
  readonly plane: ParameterPlane;
  readonly share: number | null;
}

async function* planeFor(
  subject: SurfaceSubject,
  { directions }: SurfaceQuestion,
): AsyncGenerator<number, FoundPlane | SurfaceProblem> {
  const origin = subject.moments[subject.moments.length - 1] as Float32Array;
  switch (directions.kind) {
    case 'pair':
      return { plane: pairPlane(origin, directions.first, directions.second), share: null };
    case 'random': {
      const draw = (stream: number) =>
        randomDirection(subject.network, origin, subject.frozen, createRandom(directions.seed, stream));
      const plane = { origin, first: draw(0), second: draw(1) };
      return plane.first.some((part) => part !== 0) ? { plane, share: null } : 'noScale';
    }
    case 'principal': {
      const search = principalDirections(subject.moments);
      let step = await search.next();
      for (; !step.done; step = await search.next()) yield 0;
      if (!step.value) return 'noPath';
      const { first, second, share } = step.value;
      return { plane: { origin, first, second: second ?? sideways(subject, first) }, share };
    }
  }
}

/** A unit vector across a straight path; 0 where a single parameter is free to move. */
function sideways({ network, moments, frozen }: SurfaceSubject, along: Float32Array): Float32Array {
  const random = createRandom(1);
  const scaled = randomDirection(network, moments[0] as Float32Array, frozen, random);
  // A random direction has no length if all weights are 0, or if a single weight leaves none across the path.
  const plain = () => along.map((_, i) => (frozen?.[i] ? 0 : random.normal()));
  return unitAcross(scaled, along) ?? unitAcross(plain(), along) ?? new Float32Array(along.length);
}

/** What of a direction is at right angles to the unit vector `along`, as a unit vector; null where that is nothing but rounding. */
function unitAcross(direction: Float32Array, along: Float32Array): Float32Array | null {
  const shadow = direction.reduce((sum, part, i) => sum + part * (along[i] as number), 0);
  const across = direction.map((part, i) => part - shadow * (along[i] as number));
  const length = lengthOf(across);
  return length > 1e-5 * Math.abs(shadow) ? across.map((part) => part / length) : null;
}

/** Euclidean. */
export function lengthOf(direction: Float32Array): number {
  return Math.sqrt(direction.reduce((sum, part) => sum + part * part, 0));
}

/** Half widths that show something where there is no path yet. */
function leastHalf(
  { network, train }: SurfaceSubject,
  { directions }: SurfaceQuestion,
  path: Float32Array,
): LeastHalf {
  if (directions.kind === 'random') return { x: 1, y: 1 };
  if (directions.kind === 'pair') {
    // The weights of linear regression are about as large as what they explain.
    const isLinear = network.layers.length === 1 && network.layers[0]?.activation === 'linear';
    const half = isLinear ? Math.max(2, largest(train.targets)) : 2;
    return { x: half, y: half };
  }
  const extent = Math.max(spread(path, 0), spread(path, 1));
  return { x: 0.25 * extent, y: 0.25 * extent };
}

function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function spread(path: Float32Array, axis: 0 | 1): number {
  let [low, high] = [Infinity, -Infinity];
  for (let i = axis; i < path.length; i += 2) {
    low = Math.min(low, path[i] as number);
    high = Math.max(high, path[i] as number);
  }
  return high - low;
}

async function* valuesOver(
  { network, penalty }: SurfaceSubject,
  { loss, regularised }: SurfaceQuestion,
  sample: CostPoints,
  plane: ParameterPlane,
  { left, right, bottom, top }: CostRange,
): AsyncGenerator<number, Float32Array> {
  const values = new Float32Array(surfaceSide * surfaceSide);
  const cost = new MeanCost(network, loss, regularised ? penalty : null, sample);
  try {
    for (let row = 0; row < surfaceSide; row++) {
      const y = top - ((row + 0.5) / surfaceSide) * (top - bottom);
      for (let column = 0; column < surfaceSide; column++) {
        const x = left + ((column + 0.5) / surfaceSide) * (right - left);
        values[row * surfaceSide + column] = await cost.at(parametersAt(plane, x, y));
        yield (row * surfaceSide + column + 1) / values.length;
      }
    }
  } finally {
    cost.dispose();
  }
  return values;
}
