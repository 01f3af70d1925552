/**
 * How well the points nearby would tell a point's class or target: what a model that can bend freely may hope for. A point that its
 * neighbours contradict is noise, which no model should learn.
 */
import type { Task } from '../../../engine/data/dataset';
import type { PreparedData } from '../../../engine/data/prepareData';

const nearest = 7;
/** Points that are asked, and points they may ask. */
const mostAsked = 300;
const mostNeighbours = 3000;

export interface NeighbourScore {
  /**
   * Classification: the share of training points whose nearest neighbours vote for their class, 0–1. Regression: the mean of
   * ½(f − y)² with the neighbours' mean as f. NaN with too few points to have neighbours.
   */
  readonly score: number;
  /** Points that were asked. */
  readonly asked: number;
}

const answerOf = new WeakMap<PreparedData, NeighbourScore>();

export function neighbourScore(data: PreparedData, task: Task): NeighbourScore {
  const known = answerOf.get(data);
  if (known !== undefined) return known;
  const { points, split } = data;
  const asked = evenly(split.train, mostAsked);
  const others = evenly(split.train, mostNeighbours);
  const score = others.length <= nearest ? Number.NaN : meanScore(asked, others, points, task);
  const answer = { score, asked: asked.length };
  answerOf.set(data, answer);
  return answer;
}

function evenly(indices: Uint32Array, most: number): number[] {
  const step = Math.max(1, Math.ceil(indices.length / most));
  return Array.from(indices).filter((_, i) => i % step === 0);
}

function meanScore(
  asked: readonly number[],
  others: readonly number[],
  points: PreparedData['points'],
  task: Task,
): number {
  let sum = 0;
  for (const i of asked) {
    const near = nearestTargets(i, others, points);
    const truth = points.y[i] as number;
    if (task === 'classification') sum += vote(near) === truth ? 1 : 0;
    else sum += 0.5 * (near.reduce((total, y) => total + y, 0) / near.length - truth) ** 2;
  }
  return sum / asked.length;
}

/** Targets of the nearest points, the nearest first. */
function nearestTargets(
  i: number,
  others: readonly number[],
  { x1, x2, y }: PreparedData['points'],
): number[] {
  const near: { square: number; target: number }[] = [];
  for (const j of others) {
    if (j === i) continue;
    const square =
      ((x1[j] as number) - (x1[i] as number)) ** 2 + ((x2[j] as number) - (x2[i] as number)) ** 2;
    if (near.length === nearest && square >= (near.at(-1)?.square ?? 0)) continue;
    const place = near.findIndex((other) => square < other.square);
    near.splice(place < 0 ? near.length : place, 0, { square, target: y[j] as number });
    if (near.length > nearest) near.pop();
  }
  return near.map(({ target }) => target);
}

function vote(classes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const index of classes) counts.set(index, (counts.get(index) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}
