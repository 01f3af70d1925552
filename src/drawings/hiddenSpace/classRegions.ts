/**
 * Which class the output layer answers where, seen in the space of the layer before it: there its sums are linear, so every class has
 * a convex region with straight borders. Only for spaces of one or two units, which are seen whole.
 */
import { activations, type OutputActivationId, outputActivations } from '../../engine/model/activations';
import type { NetworkPlan } from '../../engine/model/network';

/** A class wins where its score is the largest: across · x + up · y + bias. */
export interface ClassScore {
  readonly across: number;
  readonly up: number;
  readonly bias: number;
}

type Corner = readonly [number, number];

export interface ClassRegion {
  readonly class: number;
  /** Convex. */
  readonly corners: readonly Corner[];
}

export interface AxisRange {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Scores of the classes from the weights of the output layer after one or two units; null where no straight line parts them. */
export function classScores({ layers }: NetworkPlan, parameters: Float32Array): ClassScore[] | null {
  const output = layers.at(-1)!;
  if (output.inputs > 2) return null;
  const scores = Array.from(
    { length: output.units },
    (_, unit): ClassScore => ({
      across: parameters[output.kernelOffset + unit]!,
      up: output.inputs === 2 ? parameters[output.kernelOffset + output.units + unit]! : 0,
      bias: parameters[output.biasOffset + unit]!,
    }),
  );
  const [single] = scores;
  if (output.units > 1 || !single) return outputActivations[output.activation].isIncreasing ? scores : null;
  if (output.activation === 'softmax') return null;
  // A single unit speaks for class 2 where it answers 0.5 or more.
  const half = logitOfHalf(output.activation);
  return half === null
    ? null
    : [
        { across: 0, up: 0, bias: 0 },
        { ...single, bias: single.bias - half },
      ];
}

const reach = 8;

/** The z at which g(z) is 0.5; null where g falls below it again, so that no single z parts the classes. */
function logitOfHalf(activation: Exclude<OutputActivationId, 'softmax'>): number | null {
  const { at } = activations[activation];
  let [low, high] = [-reach, reach];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (at(middle) < 0.5) low = middle;
    else high = middle;
  }
  const half = (low + high) / 2;
  for (let z = -reach; z <= reach; z += 1 / 8) {
    if (Math.abs(z - half) > 1e-6 && at(z) >= 0.5 !== z > half) return null;
  }
  return half;
}

/** The part of the box that each class wins; classes that win nowhere in it are left out. */
export function classRegions(scores: readonly ClassScore[], { x, y }: AxisRange): ClassRegion[] {
  const box: Corner[] = [
    [x[0], y[0]],
    [x[1], y[0]],
    [x[1], y[1]],
    [x[0], y[1]],
  ];
  return scores.flatMap((score, index) => {
    let corners: readonly Corner[] = box;
    for (const [other, rival] of scores.entries()) {
      if (other === index) continue;
      corners = cutOff(corners, (corner) => lead(score, rival, corner));
      // Of two classes that tie everywhere, the first wins.
      if (other < index && corners.every((corner) => isTie(score, rival, corner))) corners = [];
    }
    return areaOf(corners) > 0 ? [{ class: index, corners }] : [];
  });
}

export type Segment = readonly [Corner, Corner];

/** The borders between the regions: edges on which two classes tie, each once. */
export function tieLines(scores: readonly ClassScore[], regions: readonly ClassRegion[]): Segment[] {
  return regions.flatMap(({ class: index, corners }) =>
    corners.flatMap((corner, i): Segment[] => {
      const next = corners[(i + 1) % corners.length]!;
      const ties = scores.some(
        (rival, other) =>
          other > index &&
          regions.some((region) => region.class === other) &&
          isTie(scores[index]!, rival, corner) &&
          isTie(scores[index]!, rival, next),
      );
      return ties ? [[corner, next]] : [];
    }),
  );
}

function scoreAt({ across, up, bias }: ClassScore, [x, y]: Corner): number {
  return across * x + up * y + bias;
}

function lead(score: ClassScore, rival: ClassScore, corner: Corner): number {
  return scoreAt(score, corner) - scoreAt(rival, corner);
}

function isTie(score: ClassScore, rival: ClassScore, corner: Corner): boolean {
  const [x, y] = corner;
  const size = [score, rival].reduce(
    (sum, { across, up, bias }) => sum + Math.abs(across * x) + Math.abs(up * y) + Math.abs(bias),
    0,
  );
  return Math.abs(lead(score, rival, corner)) <= 1e-9 * size;
}

/** The part of a convex polygon where `side` is not negative (Sutherland–Hodgman, one edge). `side` is linear. */
function cutOff(corners: readonly Corner[], side: (corner: Corner) => number): Corner[] {
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length]!;
    const [here, there] = [side(corner), side(next)];
    const kept: Corner[] = here >= 0 ? [corner] : [];
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) {
      const share = here / (here - there);
      kept.push([corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]);
    }
    return kept;
  });
}

function areaOf(corners: readonly Corner[]): number {
  const doubled = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}
